import { headerSeparator } from '../sources/header-name.ts'
import { isBlankRow, type Sheet, type SourceRow } from '../formats/table.ts'

/** How far down a header may start: below titles, units and pages of 填表说明. */
const headRows = 40

/** The first rows of a sheet, blank ones left out. */
export async function readHead(sheet: Sheet, skip: number): Promise<SourceRow[]> {
  const rows: SourceRow[] = []
  for await (const batch of sheet.batches())
    for (const row of batch) {
      if (row.line <= skip || isBlankRow(row.cells)) continue
      rows.push(row)
      if (rows.length >= headRows) return rows
    }
  return rows
}

/** A header found in a sheet: the column names, and the last line it takes. */
export interface FoundHeader {
  readonly headers: readonly string[]
  readonly line: number
  /** Rows above the header: titles, units, instructions. */
  readonly above: readonly SourceRow[]
}

/** Every way to read one row, or two rows together, as the header; single rows come first. */
export function* headerCandidates(rows: readonly SourceRow[]): Generator<FoundHeader> {
  for (const [index, row] of rows.entries())
    yield { headers: tidy(row.cells), line: row.line, above: rows.slice(0, index) }
  for (const [index, row] of rows.entries()) {
    const below = rows[index + 1]
    if (below?.line === row.line + 1)
      yield { headers: combine(row.cells, below.cells), line: below.line, above: rows.slice(0, index) }
  }
}

function tidy(cells: readonly string[]): string[] {
  return cells.map((cell) => cell.replace(/\s+/g, ' ').trim())
}

/**
 * Two header rows made one. A heading merged over several columns has its text only in the first of them, so it is
 * carried to the right over the columns whose own upper cell is empty but whose lower cell is not.
 */
function combine(upper: readonly string[], lower: readonly string[]): string[] {
  const top = tidy(upper)
  const bottom = tidy(lower)
  let group = ''
  return Array.from({ length: Math.max(top.length, bottom.length) }, (_, column) => {
    const over = top[column] ?? ''
    const under = bottom[column] ?? ''
    if (over !== '') group = over
    if (under === '') return over
    return group === '' ? under : `${group}${headerSeparator}${under}`
  })
}
