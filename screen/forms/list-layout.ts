import { emWidth, lineHeight, linesOf, type Room } from './text-fit.ts'

export interface ListLayout {
  /** Design pixels of each column. */
  readonly columns: readonly number[]
  readonly rowHeight: number
  readonly rows: number
}

/**
 * Columns as wide as their longest text where that fits; otherwise the short columns keep their width and the long
 * ones share the rest and wrap. Rows are as high as the text with most lines, so that a page holds whole rows.
 * @param cells text of every row by column, the heads included
 */
export function listLayout(
  cells: readonly (readonly string[])[],
  room: Room,
  sizes: { readonly label: number; readonly gap: number; readonly floor: number },
  most: number,
): ListLayout {
  const count = cells[0]?.length ?? 0
  const natural = Array.from({ length: count }, (_, column) =>
    Math.ceil(Math.max(0, ...cells.map((row) => (emWidth(row[column] ?? '') + 0.4) * sizes.label))),
  )
  const columns = filled(
    fitColumns(natural, room.width - sizes.gap * Math.max(0, count - 1)),
    room,
    sizes.gap,
  )
  const lines = Math.max(
    1,
    ...cells.flatMap((row) => row.map((cell, column) => linesOf(cell, sizes.label, columns[column] ?? 0))),
  )
  const rowHeight = lines * sizes.label * lineHeight + sizes.gap
  return { columns, rowHeight, rows: Math.max(1, Math.min(most, Math.floor(room.height / rowHeight))) }
}

/** The first column takes what the others leave, so that a list ends where its panel does. */
function filled(columns: readonly number[], room: Room, gap: number): number[] {
  const used = columns.reduce((sum, width) => sum + width, gap * Math.max(0, columns.length - 1))
  return columns.map((width, index) =>
    index === 0 ? width + Math.max(0, Math.floor(room.width - used)) : width,
  )
}

/** Narrow columns first: each gets what it needs while an equal share of what is left would do; the widest takes the rest. */
function fitColumns(natural: readonly number[], width: number): number[] {
  const order = natural.map((_, column) => column).sort((a, b) => (natural[a] ?? 0) - (natural[b] ?? 0))
  const columns = natural.map(() => 0)
  let left = width
  order.forEach((column, index) => {
    const share = Math.floor(left / (order.length - index))
    const last = index === order.length - 1
    const wanted = natural[column] ?? 0
    columns[column] = last ? Math.min(left, wanted * 1.6) : Math.min(wanted, share)
    left -= columns[column] ?? 0
  })
  return columns
}
