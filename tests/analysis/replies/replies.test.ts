import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  explainScore,
  findTemplates,
  parseReplyModel,
  predictExplained,
  rankGroups,
  scoreReply,
  trainReplyModel,
} from '../../../analysis/replies/index.ts'
import { evaluateReplies, macroF1 } from '../../../analysis/replies/evaluate.ts'
import { bestThreshold } from '../../../analysis/replies/train.ts'
import { readTimeliness } from '../../../analysis/replies/timeliness.ts'
import { segment } from '../topics/letters.ts'

const LETTER = {
  title: '请求解决金桂苑小区停水问题',
  body: '金桂苑小区本月已停水五次。请问停水的原因是什么？希望尽快更换老旧水管。',
}
const FULL =
  '网友您好！您的留言已收悉，现回复如下：经核实，金桂苑小区停水系老旧水管爆裂所致。根据《城市供水条例》第二十条，市水务公司已于3月5日完成抢修，下一步将于6月底前更换全部老旧水管。如有疑问请致电0000-1234567。感谢您的关注！'
const RECEIPT = '网友您好！您的留言已收悉，我们已转相关部门处理。感谢您的关注！'

describe('scoreReply', () => {
  it('tells an answer with reasons from a receipt', () => {
    const full = scoreReply(LETTER, FULL, segment)
    const receipt = scoreReply(LETTER, RECEIPT, segment)
    expect(full).toMatchObject({ explained: true, isAcknowledgement: false, completeScore: 1 })
    expect(receipt).toMatchObject({ explained: false, isAcknowledgement: true, relevanceScore: 0 })
    expect(full.explainedScore).toBeGreaterThan(receipt.explainedScore)
    expect(full.relevanceScore).toBeGreaterThan(0.5)
    expect(receipt.score).toBeLessThanOrEqual(0.3)
    expect(explainScore(receipt)[0]).toContain('只告知收悉或转办')
  })

  it('holds each ask against the reply and names the sentence that answers', () => {
    const beside = '网友您好！金桂苑小区本月停水五次，停水的原因是水管老旧。我公司将加强巡查，感谢理解。'
    const letter = { ...LETTER, body: `${LETTER.body}另外请问阶梯电价怎样计算？` }
    const { asks, sentences } = scoreReply(letter, beside, segment)
    const cause = asks.find((ask) => ask.text.includes('原因'))
    expect(cause?.state).toBe('answered')
    expect(sentences[cause?.sentences[0] ?? -1]).toContain('水管老旧')
    expect(asks.find((ask) => ask.text.includes('阶梯电价'))).toMatchObject({ state: 'open', sentences: [] })
  })

  it('does not take an opening that repeats the subject for an answer', () => {
    const opening = '您反映的请求解决金桂苑小区停水问题、停水的原因、更换老旧水管一事收悉，现回复如下：'
    const { asks } = scoreReply(LETTER, `${opening}我们高度重视群众来信，感谢支持。`, segment)
    expect(asks.map((ask) => ask.state)).not.toContain('answered')
  })

  it('leaves rhetorical questions out', () => {
    const letter = { title: '停水', body: '请问何时恢复供水？天理何在？难道没有王法吗？' }
    expect(scoreReply(letter, FULL, segment).asks.map((ask) => ask.text)).toEqual(['请问何时恢复供水？'])
  })

  it('calls a brush-off by its name', () => {
    const harsh = scoreReply(LETTER, '此事与我局无关，请不要再反映。后果自负。', segment)
    expect(harsh.attitude.harsh.length).toBeGreaterThanOrEqual(2)
    expect(harsh.attitude.score).toBe(0)
  })

  it.each(['', '   ', '。。。', '😀', '<b>已收悉</b>', '已​收​悉', '回复'.repeat(100_000)])(
    'keeps scores within bounds (%#)',
    (reply) => {
      const score = scoreReply(LETTER, reply, segment)
      for (const value of [score.score, score.explainedScore, score.completeScore, score.relevanceScore]) {
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(1)
      }
    },
  )
})

describe('readTimeliness', () => {
  it('counts working days: National Day does not count, its make-up weekend does', () => {
    // 2025-10-09 and 10 are the first working days after the holidays, Saturday the 11th makes up for one.
    const dates = { created: '2025-09-30', replied: '2025-10-11', due: '2025-11-29' }
    expect(readTimeliness(dates)).toMatchObject({ workdays: 3, score: 1 })
  })

  it('says nothing without dates or when the reply is older than the letter', () => {
    expect(readTimeliness({ created: null, replied: '2025-10-11', due: null })).toBeNull()
    expect(readTimeliness({ created: '2025-10-12', replied: '2025-10-11', due: null })).toBeNull()
  })

  it('never scores a later reply higher', () => {
    const score = (days: number) =>
      readTimeliness({
        created: '2024-01-02',
        replied: new Date(Date.UTC(2024, 0, 2 + days)).toISOString().slice(0, 10),
        due: '2024-03-02',
      })?.score ?? 0
    fc.assert(
      fc.property(fc.nat(400), fc.nat(400), (a, b) => score(Math.max(a, b)) <= score(Math.min(a, b))),
      { numRuns: 40 },
    )
  })
})

