import { DataType, RecordBatchReader, type RecordBatch, type Schema } from 'apache-arrow'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { IngestError } from '../../errors.ts'
import type { Limits } from '../../limits.ts'
import { cellText, scaledText, timeText } from '../cell-text.ts'
import { batchRows, type SourceRow, type TableFile } from '../table.ts'

/** Opens an Arrow IPC file or stream (Feather v2 too); one record batch is in memory at a time. */
export async function openArrow(path: string, limits: Limits): Promise<TableFile> {
  const headers = await withReader(path, (schema) => schema.fields.map((field) => field.name))
  return {
    format: 'arrow',
    encoding: null,
    sheets: [{ name: null, headers, date1904: false, batches: () => readBatches(path, limits) }],
    close: () => Promise.resolve(),
  }
}

async function withReader<T>(path: string, work: (schema: Schema) => T): Promise<T> {
  const handle = await open(path, 'r')
  try {
    const reader = await (await RecordBatchReader.from(handle)).open()
    return work(reader.schema)
  } catch (error) {
    throw damaged(path, error)
  } finally {
    await handle.close().catch(() => undefined)
  }
}

async function* readBatches(path: string, limits: Limits): AsyncGenerator<SourceRow[]> {
  const handle = await open(path, 'r')
  let line = 0
  try {
    for await (const batch of await RecordBatchReader.from(handle)) {
      const writers = batch.schema.fields.map((field) => writerOf(field.type as DataType))
      for (let at = 0; at < batch.numRows; at += batchRows) {
        const rows = rowsOf(batch, at, Math.min(at + batchRows, batch.numRows), writers, line)
        line += rows.length
        if (line > limits.rows)
          throw new IngestError(
            'rows_limit',
            `“${basename(path)}”超过 ${limits.rows} 行的上限，请拆成几个文件。`,
            path,
          )
        yield rows
      }
    }
  } catch (error) {
    throw error instanceof IngestError ? error : damaged(path, error)
  } finally {
    await handle.close().catch(() => undefined)
  }
}

function rowsOf(
  batch: RecordBatch,
  from: number,
  to: number,
  writers: readonly ((value: unknown) => string)[],
  line: number,
): SourceRow[] {
  const columns = writers.map((write, index) => {
    const vector = batch.getChildAt(index)
    return Array.from({ length: to - from }, (_, offset) => write(vector?.get(from + offset)))
  })
  return Array.from({ length: to - from }, (_, offset) => ({
    line: line + offset + 1,
    cells: columns.map((column) => column[offset] ?? ''),
  }))
}

function writerOf(type: DataType): (value: unknown) => string {
  const write = plainWriter(type)
  return (value) => (value === null || value === undefined ? '' : write(value))
}

function plainWriter(type: DataType): (value: unknown) => string {
  if (DataType.isDictionary(type)) return plainWriter(type.dictionary as DataType)
  if (DataType.isDecimal(type)) return (value) => scaledText(toBigInt(value as Uint32Array), type.scale)
  if (DataType.isTimestamp(type)) return (value) => timeText(Number(value), (type.timezone ?? null) !== null)
  if (DataType.isDate(type)) return (value) => timeText(Number(value), true).slice(0, 10)
  return (value) => cellText(isNested(value) ? value.toJSON() : value)
}

/** A decimal's words, lowest first, in two's complement. */
function toBigInt(words: Uint32Array): bigint {
  let value = 0n
  for (let index = words.length - 1; index >= 0; index--) value = (value << 32n) | BigInt(words[index] ?? 0)
  return BigInt.asIntN(words.length * 32, value)
}

function isNested(value: unknown): value is { toJSON(): unknown } {
  return typeof value === 'object' && value !== null && 'toJSON' in value && !(value instanceof Date)
}

function damaged(path: string, cause: unknown): IngestError {
  return new IngestError(
    'arrow_damaged',
    `“${basename(path)}”损坏、不完整，或用了不支持的写法，不能读取。请重新导出（不要压缩）。`,
    path,
    { cause },
  )
}
