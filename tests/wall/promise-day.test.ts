import { describe, expect, it } from 'vitest'
import { promiseDay } from '../../wall/panels/kinds/suggestions/promise-day.ts'

describe('by when a promise was to be kept', () => {
  it.each([
    ['我局将于2026年6月底前完成改造', '2026-06-30'],
    ['计划2027年启动', '2027-12-31'],
    ['力争年底前投用', '2025-12-31'],
    ['拟在明年3月开工', '2026-03-31'],
    ['将列入明年计划', '2026-12-31'],
    ['争取11月完工', '2025-11-30'],
    // March is over when the reply is written in October: the next one is meant.
    ['计划3月开工', '2026-03-31'],
    ['将于2026年第二季度完成', '2026-06-30'],
    ['预计明年上半年完成', '2026-06-30'],
    ['2024年2月前完成', '2024-02-29'],
    ['将持续加强监管', null],
    ['将用3个月时间整治', null],
  ])('%s → %s', (sentence, day) => {
    expect(promiseDay(sentence, '2025-10-15')).toBe(day)
  })
})
