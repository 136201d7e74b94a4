import { basename } from 'node:path'
import { IngestError } from '../../errors.ts'
import { limits } from '../../limits.ts'
import { fileBytes } from '../pdf/file-bytes.ts'
import { readPdfLines } from '../pdf/open.ts'
import { sniffFormat } from '../sniff.ts'
import { openXlsx } from '../xlsx/read.ts'
import { accountPages } from './workbook.ts'
import type { DisclosurePage } from './pages.ts'

export type { DisclosurePage } from './pages.ts'

/**
 * The pages of a published file, PDF or workbook, as lines of words, whatever tables stand in it. Throws IngestError as
 * its readers do, and format_unsupported for other formats.
 */
export async function readDisclosure(path: string): Promise<DisclosurePage[]> {
  // Says itself that a file is not there.
  const bytes = await fileBytes(path)
  const format = await sniffFormat(path)
  if (format === 'pdf') return readPdfLines(bytes, basename(path))
  if (format !== 'xlsx')
    throw new IngestError(
      'format_unsupported',
      `“${basename(path)}”不是 PDF 也不是 .xlsx，不能按公开文件核对。`,
      path,
    )
  const book = await openXlsx(path, limits)
  try {
    return await accountPages(book)
  } finally {
    await book.close()
  }
}
