import { randomUUID } from 'node:crypto'
import { rename, rm, writeFile } from 'node:fs/promises'
import writeExcelFile, { type Cell, type Sheet } from 'write-excel-file/node'
import { neutraliseFormula } from '../csv/write.ts'

/** Text, number, date (shown as a day) or empty. */
export type XlsxValue = string | number | Date | null

/** One worksheet to write: a bold header that stays in view, and the rows under it. */
export interface XlsxSheet {
  readonly name: string
  readonly columns: readonly { readonly header: string; readonly width?: number }[]
  readonly rows: Iterable<readonly XlsxValue[]>
}

/** What a cell of a workbook can hold; longer texts make Excel refuse the file. */
const maxCellText = 32_767
const maxSheetName = 31
const defaultWidth = 16

/**
 * Writes a workbook; the file appears whole or not at all. Cells a spreadsheet could run as a formula get a leading
 * apostrophe, and texts are formatted as text, so that numbers kept as text (codes, ids) stay as they are when edited.
 */
export async function writeXlsx(path: string, sheets: readonly XlsxSheet[]): Promise<void> {
  const partial = `${path}.${randomUUID()}.partial`
  try {
    await writeFile(partial, await xlsxBytes(sheets))
    await rename(partial, path)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}

/** The same workbook in memory, for an answer over HTTP. */
export async function xlsxBytes(sheets: readonly XlsxSheet[]): Promise<Buffer> {
  return writeExcelFile(sheets.map(toSheet)).toBuffer()
}

/** A text as a cell holds it: neutralised, without control characters, no longer than Excel takes. */
export function xlsxText(text: string): string {
  const plain = text.replaceAll(/[\p{Cc}\ufffe\uffff]/gu, (sign) => (/[\t\r\n]/.test(sign) ? sign : ''))
  return neutraliseFormula(plain).slice(0, maxCellText)
}

function toSheet({ name, columns, rows }: XlsxSheet): Sheet<Buffer> {
  const header = columns.map((column): Cell => ({ value: xlsxText(column.header), fontWeight: 'bold' }))
  return {
    sheet: name.replaceAll(/[[\]:*?/\\]/g, '_').slice(0, maxSheetName) || 'Sheet1',
    stickyRowsCount: 1,
    columns: columns.map(({ width }) => ({ width: width ?? defaultWidth })),
    data: [header, ...Array.from(rows, (row) => row.map(toCell))],
  }
}

function toCell(value: XlsxValue): Cell {
  if (value === null || value === '') return null
  if (typeof value === 'string') return { value: xlsxText(value), type: String, format: '@' }
  return value instanceof Date ? { value, type: Date, format: 'yyyy-mm-dd' } : { value, type: Number }
}
