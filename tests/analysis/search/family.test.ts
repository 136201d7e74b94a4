import { describe, expect, it } from 'vitest'
import { familyOf, promisesOf } from '../../../analysis/search/index.ts'

describe('familyOf', () => {
  it('counts what was raised, answered and promised by year, ascending', () => {
    const family = familyOf([
      { id: 'c', year: 2025, isReplied: true, hasPromise: false },
      { id: 'a', year: 2022, isReplied: true, hasPromise: true },
      { id: 'b', year: 2025, isReplied: false, hasPromise: false },
      { id: 'undated', year: null, isReplied: true, hasPromise: true },
    ])
    expect(family).toEqual({
      firstYear: 2022,
      raised: 4,
      replied: 3,
      promised: 2,
      years: [
        { year: 2022, raised: 1, replied: 1, promised: 1 },
        { year: 2025, raised: 2, replied: 1, promised: 0 },
      ],
    })
  })

  it('has no first year when nothing is dated', () => {
    expect(familyOf([]).firstYear).toBeNull()
  })
})

describe('promisesOf', () => {
  it.each([
    ['经核实情况属实。我局将于2026年6月底前完成改造。感谢您的关注。', '我局将于2026年6月底前完成改造'],
    ['已现场查看。该项目计划于明年启动建设！', '该项目计划于明年启动建设'],
    ['目前资金已落实；街道力争年底前建成投用。', '街道力争年底前建成投用'],
  ])('takes the sentence that says what will be done: %s', (reply, promise) => {
    expect(promisesOf(reply)).toEqual([promise])
  })

  it.each([
    '经核实，该路段已于三月完成修复，不存在积水问题。',
    '我局已将您的意见转交示例街道办理，请您耐心等待。',
    '如需进一步了解，我们将由专人解释，请拨打服务热线。',
    '感谢您对我们工作的支持，我们将继续努力做好服务。',
    '',
  ])('takes nothing done, courteous or conditional: %s', (reply) => {
    expect(promisesOf(reply)).toEqual([])
  })

  it('prefers sentences with a date, keeps their order, and gives at most as many as asked', () => {
    const reply = '我局将加强日常巡查力度。我局将研究长效管理办法。我局将在2026年5月完成整改。'
    expect(promisesOf(reply, 2)).toEqual(['我局将加强日常巡查力度', '我局将在2026年5月完成整改'])
    expect(promisesOf(reply, 1)).toEqual(['我局将在2026年5月完成整改'])
  })

  it('bounds a sentence without end', () => {
    const [promise] = promisesOf(`我局将${'继续整治'.repeat(4000)}`)
    expect(promise?.length).toBeLessThanOrEqual(160)
  })
})
