import { isBlankRow, type MergedCell, type Sheet, type SourceRow } from './table.ts'

/** The sheet with the text of each of these cells in the empty cells that it covers; blank rows stay blank. */
export function fillDown(sheet: Sheet, merged: readonly MergedCell[]): Sheet {
  return merged.length === 0 ? sheet : { ...sheet, batches: () => filledRows(sheet, merged) }
}

async function* filledRows(sheet: Sheet, merged: readonly MergedCell[]): AsyncGenerator<SourceRow[]> {
  const waiting = merged.toSorted((left, right) => right.first - left.first)
  let open: { cell: MergedCell; text: string }[] = []
  for await (const batch of sheet.batches())
    yield batch.map((row) => {
      open = open.filter(({ cell }) => cell.last >= row.line)
      const filled = isBlankRow(row.cells) ? row : { line: row.line, cells: fill(row.cells, open) }
      for (let cell = waiting.at(-1); cell && cell.first <= row.line; cell = waiting.at(-1)) {
        waiting.pop()
        if (cell.first === row.line) open.push({ cell, text: row.cells[cell.column] ?? '' })
      }
      return filled
    })
}

function fill(
  cells: readonly string[],
  open: readonly { readonly cell: MergedCell; readonly text: string }[],
): readonly string[] {
  if (open.length === 0) return cells
  const filled = [...cells]
  for (const { cell, text } of open) {
    while (filled.length <= cell.column) filled.push('')
    if (filled[cell.column] === '') filled[cell.column] = text
  }
  return filled
}
