import type { PanelForm, Placement } from '#contract'

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
 * each shelf gets its depth and each item its length, by equal shares or by weight. Each result covers the region
 * exactly.
 */
export function* packings(items: readonly PackItem[], region: Region): Generator<Placement[]> {
  yield* shelfPackings(items, region)
  for (const layout of shelfPackings(items, turned(region))) yield layout.map(turned)
}

function* shelfPackings(items: readonly PackItem[], region: Region): Generator<Placement[]> {
  if (items.length === 0) return
  for (let cuts = 0; cuts < 2 ** (items.length - 1); cuts++) {
    const shelves = cutAt(items, cuts)
    if (shelves.length > region.rows || shelves.some((shelf) => shelf.length > region.columns)) continue
    for (const byWeight of [false, true]) yield stack(shelves, region, byWeight)
  }
}

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

function stack(shelves: readonly (readonly PackItem[])[], region: Region, byWeight: boolean): Placement[] {
  const mean = (shelf: readonly PackItem[]) =>
    shelf.reduce((sum, item) => sum + item.weight, 0) / shelf.length
  const heights = shares(
    region.rows,
    shelves.map((shelf) => (byWeight ? Math.sqrt(mean(shelf)) : 1)),
  )
  let row = region.row
  return shelves.flatMap((shelf, index) => {
    const rows = heights[index] ?? 1
    const placed = spread(shelf, { ...region, row, rows }, byWeight)
    row += rows
    return placed
  })
}

function spread(shelf: readonly PackItem[], band: Region, byWeight: boolean): Placement[] {
  const widths = shares(
    band.columns,
    shelf.map((item) => (byWeight ? Math.sqrt(item.weight) : 1)),
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
