import { BarChart } from 'echarts/charts'
import { use } from 'echarts/core'
import { formatPercent, formatPoints } from '../format/number.ts'
import type { ChartStyle } from '../theme/use-theme.ts'
import { baseOption } from './base-option.ts'
import { axisTip } from './tip-and-legend.ts'
import type { ChartTable } from './chart-table.ts'
import type { ChartOption } from './echarts-core.ts'
import { escapeHtml } from './trend-option.ts'

/** Budget execution of several units against the share of the year that has passed. */
export interface ExecutionData {
  readonly items: readonly { readonly label: string; readonly rate: number | null }[]
  /** Share of the year passed at the data date, 0–1; null when the data has no date. */
  readonly timeProgress: number | null
}

/** How far behind time counts as slow: 10 and 20 points, the defaults of rule B12. */
const slow = { attention: 0.1, strong: 0.2 }

/** Horizontal bars of rates with one upright line at the time progress. */
export function executionOption(data: ExecutionData, style: ChartStyle): ChartOption {
  use([BarChart])
  const { theme, fontSize } = style
  const base = baseOption(style)
  const time = data.timeProgress
  const highest = Math.max(1, ...data.items.map((item) => item.rate ?? 0))
  return {
    ...base,
    grid: { ...base.grid, top: fontSize * 2, right: 4 },
    tooltip: {
      ...axisTip(style),
      axisPointer: { type: 'none' },
      formatter: (hit: unknown) => executionTip(data, hit),
    },
    xAxis: { type: 'value', show: false, min: 0, max: Math.min(highest, 1.5) },
    yAxis: [
      nameAxis(
        data.items.map((item) => item.label),
        'left',
        theme.text,
        fontSize,
      ),
      // The rates stand in a column of their own, clear of bars and time line.
      nameAxis(
        data.items.map((item) => formatPercent(item.rate)),
        'right',
        theme.sub,
        fontSize,
      ),
    ],
    series: [
      {
        id: 'rate',
        name: '执行率',
        type: 'bar',
        barMaxWidth: fontSize * 1.1,
        showBackground: true,
        backgroundStyle: { color: theme.line, opacity: 0.35 },
        data: data.items.map((item) => ({
          value: item.rate ?? '-',
          itemStyle: { color: rateColour(item.rate, time, style) },
        })),
        ...(time === null ? {} : { markLine: timeLine(time, style) }),
      },
    ],
  }
}

/** The same numbers as rows, with the distance from the time progress. */
export function executionTable(data: ExecutionData): ChartTable {
  const time = data.timeProgress
  return {
    columns: ['单位', '执行率', '时间进度', '与时间进度相差'],
    rows: data.items.map((item) => [
      item.label,
      formatPercent(item.rate),
      formatPercent(time),
      formatPoints(item.rate === null || time === null ? null : item.rate - time),
    ]),
  }
}

function nameAxis(names: string[], position: 'left' | 'right', color: string, fontSize: number) {
  return {
    type: 'category' as const,
    position,
    inverse: true,
    data: names,
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { interval: 0, color, fontSize: fontSize + 1, margin: 10 },
  }
}

function timeLine(time: number, { theme, fontSize }: ChartStyle) {
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color: theme.text, type: 'dashed' as const, width: 1 },
    label: {
      color: theme.text,
      fontSize,
      formatter: `时间进度 ${formatPercent(time)}`,
      position: 'start' as const,
    },
    data: [{ xAxis: time }],
  }
}

function rateColour(rate: number | null, time: number | null, { theme }: ChartStyle): string {
  if (rate === null || time === null) return theme.series[0]
  if (rate > 1 || time - rate > slow.strong) return theme.status.bad
  return time - rate > slow.attention ? theme.status.warn : theme.series[0]
}

function executionTip(data: ExecutionData, hit: unknown): string {
  const first = (Array.isArray(hit) ? hit[0] : hit) as { dataIndex?: number } | undefined
  const item = data.items[first?.dataIndex ?? -1]
  if (!item) return ''
  const lines = [escapeHtml(item.label), `执行率 ${formatPercent(item.rate)}`]
  if (data.timeProgress !== null && item.rate !== null) {
    lines.push(
      `时间进度 ${formatPercent(data.timeProgress)}，相差 ${formatPoints(item.rate - data.timeProgress)}`,
    )
  }
  return lines.join('<br>')
}
