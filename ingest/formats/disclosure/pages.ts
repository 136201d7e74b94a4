import { createHash } from 'node:crypto'
import { accountTables, bareTitle } from '#terms'
import { inBatches, type Sheet, type SourceRow, type TableFile } from '../table.ts'

/** One page or worksheet of a published file: its name for the reader, and its lines of words. */
export interface DisclosurePage {
  readonly name: string
  readonly lines: readonly { readonly row: number; readonly words: readonly string[] }[]
}

const accountTitles: ReadonlySet<string> = new Set(accountTables.map(bareTitle))

/** The columns of the kind `disclosure_lines`, by their canonical names. */
const headers = ['document', 'page_number', 'line_number', 'text']

/** A file that has fewer of them is some other document. */
const fewestTables = 3

/** Whether the pages are a department's published final accounts: enough of its tables stand in them by their titles. */
export function areAccounts(pages: readonly DisclosurePage[]): boolean {
  const titles = pages.flatMap(({ lines }) => lines.map(({ words }) => bareTitle(words.join(''))))
  return new Set(titles.filter((title) => accountTitles.has(title))).size >= fewestTables
}

/** What tells a published file from others, whatever it is called: the beginning of its SHA-256. */
export function documentMark(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16)
}

/** The pages as tables of the kind that holds lines of published files: a sheet a page, a row a line. */
export function accountSheets(pages: readonly DisclosurePage[], document: string): Sheet[] {
  return pages.map(({ name, lines }, index) => {
    const rows: SourceRow[] = lines.map(({ row, words }) => ({
      line: row,
      cells: [document, String(index + 1), String(row), words.join(' ')],
    }))
    return { name, headers, date1904: false, batches: () => inBatches(rows) }
  })
}

export function accountFile(format: TableFile['format'], sheets: readonly Sheet[], note: string): TableFile {
  return { format, encoding: null, sheets, notes: () => [note], close: () => Promise.resolve() }
}
