import { formatInteger, missing } from '../format/number.ts'
import type { ChartStyle } from '../theme/use-theme.ts'
import { baseOption, categoryAxis, valueAxis } from './base-option.ts'
import { axisTip, topLegend } from './tip-and-legend.ts'
import type { ChartTable } from './chart-table.ts'
import type { ChartOption } from './echarts-core.ts'

/** One measured line against one or two reference lines over the same categories. */
export interface LinesData {
  readonly categoryName: string
  readonly categories: readonly string[]
  readonly lines: readonly {
    readonly name: string
    readonly values: readonly (number | null)[]
    /** Dashed and pale: something to compare with, not something measured. */
    readonly isReference?: boolean
  }[]
  readonly format?: (value: number) => string
}

/** Lines with gaps where a value is missing. */
export function linesOption(data: LinesData, style: ChartStyle): ChartOption {
  const { theme } = style
  const format = data.format ?? formatInteger
  const base = baseOption(style)
  return {
    ...base,
    legend: topLegend(style),
    tooltip: {
      ...axisTip(style),
      valueFormatter: (value) => (typeof value === 'number' ? format(value) : '无数据'),
    },
    xAxis: categoryAxis(data.categories, style, true),
    yAxis: valueAxis(format, style),
    series: data.lines.map((line, index) => {
      const colour = line.isReference
        ? theme.muted
        : (theme.series[index % theme.series.length] ?? theme.series[0])
      return {
        id: line.name,
        name: line.name,
        type: 'line' as const,
        symbol: line.isReference ? ('none' as const) : ('circle' as const),
        symbolSize: 5,
        itemStyle: { color: colour },
        lineStyle: line.isReference
          ? { color: colour, width: 1.5, type: index % 2 === 1 ? ('dashed' as const) : ('dotted' as const) }
          : { color: colour, width: 2 },
        data: line.values.map((value) => value ?? '-'),
      }
    }),
  }
}

/** The same numbers as rows. */
export function linesTable(data: LinesData): ChartTable {
  const format = data.format ?? formatInteger
  return {
    columns: [data.categoryName, ...data.lines.map((line) => line.name)],
    rows: data.categories.map((category, index) => [
      category,
      ...data.lines.map((line) => {
        const value = line.values[index] ?? null
        return value === null ? missing : format(value)
      }),
    ]),
  }
}
