import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { IngestError } from '../../errors.ts'
import { readableBytes, type Limits } from '../../limits.ts'
import { detectEncoding, encodingNamed } from '../encoding.ts'
import { inBatches, type FormatHints, type TableFile } from '../table.ts'
import { parseExact } from './exact.ts'
import { KeyedRows } from './keyed-rows.ts'
import { findRecords, listsAlike, listsLeftOut, namedLists, textAt, type RecordList } from './records.ts'

/** Opens a JSON document whole (bounded); a row's line is the record's position in its list, from 1. */
export async function openJson(path: string, hints: FormatHints, limits: Limits): Promise<TableFile> {
  const { size } = await stat(path)
  if (size > limits.jsonBytes)
    throw new IngestError(
      'file_too_large',
      `“${basename(path)}”有 ${readableBytes(size)}，超过 JSON 的上限 ${readableBytes(limits.jsonBytes)}，请导出为 NDJSON（每行一条）或 CSV。`,
      path,
    )
  const encoding = (hints.encoding ? encodingNamed(hints.encoding) : null) ?? (await detectEncoding(path))
  const document = await parseDocument(path, encoding)
  const records = findRecords(document, hints.records)
  if (!records) throw noRecords(path, hints.records)
  // Who names the list has chosen.
  const alike = hints.records === undefined ? listsAlike(document, records) : []
  if (alike.length > 1) throw severalLists(path, alike)
  const rows = new KeyedRows()
  const leftOut = hints.records === undefined ? listsLeftOut(document, records) : []
  const laidOut = records.map((record, index) => rows.row(index + 1, record))
  return {
    format: 'json',
    encoding,
    sheets: [{ name: null, headers: rows.headers, date1904: false, batches: () => inBatches(laidOut) }],
    observed: hints.observed === undefined ? undefined : textAt(document, hints.observed),
    notes: () => (leftOut.length === 0 ? [] : [leftOutNote(records.length, leftOut)]),
    close: () => Promise.resolve(),
  }
}

const mostNamed = 4

function leftOutNote(read: number, lists: readonly RecordList[]): string {
  const named = [...lists].sort((left, right) => right.records - left.records).slice(0, mostNamed)
  const all = lists.length > mostNamed ? `等 ${lists.length} 份` : ''
  return `只读了最长的一份记录（${read} 条）；文件里还有${namedLists(named)}${all}没有读，要读它们，请在映射文件的 records 里写明位置`
}

async function parseDocument(path: string, encoding: string): Promise<unknown> {
  const text = new TextDecoder(encoding).decode(await readFile(path))
  try {
    return parseExact(text)
  } catch (error) {
    throw new IngestError(
      'json_damaged',
      `“${basename(path)}”不是完整的 JSON：可能没有下载完，或多了少了括号、逗号。请重新导出。`,
      path,
      { cause: error },
    )
  }
}

function noRecords(path: string, records: string | undefined): IngestError {
  const where = records === undefined ? '里没有找到记录列表' : `的“${records}”处没有记录列表`
  return new IngestError(
    'json_damaged',
    `“${basename(path)}”${where}。请在映射文件的 records 里写明记录所在的位置，例如 data.rows。`,
    path,
  )
}

function severalLists(path: string, lists: readonly RecordList[]): IngestError {
  return new IngestError(
    'json_lists',
    `“${basename(path)}”里有 ${lists.length} 份列差不多的记录：${namedLists(lists)}，看不出要读哪一份，没有数据入库。` +
      '都要的，请并成一份或拆成几个文件再接入；只要一份的，请在映射文件的 records 里写明它的位置。',
    path,
  )
}