describe('findTemplates', () => {
  const replies = ['市甲局', '市乙局', '市丙局', '市丁局'].map((unit, index) => ({
    id: `R${String(index)}`,
    reply: `网友您好！您反映的问题已转${unit}调查处理。感谢您的留言！2026年3月${String(index + 1)}日`,
  }))

  it('finds the text behind different receivers and dates, whatever the order', () => {
    const all = [...replies, { id: 'R9', reply: FULL }]
    const { templates, uses } = findTemplates(all)
    expect(templates).toMatchObject([{ kind: '程式答复', replies: 4 }])
    expect(templates[0]?.text).not.toContain('市甲局')
    expect(uses.find((use) => use.id === 'R9')?.template).toBeNull()
    expect(findTemplates([...all].reverse())).toEqual({ templates, uses })
  })

  it('tells one answer given to several letters from an empty formula', () => {
    const same = ['a', 'b', 'c'].map((id) => ({ id, reply: FULL }))
    expect(findTemplates(same).templates).toMatchObject([{ kind: '同文答复', replies: 3 }])
    expect(findTemplates(same.slice(0, 2)).templates).toEqual([])
  })
})

describe('trainReplyModel', () => {
  const examples = [
    FULL,
    `${FULL}经查属实。`,
    `${FULL}已整改。`,
    RECEIPT,
    '您好！留言已收悉。',
    '您反映的问题已转办。',
  ].map((reply, index) => ({ reply, explained: index < 3 }))

  it('learns from labels, the same every time, and survives being stored', () => {
    const model = trainReplyModel(examples)
    expect(trainReplyModel(examples)).toEqual(model)
    expect(parseReplyModel(JSON.stringify(model))).toEqual(model)
    expect(predictExplained(model, FULL).explained).toBe(true)
    expect(predictExplained(model, RECEIPT).explained).toBe(false)
    expect(() => trainReplyModel(examples.slice(0, 3))).toThrow(RangeError)
    expect(() => parseReplyModel('{"version":1}')).toThrow(RangeError)
  })

  it('is measured beside length on replies it has not seen', () => {
    const many = Array.from({ length: 12 }, (_, copy) =>
      examples.map(({ reply, explained }) => ({
        reply: `${reply}${'甲乙丙丁戊己庚辛壬癸子丑'.charAt(copy)}`,
        explained,
      })),
    ).flat()
    const figures = evaluateReplies(many, { repeats: 2 })
    expect(figures).toMatchObject({ examples: 72, explained: 36 })
    expect(figures.model.value).toBe(1)
    expect(figures.model.low).toBeLessThanOrEqual(figures.model.value)
    expect(evaluateReplies([...many].reverse(), { repeats: 2 }).model.value).toBe(figures.model.value)
  })
})

describe('bestThreshold', () => {
  it('lies above one half when “no” is rare', () => {
    const sure = [
      ...Array<number>(90).fill(0.98),
      ...Array<number>(4).fill(0.55),
      ...Array<number>(6).fill(0.05),
    ]
    expect(bestThreshold(sure)).toBeGreaterThan(0.5)
  })
})

describe('rankGroups', () => {
  const group = (name: string, replies: number, mean: number) => ({ name, replies, mean, deviation: 0.2 })

  it('ranks only what can be told apart', () => {
    const ranked = rankGroups([
      group('甲', 400, 0.8),
      group('乙', 400, 0.79),
      group('丙', 400, 0.4),
      group('丁', 3, 0.99),
    ])
    expect(ranked.map(({ name, bestRank, worstRank }) => [name, bestRank, worstRank])).toEqual([
      ['甲', 1, 2],
      ['乙', 1, 2],
      ['丙', 3, 3],
      ['丁', null, null],
    ])
  })

  it('gives every group a range that holds its place by mean', () => {
    const some = fc.array(
      fc.record({
        replies: fc.integer({ min: 8, max: 500 }),
        mean: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(some, (groups) => {
        const ranked = rankGroups(groups.map((one, at) => ({ ...one, name: String(at), deviation: 0.15 })))
        ranked.forEach((one, at) => {
          expect(one.bestRank ?? 99).toBeLessThanOrEqual(at + 1)
          expect(one.worstRank ?? 0).toBeGreaterThanOrEqual(at + 1)
        })
      }),
    )
  })
})

describe('macroF1', () => {
  it('is the mean of both answers', () => {
    expect(macroF1([true, true, false], [true, true, false])).toBe(1)
    expect(macroF1([true, true, false], [true, true, true])).toBeCloseTo(0.4)
  })
})
