import { expect, it } from 'vitest'
import { findAsks } from '../../../analysis/replies/asks.ts'
import { loadSegmenter } from '../../../analysis/jobs/lexicons.ts'

const segmenter = loadSegmenter()
const segment = (text: string): string[] => segmenter.segment(text)

it('takes no heading, no set phrase and no look back of a formal suggestion for an ask', () => {
  const body = [
    '我曾于2024年就此提出过建议。',
    '三、意见建议',
    '建议在示例路增设两处公交站。',
    '以上建议，请予研究办理。',
  ].join('\n')
  const asks = findAsks({ title: '关于完善公交线路的意见', body }, ['示例路已增设两处公交站。'], segment)
  expect(asks.map(({ text, state }) => ({ text, state }))).toEqual([
    { text: '建议在示例路增设两处公交站。', state: 'answered' },
  ])
})

it('does not take the heading that names an ask for its answer', () => {
  const letter = { title: '关于打击电信网络诈骗的建议', body: '建议加强电信网络诈骗宣传。' }
  const headed = findAsks(letter, ['一、关于加强电信网络诈骗宣传的建议。'], segment)
  expect(headed.every(({ state }) => state === 'open')).toBe(true)
  const reply = ['一、关于加强电信网络诈骗宣传的建议。', '我局已组织电信网络诈骗宣传进社区80场。']
  expect(findAsks(letter, reply, segment).some(({ state }) => state === 'answered')).toBe(true)
})
