import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runHuizhi } from '../helpers/served.ts'

let home: string
const data = () => ['--data-dir', join(home, 'data')]

const FULL =
  '网友您好！经核实，示例路积水系雨水口堵塞所致。根据《示例市排水条例》，市政公司已于当日清掏，下一步将加密巡查。感谢关注！'
const RECEIPT = '网友您好！您的留言已收悉，已转相关部门处理。'

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'huizhi-replies-'))
  const letters = Array.from({ length: 12 }, (_, index) => {
    const reply = index < 6 ? `${FULL}第${index}次。` : `${RECEIPT}${index}`
    return `${index + 1},示例路积水,2026-01-05 08:00,请问示例路积水何时解决？,${reply},2026-01-0${(index % 4) + 6} 09:00`
  })
  const header = '留言编号,留言主题,留言时间,留言详情,答复意见,答复时间'
  await writeFile(join(home, '留言.csv'), `\uFEFF${[header, ...letters].join('\n')}\n`)
  const labels = letters.map((_, index) => `${index + 1},${index < 6 ? '是' : '否'}`)
  await writeFile(join(home, '标注.csv'), `\uFEFF${['留言编号,可解释性', ...labels, '99,是'].join('\n')}\n`)
  expect((await runHuizhi(['ingest', join(home, '留言.csv'), ...data()])).code).toBe(0)
}, 120_000)
afterAll(async () => {
  await rm(home, { recursive: true, force: true })
})

const train = (...rest: string[]) =>
  runHuizhi(['replies', 'train', '--labels', join(home, '标注.csv'), ...rest, ...data(), '--json'])

interface Replies {
  replies: {
    record_id: string
    explained: boolean
    explained_score: number
    days: number
    workdays: number
  }[]
}

it('scores by rules, learns from labels by the source’s numbers, and then uses what it learnt', async () => {
  const before = JSON.parse((await runHuizhi(['replies', ...data(), '--json'])).stdout) as Replies
  expect(before.replies).toHaveLength(12)
  const trained = JSON.parse((await train('--id', '留言编号', '--label', '可解释性')).stdout) as {
    examples: number
    unmatched: number
    measured: { model: { value: number }; lengthOnly: { value: number } }
  }
  expect(trained).toMatchObject({ examples: 12, unmatched: 1 })
  const after = JSON.parse((await runHuizhi(['replies', ...data(), '--json'])).stdout) as Replies
  const one = after.replies.find((reply) => reply.record_id === '1')
  expect(one).toMatchObject({ explained: true, days: 1, workdays: 1 })
  expect(after.replies.filter((reply) => reply.explained)).toHaveLength(6)
  const was = before.replies.find((reply) => reply.record_id === '1')
  expect(one?.explained_score).not.toBe(was?.explained_score)
}, 120_000)

it('names a column that is not there, in Chinese', async () => {
  const { code, stderr, stdout } = await train('--id', '编号', '--label', '可解释性')
  expect(code).toBe(1)
  expect(stderr + stdout).toContain('没有“编号”这一列')
}, 60_000)
