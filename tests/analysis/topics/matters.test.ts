import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupMatters } from '../../../analysis/topics/index.ts'
import { letters, segment, voice } from './letters.ts'

const TEXT =
  '我们是杏林花园小区的住户，小区南门外的夜市每天营业到凌晨两点，油烟和叫卖声让人无法休息，投诉多次没有结果，请求尽快规范。'

describe('groupMatters', () => {
  it('tells exact, near and other texts apart', () => {
    const matters = groupMatters(
      [
        voice('a', '夜市扰民', TEXT),
        voice('b', '夜市扰民', ` ${TEXT}\n`),
        voice('c', '夜市扰民', TEXT.replace('凌晨两点', '凌晨三点')),
        voice('d', '咨询社保', '灵活就业人员社保缴费基数今年是多少，在哪里缴费，需要带什么材料。'),
      ],
      { segment },
    )
    expect(matters).toHaveLength(2)
    expect(matters[0]?.members).toEqual([
      { voiceId: 'a', tier: 'exact', similarity: 1 },
      { voiceId: 'b', tier: 'exact', similarity: 1 },
      { voiceId: 'c', tier: 'near', similarity: 1 },
    ])
  })

  it('does not fold a form letter about another estate', () => {
    const matters = groupMatters(
      [
        voice('a', '杏林花园小区夜市扰民', TEXT),
        voice('b', '银杏家园小区夜市扰民', TEXT.replaceAll('杏林花园', '银杏家园')),
      ],
      { segment },
    )
    expect(matters).toHaveLength(2)
  })

  it('holds every voice exactly once, whatever the order', () => {
    const all = letters()
    const expected = groupMatters(all, { segment })
    expect(expected.flatMap((matter) => matter.members.map((member) => member.voiceId)).sort()).toEqual(
      all.map((one) => one.id).sort(),
    )
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(groupMatters(shuffled, { segment })).toEqual(expected)
      }),
      { numRuns: 10 },
    )
  })
})
