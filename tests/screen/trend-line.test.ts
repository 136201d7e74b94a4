import { describe, expect, test } from 'vitest'
import type { TrendContent } from '#contract'
import { themes } from '#ui'
import { namesAtEnds, trendLineOption } from '../../screen/forms/trend-line.ts'

const trend = (label: string): TrendContent => ({
  form: 'trend',
  unit: '件',
  periods: ['2026-10-05', '2026-10-12', '2026-10-19'],
  series: [{ id: 'a', label, values: [1, 4, 3] }],
  band: null,
  marks: [],
})
const room = { width: 560, height: 460 }
const long = '云栖半岛旁搅拌站夜间噪声与粉尘'

describe('the name of a line', () => {
  test('stands at its end where the lines keep most of the width', () => {
    expect(namesAtEnds(trend('来件'), 31, room)).toBe(true)
  })

  test('never takes the width from the lines: a long one stands above the chart', () => {
    expect(namesAtEnds(trend(long), 31, room)).toBe(false)
    const option = trendLineOption(trend(long), { theme: themes.blue, fontSize: 31 }, room, false)
    const { right } = option.grid as { right: number }
    expect(right).toBeLessThan(room.width / 4)
    expect(JSON.stringify(option)).not.toContain(`${long}\\n`)
  })
})
