import type { TrendContent } from '#contract'
import { baseOption, categoryAxis, compactFigure, formatPercent, metricFigure, valueAxis } from '#ui'
import type { ChartOption, ChartStyle, ChartTable } from '#ui'
import { emWidth, type Room } from './text-fit.ts'

/** A third line is not told apart from afar. */
export const mostLines = 2

/**
 * Lines with their last value, and their name where it has room, at their ends, over the band that was expected; marks
 * say what happened when.
 */
export function trendLineOption(
  content: TrendContent,
  style: ChartStyle,
  room: Room,
  named: boolean,
): ChartOption {
  const { theme, fontSize } = style
  const lines = content.series.slice(0, mostLines)
  const ends = planEnds(lines, fontSize, room, named)
  const { split, offsets, lift } = ends
  const right = Math.ceil(endWidth(lines, content.unit, ends) * fontSize) + 12
  const base = baseOption(style)
  return {
    ...base,
    grid: { ...base.grid, top: fontSize * (content.marks.length > 0 ? 1.8 : 0.8) + lift, right },
    xAxis: {
      ...categoryAxis(content.periods.map(shortPeriod), style),
      boundaryGap: false,
      axisLabel: { color: theme.sub, fontSize, ...labelPlan(content.periods, fontSize, room.width - right) },
    },
    yAxis: {
      ...valueAxis((value) => axisFigure(value, content.unit), style),
      axisLabel: {
        color: theme.muted,
        fontSize,
        hideOverlap: true,
        formatter: (value: number) => axisFigure(value, content.unit),
      },
      splitNumber: room.height > fontSize * 11 ? 4 : room.height > fontSize * 7 ? 2 : 1,
    },
    series: [
      ...bandSeries(content, theme.muted),
      ...lines.map((line, index) => ({
        id: line.id,
        name: line.label,
        type: 'line' as const,
        // A single period is a point, no line.
        symbol: content.periods.length > 1 ? 'none' : 'circle',
        symbolSize: fontSize * 0.6,
        z: 4 + index,
        // Dashed and above the first: seen where both run together, and told apart without colour.
        lineStyle: {
          width: index === 0 ? 4 : 3,
          type: index === 0 ? ('solid' as const) : ('dashed' as const),
          color: theme.series[index] ?? theme.sub,
        },
        data: line.values.map((value) => value ?? '-'),
        endLabel: {
          show: true,
          color: theme.series[index] ?? theme.text,
          fontSize,
          lineHeight: fontSize * 1.2,
          fontFamily: theme.fontFamily,
          offset: [0, offsets[index] ?? 0],
          formatter: `${named ? line.label + (split ? '\n' : ' ') : ''}${lastText(line.values, content.unit)}`,
        },
        ...(index === 0 ? { markLine: markLines(content, style) } : {}),
      })),
    ],
  }
}

/** The same numbers as rows. */
export function trendLineTable(content: TrendContent): ChartTable {
  const { band, unit } = content
  const say = (value: number | null | undefined) => {
    const figure = metricFigure(value ?? null, unit)
    return `${figure.text}${figure.unit}`
  }
  return {
    columns: [
      '时间',
      ...content.series.map(({ label }) => label),
      ...(band === null ? [] : [`${band.label}下限`, `${band.label}上限`]),
    ],
    rows: content.periods.map((period, index) => [
      period,
      ...content.series.map(({ values }) => say(values[index])),
      ...(band === null ? [] : [say(band.low[index]), say(band.high[index])]),
    ]),
  }
}

/** "2026-10-05" → "10/5", "2026-10" → "10月"; anything else as it is. */
export function shortPeriod(period: string): string {
  const [year = '', month = '', day] = period.split('-')
  if (!/^\d{4}$/.test(year) || !/^\d{2}$/.test(month)) return period
  return day === undefined ? `${Number(month)}月` : `${Number(month)}/${Number(day)}`
}

/** Labels at even steps, counted back from the last period, which is always named. */
function labelPlan(periods: readonly string[], fontSize: number, width: number) {
  const widest = Math.max(1, ...periods.map((period) => emWidth(shortPeriod(period)))) * fontSize
  const fitting = Math.max(2, Math.floor((width - fontSize * 4) / (widest + fontSize)))
  const step = Math.max(1, Math.ceil(periods.length / fitting))
  return { interval: (index: number) => (periods.length - 1 - index) % step === 0 }
}

function axisFigure(value: number, unit: string): string {
  if (unit === '%') return formatPercent(value, 0)
  const figure = compactFigure(value)
  return figure.text.replace(/\.0+$/, '') + figure.unit
}

function lastText(values: readonly (number | null)[], unit: string): string {
  const { text, unit: said } = metricFigure(values.findLast((value) => value !== null) ?? null, unit)
  return `${text}${said}`
}

