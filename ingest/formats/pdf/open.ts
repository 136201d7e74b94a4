import { basename } from 'node:path'
import { IngestError } from '../../errors.ts'
import { linesOf } from '../disclosure/lines.ts'
import { accountFile, accountSheets, areAccounts, type DisclosurePage } from '../disclosure/pages.ts'
import type { TableFile } from '../table.ts'
import { fileBytes } from './file-bytes.ts'
import { readPdfPages } from './read-pages.ts'

/** A PDF's pages as lines of words. */
export async function readPdfLines(path: string): Promise<DisclosurePage[]> {
  return (await readPdfPages(path)).map((page) => ({
    name: `第 ${String(page.number)} 页`,
    lines: linesOf(page).map((words, index) => ({ row: index + 1, words })),
  }))
}

/**
 * Opens a department's published final accounts. Throws IngestError: format_unsupported for any other PDF, and what
 * `readPdfPages` throws.
 */
export async function openPdf(path: string): Promise<TableFile> {
  const pages = await readPdfLines(path)
  if (!areAccounts(pages))
    throw new IngestError(
      'format_unsupported',
      `“${basename(path)}”是 PDF，里面没有认出部门决算的表格。PDF 只能接入部门决算公开文件；其他数据请用 .xlsx、.csv、.json、.ndjson。`,
      path,
    )
  const sheets = accountSheets(pages, await fileBytes(path))
  return accountFile('pdf', sheets, '部门决算公开文件：按页、按行取出文字，由规则 B46 核对')
}
