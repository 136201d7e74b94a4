import { basename } from 'node:path'
import { fileBytes } from '../pdf/file-bytes.ts'
import type { Sheet, TableFile } from '../table.ts'
import { accountFile, accountSheets, areAccounts, documentMark, type DisclosurePage } from './pages.ts'

/** How far down a sheet its title may stand. */
const titleRows = 6
/** Published accounts are some dozens of short sheets; a longer one is data. */
const mostRows = 2_000

/** A workbook of a department's published final accounts as the table file of its lines; null when it is anything else. */
export async function accountsIn(book: TableFile, path: string): Promise<TableFile | null> {
  if (
    !book.sheets.some(({ name }) => /决算|公开\s*\d|GK\s*\d/iu.test(name ?? '')) &&
    !basename(path).includes('决算')
  )
    return null
  const heads: DisclosurePage[] = []
  for (const sheet of book.sheets) heads.push(await pageOf(sheet, titleRows))
  if (!areAccounts(heads)) return null
  const sheets = accountSheets(await accountPages(book), documentMark(await fileBytes(path)))
  await book.close()
  return accountFile('xlsx', sheets, '部门决算公开文件：按工作表、按行取出文字，由规则 B46 核对')
}

/** The sheets of a workbook as pages. */
export async function accountPages(book: TableFile): Promise<DisclosurePage[]> {
  const pages: DisclosurePage[] = []
  for (const sheet of book.sheets) pages.push(await pageOf(sheet, mostRows))
  return pages
}

async function pageOf(sheet: Sheet, rows: number): Promise<DisclosurePage> {
  const lines: { row: number; words: string[] }[] = []
  const counted = new Set<number>()
  const name = sheet.name ?? ''
  for await (const batch of sheet.batches())
    for (const { line, cells } of batch) {
      if (lines.length >= rows) return { name, lines }
      // 行次 numbers the rows of the form: no amount.
      for (const [index, cell] of cells.entries()) if (/^[行栏]次$/u.test(bare(cell))) counted.add(index)
      const words = wordsOf(cells.filter((_, index) => !counted.has(index)))
      if (words.length > 0) lines.push({ row: line, words })
    }
  return { name, lines }
}

/** The filled cells of a row: codes come first, numbers after a label are amounts and get the two decimals of print. */
function wordsOf(cells: readonly string[]): string[] {
  const filled = cells.map(bare).filter((cell) => cell !== '')
  const label = filled.findIndex((cell) => !/^\d{2,7}$/u.test(cell))
  return filled.map((cell, index) =>
    index > label && label >= 0 && /^-?[\d,]+(?:\.\d+)?$/u.test(cell)
      ? Number(cell.replaceAll(',', '')).toFixed(2)
      : cell,
  )
}

function bare(cell: string): string {
  return cell.replace(/\s+/gu, '')
}