/** How the ends of the lines are labelled: on one or two lines of text each, moved up or down by so many pixels. */
interface Ends {
  /** Name and value under each other. */
  readonly split: boolean
  /** The name stands beside its line; otherwise it stands above the chart. */
  readonly named: boolean
  readonly offsets: readonly number[]
  /** Pixels the highest label stands above the plot. */
  readonly lift: number
}

/** The largest share of the width that names at the ends of lines may take from the lines. */
const mostForNames = 0.3

/** Whether the names of the lines have room at their ends; where not, whoever draws the chart writes them above it. */
export function namesAtEnds({ series, unit }: TrendContent, fontSize: number, room: Room): boolean {
  const lines = series.slice(0, mostLines)
  const ends = { split: isDeep(lines, fontSize, room), named: true }
  return endWidth(lines, unit, ends) * fontSize <= room.width * mostForNames
}

function endWidth(lines: TrendContent['series'], unit: string, ends: Pick<Ends, 'split' | 'named'>): number {
  const words = lines.map(({ label, values }) => [emWidth(label), emWidth(lastText(values, unit))] as const)
  const beside = ([label, value]: readonly [number, number]) =>
    ends.split ? Math.max(label, value) : label + value + 0.5
  return Math.max(0, ...words.map((word) => (ends.named ? beside(word) : word[1])))
}

/** Labels stay above the time axis and clear of each other; where the plot is low they take one line instead of two. */
function planEnds(lines: TrendContent['series'], fontSize: number, room: Room, named: boolean): Ends {
  const plot = plotHeight(fontSize, room)
  const split = named && isDeep(lines, fontSize, room)
  const height = fontSize * (split ? 2.6 : 1.35)
  const highest = Math.max(1e-9, ...lines.flatMap(({ values }) => values.map((value) => value ?? 0)))
  // The axis ends at a round number above the highest value: most often a tenth above.
  const points = lines.map(({ values }) => (lastKnown(values) / highest) * plot * 0.9)
  const order = points.map((_, index) => index).sort((a, b) => (points[a] ?? 0) - (points[b] ?? 0))
  const centres = [...points]
  const spare = order.length > 1 ? Math.max(0, height - gapOf(points, order)) / 2 : 0
  let free = height * 0.62
  order.forEach((index, rank) => {
    const wanted = (points[index] ?? 0) + (rank === 0 ? -spare : spare)
    centres[index] = Math.max(free, wanted)
    free = (centres[index] ?? 0) + height
  })
  const offsets = points.map((point, index) => Math.round(point - (centres[index] ?? point)))
  // A line may end at the very top of the axis, a tenth above where it was reckoned.
  const tops = points.map((point, index) => point / 0.9 + (centres[index] ?? point) - point + height / 2)
  return { split, named, offsets, lift: Math.max(0, ...tops.map((top) => top - plot)) }
}

function plotHeight(fontSize: number, room: Room): number {
  return room.height - fontSize * 3.2
}

/** Every line has height for two lines of text at its end. */
function isDeep(lines: TrendContent['series'], fontSize: number, room: Room): boolean {
  return plotHeight(fontSize, room) > fontSize * 2.6 * lines.length
}

function gapOf(points: readonly number[], order: readonly number[]): number {
  return (points[order[1] ?? 0] ?? 0) - (points[order[0] ?? 0] ?? 0)
}

function lastKnown(values: readonly (number | null)[]): number {
  return values.findLast((value) => value !== null) ?? 0
}

/** Two stacked lines: an unseen floor and the distance from it to the ceiling. */
function bandSeries({ band }: TrendContent, colour: string) {
  if (band === null) return []
  const parts = [
    { id: 'band-low', values: band.low.map((low) => low ?? '-'), opacity: 0 },
    {
      id: 'band',
      values: band.high.map((high, index) => (high === null ? '-' : high - (band.low[index] ?? 0))),
      opacity: 0.28,
    },
  ]
  return parts.map(({ id, values, opacity }) => ({
    id,
    name: id === 'band' ? band.label : '',
    type: 'line' as const,
    stack: 'band',
    symbol: 'none',
    silent: true,
    lineStyle: { opacity: 0 },
    areaStyle: { color: colour, opacity },
    data: values,
  }))
}

/** At most three marks, the latest: more would write over each other. */
function markLines(content: TrendContent, { theme, fontSize }: ChartStyle) {
  return {
    symbol: 'none',
    silent: true,
    lineStyle: { color: theme.muted, width: 2, type: 'dashed' as const },
    label: { color: theme.sub, fontSize, fontFamily: theme.fontFamily, formatter: '{b}' },
    data: content.marks.slice(-3).map(({ period, text }) => ({ name: text, xAxis: shortPeriod(period) })),
  }
}
