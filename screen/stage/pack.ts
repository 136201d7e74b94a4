import type { PanelForm, Placement } from '#contract'
import { roomOf } from './form-room.ts'

/** What the packer knows of a panel: never its data, so that a layout does not jump when data comes. */
export interface PackItem {
  readonly id: string
  readonly weight: number
  readonly form: PanelForm
}

/** Cells of the grid that are to be filled. */
export interface Region {
  readonly column: number
  readonly row: number
  readonly columns: number
  readonly rows: number
}

/**
 * Every way worth trying to fill a region: items in the given order are cut into shelves of neighbours, across or down,
 * each shelf gets its depth and each item its length, by equal shares, by weight, or by the shape its form reads best
 * in. Each result covers the region exactly.
 */
export function* packings(items: readonly PackItem[], region: Region): Generator<Placement[]> {
  yield* shelfPackings(items, region, ({ form }) => roomOf[form].shape)
  const down = shelfPackings(items, turned(region), ({ form }) => 1 / roomOf[form].shape)
  for (const layout of down) yield layout.map(turned)
}

/** @param shapeOf length over depth at which an item reads best */
function* shelfPackings(
  items: readonly PackItem[],
  region: Region,
  shapeOf: (item: PackItem) => number,
): Generator<Placement[]> {
  if (items.length === 0) return
  for (let cuts = 0; cuts < 2 ** (items.length - 1); cuts++) {
    const shelves = cutAt(items, cuts)
    if (shelves.length > region.rows || shelves.some((shelf) => shelf.length > region.columns)) continue
    for (const way of ways) yield stack(shelves, region, way, shapeOf)
  }
}

/** How a region is shared out among shelves, and a shelf among its items. */
type Way = 'equal' | 'weight' | 'shape'
const ways: readonly Way[] = ['equal', 'weight', 'shape']

/** Rows for columns and columns for rows. */
function turned<T extends Region>(one: T): T {
  return { ...one, column: one.row, row: one.column, columns: one.rows, rows: one.columns }
}

function cutAt(items: readonly PackItem[], cuts: number): PackItem[][] {
  const shelves: PackItem[][] = []
  items.forEach((item, index) => {
    if (index === 0 || (cuts >> (index - 1)) & 1) shelves.push([item])
    else shelves.at(-1)?.push(item)
  })
  return shelves
}

function stack(
  shelves: readonly (readonly PackItem[])[],
  region: Region,
  way: Way,
  shapeOf: (item: PackItem) => number,
): Placement[] {
  const heights = shares(
    region.rows,
    shelves.map((shelf) => depthOf(shelf, way, shapeOf)),
  )
  let row = region.row
  return shelves.flatMap((shelf, index) => {
    const rows = heights[index] ?? 1
    const placed = spread(shelf, { ...region, row, rows }, way)
    row += rows
    return placed
  })
}

/** The depth a shelf asks for beside the others; by shape, what its deepest form asks of the width it gets. */
function depthOf(shelf: readonly PackItem[], way: Way, shapeOf: (item: PackItem) => number): number {
  if (way === 'equal') return 1
  if (way === 'shape') return Math.max(...shelf.map((item) => 1 / (shelf.length * shapeOf(item))))
  return Math.sqrt(shelf.reduce((sum, item) => sum + item.weight, 0) / shelf.length)
}

function spread(shelf: readonly PackItem[], band: Region, way: Way): Placement[] {
  const widths = shares(
    band.columns,
    shelf.map((item) => (way === 'weight' ? Math.sqrt(item.weight) : 1)),
  )
  let column = band.column
  return shelf.map((item, index) => {
    const columns = widths[index] ?? 1
    const placed = { panel: item.id, column, row: band.row, columns, rows: band.rows }
    column += columns
    return placed
  })
}

/** Whole cells in proportion to `portions`, at least one each, summing to `total`; earlier ones get the remainder. */
export function shares(total: number, portions: readonly number[]): number[] {
  const sum = portions.reduce((all, portion) => all + portion, 0)
  const cells = portions.map((portion) => Math.max(1, Math.floor((total * portion) / sum)))
  for (let index = 0; cells.reduce((all, cell) => all + cell, 0) < total; index = (index + 1) % cells.length)
    cells[index] = (cells[index] ?? 0) + 1
  while (cells.reduce((all, cell) => all + cell, 0) > total) {
    const largest = cells.lastIndexOf(Math.max(...cells))
    cells[largest] = (cells[largest] ?? 2) - 1
  }
  return cells
}
