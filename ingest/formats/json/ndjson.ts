import { basename } from 'node:path'
import { IngestError } from '../../errors.ts'
import type { Limits } from '../../limits.ts'
import { detectEncoding, encodingNamed, readText, type Encoding } from '../encoding.ts'
import { batchRows, type FormatHints, type SourceRow, type TableFile } from '../table.ts'
import { parseExact } from './exact.ts'
import { KeyedRows } from './keyed-rows.ts'
import { isObject } from './records.ts'

/** Opens a file of one JSON object per line, streamed; a row's line is the line in the file. */
export async function openNdjson(path: string, hints: FormatHints, limits: Limits): Promise<TableFile> {
  const encoding = (hints.encoding ? encodingNamed(hints.encoding) : null) ?? (await detectEncoding(path))
  const rows = new KeyedRows()
  // The keys are needed before the rows are: the first batch shows them, later ones may add to the list.
  for await (const batch of readBatches(path, encoding, rows, limits)) if (batch.length > 0) break
  return {
    format: 'ndjson',
    encoding,
    sheets: [
      {
        name: null,
        headers: rows.headers,
        date1904: false,
        batches: () => readBatches(path, encoding, rows, limits),
      },
    ],
    close: () => Promise.resolve(),
  }
}

async function* readBatches(
  path: string,
  encoding: Encoding,
  rows: KeyedRows,
  limits: Limits,
): AsyncGenerator<SourceRow[]> {
  let batch: SourceRow[] = []
  let number = 0
  for await (const line of readLines(path, encoding, limits)) {
    number++
    if (number > limits.rows)
      throw new IngestError(
        'rows_limit',
        `“${basename(path)}”超过 ${limits.rows} 行的上限，请拆成几个文件。`,
        path,
      )
    if (line.trim() === '') continue
    batch.push(rows.row(number, parseLine(path, line, number)))
    if (batch.length < batchRows) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

async function* readLines(path: string, encoding: Encoding, limits: Limits): AsyncGenerator<string> {
  let rest = ''
  for await (const text of readText(path, encoding)) {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > limits.cellCharacters * 4) throw damaged(path, '有一行长得不像一条记录')
    yield* lines
  }
  if (rest !== '') yield rest
}

function parseLine(path: string, line: string, number: number): Readonly<Record<string, unknown>> {
  let value: unknown
  try {
    value = parseExact(line)
  } catch (error) {
    throw damaged(path, `第 ${number} 行不是完整的 JSON`, error)
  }
  if (!isObject(value)) throw damaged(path, `第 ${number} 行不是一条记录（应为 {…}）`)
  return value
}

function damaged(path: string, what: string, cause?: unknown): IngestError {
  return new IngestError('json_damaged', `“${basename(path)}”${what}，请重新导出。`, path, { cause })
}
