import { describe, expect, it } from 'vitest'
import { dateOf, dayOf, weekOf } from '../../../analysis/topics/calendar.ts'
import { measureGrowth } from '../../../analysis/topics/growth.ts'
import { cleanTitle } from '../../../analysis/topics/headline.ts'
import { assignIds } from '../../../analysis/topics/identity.ts'
import { lifecycleOf } from '../../../analysis/topics/lifecycle.ts'
import { weeklyTrend } from '../../../analysis/topics/weeks.ts'

describe('calendar', () => {
  it('takes the local day of a UTC time, and Mondays as week starts', () => {
    expect(dateOf(dayOf('2026-03-01T16:30:00Z') ?? 0)).toBe('2026-03-02')
    expect(dateOf(weekOf(dayOf('2026-03-04T00:00:00Z') ?? 0))).toBe('2026-03-02')
    expect(dateOf(weekOf(-3))).toBe('1969-12-29')
    expect(dayOf('nonsense')).toBeNull()
  })
})

describe('weeklyTrend', () => {
  it('fills empty weeks and bands each by the weeks before it', () => {
    const start = dayOf('2026-01-05T00:00:00Z') ?? 0
    const weeks = weeklyTrend([start + 28, start + 29, start + 43], start, start + 50)
    expect(weeks.map((week) => [week.weekStart, week.voices])).toEqual([
      ['2026-02-02', 2],
      ['2026-02-09', 0],
      ['2026-02-16', 1],
      ['2026-02-23', 0],
    ])
    expect(weeks[0]?.expected).toBe(0)
    expect(weeks[2]?.expected).toBeCloseTo(2 / 6)
  })
})

describe('lifecycle and growth', () => {
  const of = (days: number[], end: number) => lifecycleOf(days, end, measureGrowth(days, 0))
  it('follows a topic from its first letters to its return', () => {
    expect(of([390, 395], 400)).toBe('萌芽')
    expect(of([350, 360, 380, 385, 390, 391, 399], 400)).toBe('上升')
    expect(of([330, 335, 340, 341, 352, 353, 360, 365, 380, 385, 390, 395], 400)).toBe('高位')
    expect(of([100, 101, 102, 103, 104, 105], 400)).toBe('回落')
    expect(of([100, 101, 102, 103, 104, 105, 390, 391, 392, 393], 400)).toBe('反弹')
  })

  it('measures a burst against the windows before it', () => {
    const growth = measureGrowth([10, 40, 70, 200, 201, 202, 203, 204, 205, 206, 207], 0)
    expect(growth).toMatchObject({ peak: 8, peakStart: 200, hasEarlier: true })
    expect(growth.peak).toBeGreaterThan(growth.high)
    expect(measureGrowth([3, 4], 0).hasEarlier).toBe(false)
  })
})

describe('cleanTitle', () => {
  it.each([
    ['投诉云岭市御澜府捆绑销售车位！', '云岭市御澜府捆绑销售车位'],
    ['请问岭东区云栖路旧城改造究竟要拖到何时', '岭东区云栖路旧城改造'],
    ['再次反映：澄湖区翡翠湾暖气不热，请领导解决', '澄湖区翡翠湾暖气不热'],
    ['岭西区学区划分不合理', '岭西区学区划分不合理'],
  ])('%s', (title, expected) => {
    expect(cleanTitle(title)).toBe(expected)
  })
})

describe('assignIds', () => {
  it('reports merges and splits, and never gives one id twice', () => {
    const previous = [
      { id: 'T1', title: '甲', voiceIds: ['a', 'b', 'c', 'd'] },
      { id: 'T2', title: '乙', voiceIds: ['e', 'f', 'g'] },
    ]
    const merged = assignIds([{ title: '甲', voiceIds: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] }], previous)
    expect(merged).toEqual({
      ids: ['T1'],
      events: [
        { kind: 'kept', topicId: 'T1', title: '甲', voices: 7, voicesBefore: 4 },
        {
          kind: 'merged',
          topicId: 'T2',
          otherId: 'T1',
          title: '乙',
          otherTitle: '甲',
          voices: 0,
          voicesBefore: 3,
        },
      ],
    })
    const split = assignIds(
      [
        { title: '甲', voiceIds: ['a', 'b'] },
        { title: '丙', voiceIds: ['c', 'd'] },
      ],
      previous,
    )
    expect(new Set(split.ids).size).toBe(2)
    expect(split.events.map((event) => event.kind).sort()).toEqual(['ended', 'kept', 'new', 'split'])
  })
})
