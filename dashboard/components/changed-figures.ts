import { metricFigure } from '#ui'

interface Change {
  readonly before: number | string | null
  readonly after: number | string | null
  readonly unit: string
}

/** A metric before and after a change; two figures that rounding makes look the same are shown in full. */
export function changedFigures({ before, after, unit }: Change): { before: string; after: string } {
  const rounded = { before: figure(before, unit), after: figure(after, unit) }
  if (rounded.before !== rounded.after || before === after) return rounded
  return { before: whole(before, unit), after: whole(after, unit) }
}

function figure(value: Change['before'], unit: string): string {
  if (value === null) return '无'
  const { text, unit: shown } = metricFigure(value, unit)
  return `${text} ${shown}`
}

function whole(value: Change['before'], unit: string): string {
  const number = Number(value)
  const isShare = unit === '%'
  const text = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: isShare ? 4 : 2 })
  return `${text.format(isShare ? number * 100 : number)} ${unit}`
}
