import { describe, expect, it } from 'vitest'
import { predictExplained, scoreReply, trainReplyModel } from '../../../analysis/replies/index.ts'
import { macroF1 } from '../../../analysis/replies/evaluate.ts'
import { segment } from '../topics/letters.ts'

const LETTER = {
  title: '请求解决金桂苑小区停水问题',
  body: '金桂苑小区本月已停水五次。请问停水的原因是什么？希望尽快更换老旧水管。',
}
const FULL =
  '网友您好！您的留言已收悉，现回复如下：经核实，金桂苑小区停水系老旧水管爆裂所致。根据《城市供水条例》第二十条，市水务公司已于3月5日完成抢修，下一步将于6月底前更换全部老旧水管。如有疑问请致电0000-1234567。感谢您的关注！'
const TEMPLATE = '网友您好！您的留言已收悉，我们已转相关部门处理。感谢您的关注！'

describe('scoreReply', () => {
  it('tells an answer with reasons from a receipt', () => {
    const full = scoreReply(LETTER, FULL, segment)
    const template = scoreReply(LETTER, TEMPLATE, segment)
    expect(full).toMatchObject({ explained: true, isTemplateOnly: false, completeScore: 1 })
    expect(template).toMatchObject({ explained: false, isTemplateOnly: true, relevanceScore: 0 })
    expect(full.explainedScore).toBeGreaterThan(template.explainedScore)
    expect(full.relevanceScore).toBeGreaterThan(0.5)
  })

  it('holds each ask against the reply', () => {
    const beside = '网友您好！金桂苑小区本月停水五次，停水的原因是水管老旧。我公司将加强巡查，感谢理解。'
    const asks = scoreReply(
      { ...LETTER, body: `${LETTER.body}另外请问阶梯电价怎样计算？` },
      beside,
      segment,
    ).asks
    expect(asks.find((ask) => ask.text.includes('原因'))?.answered).toBe(true)
    expect(asks.find((ask) => ask.text.includes('阶梯电价'))?.answered).toBe(false)
  })

  it.each(['', '   ', '。。。', '😀', '回复'.repeat(100_000)])('keeps scores within bounds (%#)', (reply) => {
    const score = scoreReply(LETTER, reply, segment)
    for (const value of [score.explainedScore, score.completeScore, score.relevanceScore]) {
      expect(value).toBeGreaterThanOrEqual(0)
      expect(value).toBeLessThanOrEqual(1)
    }
  })
})

describe('trainReplyModel', () => {
  it('learns from labels, the same every time', () => {
    const examples = [
      FULL,
      `${FULL}经查属实。`,
      `${FULL}已整改。`,
      TEMPLATE,
      '您好！留言已收悉。',
      '您反映的问题已转办。',
    ].map((reply, index) => ({ reply, explained: index < 3 }))
    const model = trainReplyModel(examples)
    expect(trainReplyModel(examples)).toEqual(model)
    expect(predictExplained(model, FULL).explained).toBe(true)
    expect(predictExplained(model, TEMPLATE).explained).toBe(false)
    expect(() => trainReplyModel(examples.slice(0, 3))).toThrow(RangeError)
  })
})

describe('macroF1', () => {
  it('is the mean of both answers', () => {
    expect(macroF1([true, true, false], [true, true, false])).toBe(1)
    expect(macroF1([true, true, false], [true, true, true])).toBeCloseTo(0.4)
  })
})
