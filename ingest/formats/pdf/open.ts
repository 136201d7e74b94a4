import { basename } from 'node:path'
import { IngestError } from '../../errors.ts'
import { linesOf } from '../disclosure/lines.ts'
import {
  accountFile,
  accountSheets,
  areAccounts,
  documentMark,
  type DisclosurePage,
} from '../disclosure/pages.ts'
import type { TableFile } from '../table.ts'
import { fileBytes } from './file-bytes.ts'
import { readPdfPages } from './read-pages.ts'

/** A PDF's pages as lines of words. Takes the bytes over; throws as `readPdfPages` does. */
export async function readPdfLines(data: Uint8Array, place: string): Promise<DisclosurePage[]> {
  return (await readPdfPages(data, place)).map((page) => ({
    name: `第 ${String(page.number)} 页`,
    lines: linesOf(page).map((words, index) => ({ row: index + 1, words })),
  }))
}

/**
 * Opens a department's published final accounts. Throws IngestError: file_missing, format_unsupported for any other
 * PDF, and what `readPdfPages` throws.
 */
export async function openPdf(path: string): Promise<TableFile> {
  const data = await fileBytes(path)
  const document = documentMark(data)
  const pages = await readPdfLines(data, basename(path))
  if (!areAccounts(pages))
    throw new IngestError(
      'format_unsupported',
      `“${basename(path)}”是 PDF，里面没有认出部门决算的表格。PDF 只能接入部门决算公开文件；其他数据请用 .xlsx、.csv、.json、.ndjson。`,
      path,
    )
  return accountFile(
    'pdf',
    accountSheets(pages, document),
    '部门决算公开文件：按页、按行取出文字，由规则 B46 核对',
  )
}
