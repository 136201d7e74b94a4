import { isBlankRow, type Sheet, type SourceRow } from '../formats/table.ts'
import { headerCandidates, type FoundHeader } from '../pipeline/sheet-head.ts'
import { rankKinds } from '../sources/detect.ts'
import { narrow } from '../values/text.ts'

/** The first rows of a sheet that hold anything. */
export interface FirstRows {
  readonly rows: readonly SourceRow[]
  /** The sheet goes on. */
  readonly hasMore: boolean
}

export async function readFirst(sheet: Sheet, most: number): Promise<FirstRows> {
  const rows: SourceRow[] = []
  for await (const batch of sheet.batches())
    for (const row of batch) {
      if (isBlankRow(row.cells)) continue
      if (rows.length >= most) return { rows, hasMore: true }
      rows.push(row)
    }
  return { rows, hasMore: false }
}

const headDepth = 40
const leastKnown = 2

/**
 * The header of a sheet that no contract fits: the candidate with most known names, or else the first row that is
 * filled nearly as far as the widest and holds names rather than numbers. Null when there is none.
 */
export function likelyHeader(sheet: Sheet, rows: readonly SourceRow[]): FoundHeader | null {
  if (sheet.headers) return { headers: sheet.headers, line: 0, above: [] }
  const head = rows.slice(0, headDepth)
  let best: FoundHeader | null = null
  let most = leastKnown - 1
  for (const candidate of headerCandidates(head)) {
    const known = Math.max(...rankKinds(candidate.headers).map(({ match }) => match.columns.size))
    if (known <= most) continue
    best = candidate
    most = known
  }
  return best ?? firstFullRow(head)
}

function firstFullRow(head: readonly SourceRow[]): FoundHeader | null {
  const widest = Math.max(0, ...head.map((row) => filled(row).length))
  const index = head.findIndex((row) => {
    const names = filled(row)
    return names.length >= widest * 0.6 && names.filter(isName).length >= names.length * 0.8
  })
  const row = head[index]
  if (!row) return null
  return { headers: row.cells.map((cell) => cell.trim()), line: row.line, above: head.slice(0, index) }
}

function filled(row: SourceRow): string[] {
  return row.cells.filter((cell) => cell.trim() !== '')
}

function isName(cell: string): boolean {
  const text = narrow(cell)
  return text.length <= 40 && !/^[-+(]?[\d.,\s/:-]+[)%]?$/.test(text)
}
