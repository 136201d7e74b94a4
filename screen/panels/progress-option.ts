import type { ExecutionMonth } from '#contract'
import { baseOption, categoryAxis, formatPercent, valueAxis } from '#ui'
import type { ChartOption, ChartStyle, ChartTable } from '#ui'

/** Two lines at most: what was paid so far, and the course it is judged by; labelled at their ends, no legend. */
export function progressOption(months: readonly ExecutionMonth[], style: ChartStyle): ChartOption {
  const { theme, fontSize } = style
  const seasonal = months.some((month) => month.seasonal !== null)
  const course = seasonal ? '历年同期' : '时间进度'
  const byMonth = new Map(months.map((month) => [month.month, month]))
  const year = Array.from({ length: 12 }, (_, index) => index + 1)
  const courseValues = year.map((month) => (seasonal ? (byMonth.get(month)?.seasonal ?? null) : month / 12))
  const paidValues = year.map((month) => byMonth.get(month)?.rate ?? null)
  const lastMonth = paidValues.filter((value) => value !== null).length - 1
  const paidAbove = (paidValues[lastMonth] ?? 0) >= (courseValues[lastMonth] ?? 0)
  const base = baseOption(style)
  const line = (id: string, name: string, colour: string, values: (number | null)[], above: boolean) => ({
    id,
    name,
    type: 'line' as const,
    symbol: 'none',
    lineStyle:
      id === 'paid' ? { width: 4, color: colour } : { width: 2, color: colour, type: 'dashed' as const },
    itemStyle: { color: colour },
    endLabel: {
      show: true,
      color: colour,
      fontSize,
      fontFamily: theme.fontFamily,
      // The two ends are often a few points apart: one label goes up, the other down.
      offset: [0, above ? -12 : 12],
      formatter: () => `${name} ${formatPercent(lastOf(values), 0)}`,
    },
    data: values.map((value) => value ?? '-'),
  })
  return {
    ...base,
    grid: { ...base.grid, top: fontSize, right: fontSize * 8 },
    xAxis: {
      ...categoryAxis(
        year.map((month) => `${month}月`),
        style,
        true,
      ),
      boundaryGap: false,
    },
    yAxis: { ...valueAxis((value) => formatPercent(value, 0), style), min: 0, max: 1 },
    series: [
      line('course', course, theme.sub, courseValues, !paidAbove),
      line('paid', '已支出', theme.series[0], paidValues, paidAbove),
    ],
  }
}

/** The same numbers as rows. */
export function progressTable(months: readonly ExecutionMonth[]): ChartTable {
  return {
    columns: ['月份', '已支出', '时间进度', '历年同期'],
    rows: months.map((month) => [
      `${month.month}月`,
      formatPercent(month.rate),
      formatPercent(month.linear),
      formatPercent(month.seasonal),
    ]),
  }
}

function lastOf(values: readonly (number | null)[]): number | null {
  return [...values].reverse().find((value) => value !== null) ?? null
}
