import { describe, expect, it } from 'vitest'
import * as say from '../../screen/panels/headlines.ts'
import { rampClass } from '../../screen/panels/tiles.ts'
import { shorten, withoutSharedPrefix } from '../../screen/panels/shorten.ts'

const week = (weekStart: string, voices: number, band: [number, number] | null = [60, 100]) => ({
  weekStart,
  voices,
  expected: band === null ? null : (band[0] + band[1]) / 2,
  expectedLow: band?.[0] ?? null,
  expectedHigh: band?.[1] ?? null,
})

describe('trendHeadline', () => {
  it('counts the weeks in a row above the band and leaves the running week out', () => {
    const weeks = [
      week('2026-09-28', 80),
      week('2026-10-05', 120),
      week('2026-10-12', 130),
      week('2026-10-19', 140),
      week('2026-10-26', 9),
    ]
    expect(say.trendHeadline(weeks, '2026-10-28')).toBe('连续 3 周高于预期：上周 140 件')
  })

  it.each([
    [[week('2026-10-05', 101)], '上周 101 件，高于预期的 60–100'],
    [[week('2026-10-05', 100)], '上周 100 件，在预期之内'],
    [[week('2026-10-05', 59)], '上周 59 件，低于预期的 60–100'],
    [[week('2026-10-05', 59, null)], '上周 59 件，历史不足，不作判断'],
    [[week('2026-10-26', 59)], '尚无一整周的来信来电'],
  ])('says no more than the numbers do: %#', (weeks, sentence) => {
    expect(say.trendHeadline(weeks, '2026-10-31')).toBe(sentence)
  })
})

describe('other headlines', () => {
  it('names the district with most voices, ties by name', () => {
    const tile = (district: string, voices: number, change: number | null) => ({
      district,
      voices,
      previous: 1,
      change,
    })
    expect(say.districtsHeadline([tile('乙区', 5, null), tile('甲区', 5, 0.2)])).toBe('乙区最多：5 件')
    expect(say.districtsHeadline([tile('甲区', 0, null)])).toContain('没有')
  })

  it('compares spending with earlier years when there are any, else with time', () => {
    const month = {
      fiscalYear: 2026,
      month: 10,
      paid: '1',
      cumulativePaid: '1',
      adjustedBudget: '2',
      linear: 10 / 12,
    }
    expect(say.executionHeadline([{ ...month, rate: 0.75, seasonal: 0.81 }])).toBe(
      '10 月底支出 75.0%，慢于往年同期 6.0 点',
    )
    expect(say.executionHeadline([{ ...month, rate: 10 / 12, seasonal: null }])).toContain('与时间进度持平')
    expect(say.executionHeadline([])).toContain('未到')
  })

  it('counts findings without calling them more than doubts', () => {
    const count = (severity: '红' | '黄', findings: number) => ({ severity, findings, units: 1 })
    expect(say.findingsHeadline([count('红', 2), count('黄', 3)])).toBe('5 条疑点待核实，红色 2 条')
    expect(say.findingsHeadline([])).toBe('没有待核实的疑点')
  })

  it('says which suggestions are late, and when none is', () => {
    expect(say.stagesHeadline(200, [{ stage: '逾期未答复', suggestions: 10 }])).toBe(
      '10 件逾期未答复，占 5.0%',
    )
    expect(say.stagesHeadline(200, [{ stage: '已答复', suggestions: 200 }])).toContain('没有逾期')
    expect(
      say.lateUnitsHeadline([{ unit: '甲局', suggestions: 9, late: 3, unreplied: 2, longestDays: 4 }]),
    ).toBe('1 家单位 2 件到期未答')
  })
})

describe('small parts', () => {
  it('classes values by quarters of the largest', () => {
    expect([0, 24, 25, 50, 75, 100].map((value) => rampClass(value, [100]))).toEqual([1, 1, 2, 3, 4, 4])
    expect(rampClass(0, [0])).toBe(1)
  })

  it('shortens at a pause when one is near, else with an ellipsis, and counts characters', () => {
    expect(shorten('八个字以内的标题', 8)).toBe('八个字以内的标题')
    expect(shorten('小区水管爆裂三天无人修，业主多次反映', 14)).toBe('小区水管爆裂三天无人修')
    expect(shorten('没有标点的一个很长很长的标题', 8)).toBe('没有标点的一个…')
    expect(Array.from(shorten('𠮷𠮷𠮷𠮷𠮷', 4))).toHaveLength(4)
  })

  it('drops only a beginning that all names share', () => {
    expect(withoutSharedPrefix(['云岭市教育局', '云岭市民政局'])).toEqual(['教育局', '民政局'])
    expect(withoutSharedPrefix(['云岭市教育局', '青禾县民政局'])).toEqual(['云岭市教育局', '青禾县民政局'])
    expect(withoutSharedPrefix(['云岭市教育局'])).toEqual(['云岭市教育局'])
  })
})
