import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects, type FileMetaData } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import { basename } from 'node:path'
import { IngestError } from '../../errors.ts'
import { readableBytes, type Limits } from '../../limits.ts'
import { batchRows, type SourceRow, type TableFile } from '../table.ts'
import { takeColumns, type ParquetColumn } from './values.ts'

/** Opens a Parquet file; one row group is in memory at a time. A row's line is its place in the file, from 1. */
export async function openParquet(path: string, limits: Limits): Promise<TableFile> {
  const file = await asyncBufferFromFile(path)
  const metadata = await readMetadata(path, limits)
  const columns = takeColumns(metadata.schema, path)
  return {
    format: 'parquet',
    encoding: null,
    sheets: [
      {
        name: null,
        headers: columns.map(({ name }) => name),
        date1904: false,
        batches: () => readGroups(path, { file, metadata, columns }),
      },
    ],
    close: () => Promise.resolve(),
  }
}

interface Opened {
  readonly file: Awaited<ReturnType<typeof asyncBufferFromFile>>
  readonly metadata: FileMetaData
  readonly columns: readonly ParquetColumn[]
}

async function readMetadata(path: string, limits: Limits): Promise<FileMetaData> {
  let metadata: FileMetaData
  try {
    metadata = await parquetMetadataAsync(await asyncBufferFromFile(path))
  } catch (error) {
    throw damaged(path, error)
  }
  const largest = Math.max(0, ...metadata.row_groups.map((group) => Number(group.total_byte_size)))
  if (largest > limits.parquetGroupBytes)
    throw new IngestError(
      'file_too_large',
      `“${basename(path)}”的一个行组解压后有 ${readableBytes(largest)}，超过上限 ${readableBytes(limits.parquetGroupBytes)}，请导出时把行组写小一些。`,
      path,
    )
  if (Number(metadata.num_rows) > limits.rows)
    throw new IngestError(
      'rows_limit',
      `“${basename(path)}”超过 ${limits.rows} 行的上限，请拆成几个文件。`,
      path,
    )
  return metadata
}

async function* readGroups(path: string, { file, metadata, columns }: Opened): AsyncGenerator<SourceRow[]> {
  let start = 0
  for (const group of metadata.row_groups) {
    const rowEnd = start + Number(group.num_rows)
    const rows = await readRows(path, { file, metadata, rowStart: start, rowEnd })
    for (let at = 0; at < rows.length; at += batchRows)
      yield rows.slice(at, at + batchRows).map((row, index) => ({
        line: start + at + index + 1,
        cells: columns.map(({ name, toText }) => toText(row[name])),
      }))
    start = rowEnd
  }
}

async function readRows(
  path: string,
  part: { file: Opened['file']; metadata: FileMetaData; rowStart: number; rowEnd: number },
): Promise<Record<string, unknown>[]> {
  try {
    return await parquetReadObjects({ ...part, compressors, utf8: false })
  } catch (error) {
    throw damaged(path, error)
  }
}

function damaged(path: string, cause: unknown): IngestError {
  return new IngestError(
    'parquet_damaged',
    `“${basename(path)}”损坏、不完整，或用了不支持的写法，不能读取。请重新导出。`,
    path,
    { cause },
  )
}
