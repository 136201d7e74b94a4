import type { Placement, WallProfile } from '#contract'
import type { Template } from './templates.ts'

export type Seam = WallProfile['seams'][number]

/** A rectangle in design pixels. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Where the grid's columns begin and end once each seam lies in the gap between two of them. */
interface ColumnLine {
  readonly at: number
  readonly gap: number
}

/** Index of the column line that each seam is moved under; seams nearer to the same line share it. */
export function seamColumns(seams: readonly Seam[], columns: number): number[] {
  const lines = seams.map((seam) => Math.round(((seam.from + seam.to) / 2) * columns))
  return [...new Set(lines.filter((line) => line > 0 && line < columns))].sort((a, b) => a - b)
}

/** Places a panel on the stage: `area` is what the header leaves, `stageWidth` what shares of seams refer to. */
export function boxOf(
  placement: Placement,
  template: Template,
  area: Box,
  gap: number,
  seams: readonly Seam[],
  stageWidth: number,
): Box {
  const lines = columnLines(template.columns, area, gap, seams, stageWidth)
  const first = lines[placement.column] ?? { at: area.left, gap: 0 }
  const last = lines[placement.column + placement.columns] ?? { at: area.left + area.width, gap: 0 }
  const left = first.at + first.gap / 2
  const rowHeight = (area.height + gap) / template.rows
  return {
    left,
    top: area.top + placement.row * rowHeight,
    width: last.at - last.gap / 2 - left,
    height: placement.rows * rowHeight - gap,
  }
}

function columnLines(
  columns: number,
  area: Box,
  gap: number,
  seams: readonly Seam[],
  stageWidth: number,
): ColumnLine[] {
  const fixed = new Map<number, ColumnLine>([
    [0, { at: area.left, gap: 0 }],
    [columns, { at: area.left + area.width, gap: 0 }],
  ])
  for (const line of seamColumns(seams, columns)) {
    const under = seams.filter((seam) => Math.round(((seam.from + seam.to) / 2) * columns) === line)
    const from = Math.min(...under.map((seam) => seam.from)) * stageWidth
    const to = Math.max(...under.map((seam) => seam.to)) * stageWidth
    fixed.set(line, { at: (from + to) / 2, gap: Math.max(gap, to - from) })
  }
  return Array.from({ length: columns + 1 }, (_, line) => fixed.get(line) ?? between(line, fixed, gap))
}

/** A free line keeps its share of the way between the fixed ones around it. */
function between(line: number, fixed: ReadonlyMap<number, ColumnLine>, gap: number): ColumnLine {
  const known = [...fixed.keys()].sort((a, b) => a - b)
  const before = known.filter((key) => key < line).at(-1) ?? 0
  const after = known.find((key) => key > line) ?? line
  const from = fixed.get(before)?.at ?? 0
  const to = fixed.get(after)?.at ?? from
  return { at: from + ((line - before) / (after - before)) * (to - from), gap }
}
