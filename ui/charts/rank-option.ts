import { BarChart } from 'echarts/charts'
import { use } from 'echarts/core'
import { formatInteger } from '../format/number.ts'
import type { ChartStyle } from '../theme/use-theme.ts'
import { baseOption } from './base-option.ts'
import { axisTip } from './tip-and-legend.ts'
import type { ChartTable } from './chart-table.ts'
import type { ChartOption } from './echarts-core.ts'

/** A short ranked list, longest bar first. */
export interface RankData {
  readonly itemName: string
  readonly valueName: string
  readonly items: readonly RankItem[]
  readonly format?: (value: number) => string
}

export interface RankItem {
  readonly label: string
  readonly value: number
  /** Drawn in the accent colour; at most one or two. */
  readonly highlighted?: boolean
}

/** Horizontal bars with the value written at the end of each bar: no axis to look up. */
export function rankOption(data: RankData, style: ChartStyle): ChartOption {
  use([BarChart])
  const { theme, fontSize } = style
  const format = data.format ?? formatInteger
  const base = baseOption(style)
  return {
    ...base,
    grid: { ...base.grid, top: 0, right: fontSize * 5 },
    tooltip: {
      ...axisTip(style),
      axisPointer: { type: 'none' },
      valueFormatter: (value) => (typeof value === 'number' ? format(value) : '无数据'),
    },
    xAxis: { type: 'value', show: false, min: 0 },
    yAxis: {
      type: 'category',
      inverse: true,
      data: data.items.map((item) => item.label),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { interval: 0, color: theme.text, fontSize: fontSize + 1, margin: 10 },
    },
    series: [
      {
        id: 'rank',
        name: data.valueName,
        type: 'bar',
        barMaxWidth: fontSize * 1.2,
        itemStyle: { color: theme.series[0] },
        label: {
          show: true,
          position: 'right',
          color: theme.sub,
          fontSize,
          formatter: ({ dataIndex }) => format(data.items[dataIndex]?.value ?? 0),
        },
        data: data.items.map((item) => ({
          value: item.value,
          ...(item.highlighted ? { itemStyle: { color: theme.accent } } : {}),
        })),
      },
    ],
  }
}

/** The same numbers as rows. */
export function rankTable(data: RankData): ChartTable {
  const format = data.format ?? formatInteger
  return {
    columns: ['名次', data.itemName, data.valueName],
    rows: data.items.map((item, index) => [index + 1, item.label, format(item.value)]),
  }
}
