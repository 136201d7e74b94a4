import { heightOf, type Room } from './text-fit.ts'

export interface CellGrid {
  readonly columns: number
  readonly rows: number
}

/**
 * Equal cells for texts of unequal length: of the column counts that show every cell, the one whose cells come nearest
 * to a shape; when none shows every cell, the one that shows most on a page.
 * @param least width below which a cell is not read
 * @param shape width over height of a good cell
 * @param heightAt height the highest cell needs at a width
 */
export function cellGrid(
  count: number,
  room: Room,
  gap: number,
  cell: { readonly least: number; readonly shape: number; readonly heightAt: (width: number) => number },
): CellGrid {
  const most = Math.max(1, Math.min(count, Math.floor((room.width + gap) / (cell.least + gap))))
  let best: CellGrid & { faults: number } = { columns: 1, rows: 1, faults: Infinity }
  for (let columns = 1; columns <= most; columns++) {
    const width = (room.width - gap * (columns - 1)) / columns
    const fitting = Math.max(1, Math.floor((room.height + gap) / (cell.heightAt(width) + gap)))
    const rows = Math.min(fitting, Math.ceil(count / columns))
    const height = room.height / rows - gap
    const hidden = Math.max(0, count - columns * rows)
    const faults = hidden * 10 + Math.abs(Math.log(width / height / cell.shape))
    if (faults < best.faults) best = { columns, rows, faults }
  }
  return { columns: best.columns, rows: best.rows }
}

/** Height of the highest of several stacks of texts, each text with its size. */
export function highest(
  stacks: readonly (readonly { readonly text: string; readonly size: number }[])[],
  width: number,
): number {
  return Math.max(
    0,
    ...stacks.map((stack) => stack.reduce((sum, { text, size }) => sum + heightOf(text, size, width), 0)),
  )
}
