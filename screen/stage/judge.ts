import type { PanelForm, Placement, Viewing } from '#contract'
import { roomOf } from './form-room.ts'
import type { PackItem } from './pack.ts'
import type { Template } from './templates.ts'
import { typeScale } from './type-scale.ts'

/**
 * How far a layout is from good, lower is better: panels off their best shape or under the room their form needs, heavy
 * panels without their share of the wall or far from where the eye rests (top left, or the middle of a wide wall).
 * Infinity when a heavier panel is smaller than a lighter one of the same form.
 */
export function faultsOf(
  layout: readonly Placement[],
  items: ReadonlyMap<string, PackItem>,
  template: Template,
  viewing: Viewing,
): number {
  if (!keepsOrder(layout, items)) return Infinity
  const weights = layout.reduce((sum, { panel }) => sum + (items.get(panel)?.weight ?? 1), 0)
  const cells = layout.reduce((sum, { columns, rows }) => sum + columns * rows, 0)
  const larger = typeScale(viewing).floor / typeScale('near').floor
  return layout.reduce((sum, placed) => {
    const item = items.get(placed.panel)
    if (item === undefined) return sum
    const share = Math.log((placed.columns * placed.rows) / cells / (item.weight / weights))
    const weighed =
      roomFaults(placed, item.form, template, larger) + share ** 2 * 0.8 + away(placed, template)
    return sum + item.weight * weighed
  }, 0)
}

/**
 * The tightest panel of a layout: the smallest share of the room its form needs that a panel gets, across or down.
 * From 1 on every form has its room.
 */
export function roominess(
  layout: readonly Placement[],
  items: ReadonlyMap<string, PackItem>,
  template: Template,
  viewing: Viewing,
): number {
  const larger = typeScale(viewing).floor / typeScale('near').floor
  const shares = layout.map((placed) => {
    const room = roomOf[items.get(placed.panel)?.form ?? 'list']
    const { width, height } = pixels(placed, template)
    return Math.min(width / room.width, height / room.height) / larger
  })
  return Math.min(...shares)
}

function pixels({ columns, rows }: Placement, template: Template): { width: number; height: number } {
  return {
    width: (columns / template.columns) * template.width,
    height: (rows / template.rows) * template.height,
  }
}

function roomFaults(placed: Placement, form: PanelForm, template: Template, larger: number): number {
  const room = roomOf[form]
  const { width, height } = pixels(placed, template)
  const short = (has: number, needs: number) => Math.max(0, (needs * larger) / has - 1)
  return (
    Math.log(width / height / room.shape) ** 2 + 8 * (short(width, room.width) + short(height, room.height))
  )
}

/** From 0 where the eye rests to about 1 at the far end. */
function away({ column, columns, row }: Placement, template: Template): number {
  const middle = (column + columns / 2) / template.columns
  if (template.width / template.height > 3) return Math.abs(middle - 0.5)
  return ((row / template.rows) * 0.6 + middle * 0.4) * 0.6
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
