import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { IngestError } from '../../errors.ts'
import { readableBytes, type Limits } from '../../limits.ts'
import { detectEncoding } from '../encoding.ts'
import { inBatches, type SourceRow, type TableFile } from '../table.ts'
import { parseTables, type HtmlTable } from './parse.ts'

/**
 * Opens a web page that is one plain table, as many systems give out under the name of .xls. Pages without a table
 * (a login that ran out) and pages of several are refused with advice.
 */
export async function openHtml(path: string, limits: Limits): Promise<TableFile> {
  const { size } = await stat(path)
  if (size > limits.htmlBytes)
    throw new IngestError(
      'file_too_large',
      `“${basename(path)}”有 ${readableBytes(size)}，超过网页表格的上限 ${readableBytes(limits.htmlBytes)}，请导出为 .xlsx 或 CSV。`,
      path,
    )
  const encoding = await detectEncoding(path)
  const html = new TextDecoder(encoding).decode(await readFile(path))
  const [table, another] = parseTables(html, limits.columns).filter(holdsData)
  if (!table || another) throw notOneTable(path, table !== undefined)
  const rows: SourceRow[] = table.rows.map((cells, index) => ({ line: index + 1, cells }))
  return {
    format: 'html',
    encoding,
    sheets: [
      {
        name: null,
        headers: null,
        date1904: false,
        batches: () => inBatches(rows),
        merged: () => Promise.resolve(table.merged),
      },
    ],
    notes: () => ['这个文件其实是网页，按其中的表格读取'],
    close: () => Promise.resolve(),
  }
}

/** More than a frame around something: at least a header and a row, of at least two columns. */
function holdsData({ rows }: HtmlTable): boolean {
  return rows.filter((row) => row.filter((cell) => cell !== '').length >= 2).length >= 2
}

function notOneTable(path: string, hasMany: boolean): IngestError {
  const what = hasMany
    ? '里有几张表，看不出该读哪一张。请用 Excel 或 WPS 打开，另存为 .xlsx，每张工作表一张表。'
    : '，不是表格文件：可能是登录过期后下载到的页面。请打开确认内容，从来源系统重新导出。'
  return new IngestError('format_html', `“${basename(path)}”其实是网页（HTML）${what}`, path)
}
