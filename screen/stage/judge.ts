import type { PanelForm, Placement } from '#contract'
import type { PackItem } from './pack.ts'
import type { Template } from './templates.ts'

/** Width over height at which a form reads best. */
const bestShape: Readonly<Record<PanelForm, number>> = {
  figures: 6,
  trend: 1.9,
  bars: 1.4,
  list: 1.5,
  tiles: 1.5,
  flow: 2.4,
  sankey: 1.7,
  timeline: 1.8,
  lamps: 1.7,
  progress: 1.6,
}

/**
 * How far a layout is from good, lower is better: panels off their best shape, heavy panels without their share of the
 * wall, heavy panels far from where the eye rests (top left, or the middle of a wide wall).
 * Infinity when a heavier panel is smaller than a lighter one of the same form.
 */
export function faultsOf(
  layout: readonly Placement[],
  items: ReadonlyMap<string, PackItem>,
  template: Template,
): number {
  if (!keepsOrder(layout, items)) return Infinity
  const weights = layout.reduce((sum, { panel }) => sum + (items.get(panel)?.weight ?? 1), 0)
  const cells = layout.reduce((sum, { columns, rows }) => sum + columns * rows, 0)
  const wide = template.width / template.height > 3
  return layout.reduce((sum, placed) => {
    const item = items.get(placed.panel)
    if (item === undefined) return sum
    const width = (placed.columns / template.columns) * template.width
    const height = (placed.rows / template.rows) * template.height
    const shape = Math.abs(Math.log(width / height / bestShape[item.form]))
    const share = Math.abs(Math.log((placed.columns * placed.rows) / cells / (item.weight / weights)))
    const middle = (placed.column + placed.columns / 2) / template.columns
    const away = wide ? 2 * Math.abs(middle - 0.5) : (placed.row / template.rows) * 0.5 + middle * 0.25
    return sum + item.weight * (shape * 1.5 + share * 0.5 + away * 0.6) + narrowness(width, height)
  }, 0)
}

function narrowness(width: number, height: number): number {
  return (width < 440 ? 20 : 0) + (height < 230 ? 20 : 0)
}

function keepsOrder(layout: readonly Placement[], items: ReadonlyMap<string, PackItem>): boolean {
  const known = layout.flatMap((placed) => {
    const item = items.get(placed.panel)
    return item === undefined ? [] : [{ ...item, cells: placed.columns * placed.rows }]
  })
  return known.every((one) =>
    known.every((other) => one.form !== other.form || one.weight <= other.weight || one.cells >= other.cells),
  )
}
