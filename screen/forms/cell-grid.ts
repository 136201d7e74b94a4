import { heightOf, type Room } from './text-fit.ts'

export interface CellGrid {
  readonly columns: number
  readonly rows: number
}

/**
 * Equal cells for texts of unequal length: the fewest columns that show every cell, or, when none does, those that show
 * most cells on one page.
 * @param heightAt height the highest cell needs at a width
 */
export function cellGrid(
  count: number,
  room: Room,
  gap: number,
  least: number,
  heightAt: (width: number) => number,
): CellGrid {
  let best: CellGrid = { columns: 1, rows: 1 }
  for (
    let columns = 1;
    columns <= Math.max(1, Math.min(count, Math.floor((room.width + gap) / (least + gap))));
    columns++
  ) {
    const width = (room.width - gap * (columns - 1)) / columns
    const rows = Math.max(1, Math.floor((room.height + gap) / (heightAt(width) + gap)))
    const needed = Math.ceil(count / columns)
    if (rows >= needed) return { columns, rows: needed }
    if (columns * rows > best.columns * best.rows) best = { columns, rows }
  }
  return best
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
