import { headerSeparator } from '../sources/header-name.ts'
import { isBlankRow, type Sheet, type SourceRow } from '../formats/table.ts'
import { oneLine } from '../values/text.ts'

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

/** Enough columns, and rows under them, for data; a cover or a page of instructions has neither. */
export function looksLikeTable(rows: readonly SourceRow[]): boolean {
  const filled = rows.map(({ cells }) => cells.filter((cell) => cell.trim() !== '').length)
  return filled.filter((count) => count >= leastColumns).length > leastRows
}

const leastColumns = 4
const leastRows = 2

/** A header found in a sheet: the column names, and the last line it takes. */
export interface FoundHeader {
  readonly headers: readonly string[]
  readonly line: number
  /** Rows above the header: titles, units, instructions. */
  readonly above: readonly SourceRow[]
}

/** Headers of office tables: one row, or up to four with merged cells across and down. */
const mostHeaderRows = 4

/** Every way to read one row, or two to four rows together, as the header; fewer rows come first. */
export function* headerCandidates(rows: readonly SourceRow[]): Generator<FoundHeader> {
  for (let depth = 1; depth <= mostHeaderRows; depth++)
    for (const [index, first] of rows.entries()) {
      const taken = rows.slice(index, index + depth)
      const last = taken.at(-1)
      if (taken.length < depth || last?.line !== first.line + depth - 1) continue
      const [top = [], ...below] = taken.map((row) => row.cells.map(oneLine))
      yield { headers: below.reduce(combine, top), line: last.line, above: rows.slice(0, index) }
    }
}

/**
 * Two header rows made one. A heading merged over several columns has its text only in the first of them, so it is
 * carried to the right over the columns whose own upper cell is empty but whose lower cell is not; one merged
 * downwards has nothing below it and is carried nowhere.
 */
function combine(top: readonly string[], bottom: readonly string[]): string[] {
  let group = ''
  return Array.from({ length: Math.max(top.length, bottom.length) }, (_, column) => {
    const over = top[column] ?? ''
    const under = bottom[column] ?? ''
    if (over !== '') group = under === '' ? '' : over
    if (under === '') return over
    return group === '' || group === under ? under : `${group}${headerSeparator}${under}`
  })
}
