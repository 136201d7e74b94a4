import { BarChart } from 'echarts/charts'
import { use } from 'echarts/core'
import { formatInteger } from '../format/number.ts'
import type { ChartStyle } from '../theme/use-theme.ts'
import { baseOption, categoryAxis, valueAxis } from './base-option.ts'
import { axisTip, topLegend } from './tip-and-legend.ts'
import type { ChartTable } from './chart-table.ts'
import type { ChartOption } from './echarts-core.ts'

/** Amounts by category (months, units), one or several series stacked. */
export interface ColumnData {
  readonly categoryName: string
  readonly categories: readonly string[]
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[]
  readonly format?: (value: number) => string
}

/** Stacked columns; one series needs no legend. */
export function columnOption(data: ColumnData, style: ChartStyle): ChartOption {
  use([BarChart])
  const format = data.format ?? formatInteger
  const single = data.series.length === 1
  const base = baseOption(style)
  return {
    ...base,
    grid: { ...base.grid, top: single ? 12 : base.grid.top },
    legend: { ...topLegend(style), show: !single },
    tooltip: {
      ...axisTip(style),
      axisPointer: { type: 'shadow', shadowStyle: { color: style.theme.line, opacity: 0.4 } },
      valueFormatter: (value) => (typeof value === 'number' ? format(value) : '无数据'),
    },
    xAxis: categoryAxis(data.categories, style, true),
    yAxis: valueAxis(format, style),
    series: data.series.map((series, index) => ({
      id: series.name,
      name: series.name,
      type: 'bar' as const,
      stack: 'all',
      barMaxWidth: 28,
      itemStyle: { color: style.theme.series[index % style.theme.series.length] ?? style.theme.series[0] },
      data: series.values.map((value) => value ?? '-'),
    })),
  }
}

/** The same numbers as rows, with a total when there are several series. */
export function columnTable(data: ColumnData): ChartTable {
  const format = data.format ?? formatInteger
  const several = data.series.length > 1
  return {
    columns: [data.categoryName, ...data.series.map((series) => series.name), ...(several ? ['合计'] : [])],
    rows: data.categories.map((category, index) => {
      const values = data.series.map((series) => series.values[index] ?? null)
      const total = values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
      return [
        category,
        ...values.map((value) => (value === null ? '—' : format(value))),
        ...(several ? [format(total)] : []),
      ]
    }),
  }
}
