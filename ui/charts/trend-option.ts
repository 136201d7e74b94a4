import { formatInteger, missing } from '../format/number.ts'
import type { ChartStyle } from '../theme/use-theme.ts'
import { baseOption, categoryAxis, valueAxis } from './base-option.ts'
import { axisTip, topLegend } from './tip-and-legend.ts'
import type { ChartTable } from './chart-table.ts'
import type { ChartOption } from './echarts-core.ts'

/** A measure over time, with the band in which it was expected to stay. */
export interface TrendData {
  readonly name: string
  readonly points: readonly TrendPoint[]
  readonly bandName?: string
  readonly format?: (value: number) => string
}

export interface TrendPoint {
  readonly label: string
  readonly value: number | null
  readonly expected?: number | null
  readonly low?: number | null
  readonly high?: number | null
}

/** Line of the measure over a pale band from `low` to `high`; dots where a value leaves the band. */
export function trendOption(data: TrendData, style: ChartStyle): ChartOption {
  const { theme } = style
  const format = data.format ?? formatInteger
  const banded = data.points.some((point) => isKnown(point.high))
  const bandName = data.bandName ?? '预期范围'
  const colour = theme.series[0]
  // The band is two stacked lines: an invisible floor and the distance from it to the ceiling.
  const band = [
    { id: 'low', values: data.points.map((point) => point.low ?? 0), opacity: 0 },
    { id: 'band', values: data.points.map((point) => (point.high ?? 0) - (point.low ?? 0)), opacity: 0.16 },
  ]
  return {
    ...baseOption(style),
    legend: { ...topLegend(style), data: banded ? [data.name, bandName] : [data.name] },
    tooltip: { ...axisTip(style), formatter: (hit: unknown) => trendTip(data, hit, format) },
    xAxis: {
      ...categoryAxis(
        data.points.map((point) => point.label),
        style,
        true,
      ),
      boundaryGap: false,
    },
    yAxis: valueAxis(format, style),
    series: [
      ...(banded ? band : []).map((part) => ({
        id: part.id,
        name: part.id === 'band' ? bandName : '',
        type: 'line' as const,
        stack: 'band',
        symbol: 'none' as const,
        silent: true,
        lineStyle: { opacity: 0 },
        itemStyle: { color: theme.muted, opacity: 0.4 },
        areaStyle: { color: theme.muted, opacity: part.opacity },
        data: part.values,
      })),
      {
        id: 'value',
        name: data.name,
        type: 'line',
        lineStyle: { width: 2, color: colour },
        itemStyle: { color: colour },
        symbol: 'circle',
        data: data.points.map((point) => ({
          value: point.value ?? '-',
          symbolSize: isOutside(point) ? 8 : data.points.length < 20 ? 4 : 0,
          ...(isOutside(point) ? { itemStyle: { color: theme.status.bad } } : {}),
        })),
      },
    ],
  }
}

/** The same numbers as rows. */
export function trendTable(data: TrendData): ChartTable {
  const banded = data.points.some((point) => isKnown(point.high))
  const format = data.format ?? formatInteger
  const show = (value: number | null | undefined) => (isKnown(value) ? format(value) : missing)
  return {
    columns: banded ? ['时间', data.name, '预期', '预期下限', '预期上限'] : ['时间', data.name],
    rows: data.points.map((point) =>
      banded
        ? [point.label, show(point.value), show(point.expected), show(point.low), show(point.high)]
        : [point.label, show(point.value)],
    ),
  }
}

function isKnown(value: number | null | undefined): value is number {
  return value !== null && value !== undefined
}

function isOutside(point: TrendPoint): boolean {
  return point.value !== null && isKnown(point.high) && point.value > point.high
}

function trendTip(data: TrendData, hit: unknown, format: (value: number) => string): string {
  const first = (Array.isArray(hit) ? hit[0] : hit) as { dataIndex?: number } | undefined
  const point = data.points[first?.dataIndex ?? -1]
  if (!point) return ''
  const lines = [escapeHtml(point.label)]
  lines.push(`${escapeHtml(data.name)}：${point.value === null ? '无数据' : format(point.value)}`)
  if (isKnown(point.low) && isKnown(point.high)) lines.push(`预期 ${format(point.low)}–${format(point.high)}`)
  if (isOutside(point)) lines.push('▲ 高于预期')
  return lines.join('<br>')
}

/** Names come from data and the tooltip is HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
