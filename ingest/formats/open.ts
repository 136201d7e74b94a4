import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { IngestError } from '../errors.ts'
import { limits as defaultLimits, readableBytes, type Limits } from '../limits.ts'
import { accountsIn } from './disclosure/workbook.ts'
import { openPdf } from './pdf/open.ts'
import { openArrow } from './arrow/read.ts'
import { openCsv } from './csv/read.ts'
import { openHtml } from './html/read.ts'
import { openNdjson } from './json/ndjson.ts'
import { openJson } from './json/read.ts'
import { openParquet } from './parquet/read.ts'
import { sniffFormat } from './sniff.ts'
import type { FormatHints, TableFile } from './table.ts'
import { openXlsx } from './xlsx/read.ts'

/** Opens any supported table file by its content. The caller closes it. */
export async function openTable(
  path: string,
  hints: FormatHints = {},
  limits: Limits = defaultLimits,
): Promise<TableFile> {
  const { size } = await stat(path)
  if (size > limits.fileBytes)
    throw new IngestError(
      'file_too_large',
      `“${basename(path)}”有 ${readableBytes(size)}，超过上限 ${readableBytes(limits.fileBytes)}，请拆成几个文件。`,
      path,
    )
  switch (await sniffFormat(path)) {
    case 'xlsx':
      return openWorkbook(path, limits)
    case 'pdf':
      return openPdf(path)
    case 'html':
      return openHtml(path, limits)
    case 'json':
      return openJson(path, hints, limits)
    case 'ndjson':
      return openNdjson(path, hints, limits)
    case 'parquet':
      return openParquet(path, limits)
    case 'arrow':
      return openArrow(path, limits)
    case 'text':
      return openCsv(path, hints, limits)
  }
}

/** A workbook of published accounts is read as the lines it shows, any other as its tables. */
async function openWorkbook(path: string, limits: Limits): Promise<TableFile> {
  const book = await openXlsx(path, limits)
  return (await accountsIn(book, path)) ?? book
}
