import { RowBuffer, type AppendType } from '../engine/appender.ts'
import type { LoadRequest } from '../types.ts'
import { BulkLoad } from './bulk.ts'
import type { LoadContext } from './context.ts'
import { rawColumns } from './contract.ts'
import { keyColumnsOf, rawStatement } from './names.ts'
import { Segment } from './segment.ts'
import { FileSink } from './sink.ts'

/** One of DuckDB's row groups, which is packed as soon as it is whole. */
const usualSegmentRows = 122_880

/**
 * A sink onto the temporary tables of one load, incoming_sealed and refused; the accepted rows are stored segment
 * by segment while the next are read.
 */
export function openSink(
  context: LoadContext,
  request: LoadRequest,
  loadId: string,
  parameters: Readonly<Record<string, unknown>>,
): FileSink {
  const { connection, scratch } = context
  const { kind } = request
  const columns = keyColumnsOf(request)
  const keyPlaces = columns.key.map((name) => rawColumns(kind).indexOf(name))
  const statement = (file: string, { fragments }: Segment) =>
    rawStatement(file, kind, { ...columns, fragments })
  const temporary = (name: string, types: AppendType[]) =>
    new RowBuffer({ catalog: 'temp', schema: 'main', name }, types)
  return new FileSink({
    request,
    loadId,
    now: context.now,
    onRows: context.onRows,
    connection: connection.native,
    segmentRows: context.segmentRows ?? usualSegmentRows,
    sealed: temporary('incoming_sealed', ['text', 'bigint', 'text', 'text']),
    refused: temporary('refused', ['text', 'text', 'bigint', 'text', 'text', 'text', 'text', 'timestamp']),
    isNumbered: ({ values }) => keyPlaces.some((place) => values[place]),
    newSegment: (isNumbered) => Segment.create(scratch.folder, isNumbered),
    openBulk: (write, idle) => BulkLoad.open({ context, request, parameters, idle }, write),
    storeSegment: async (segment) => {
      const bound = { ...parameters, ...segment.parameters }
      const stored = await connection.store(statement('load/store', segment), bound)
      if (stored < segment.rows) await connection.run(statement('load/seen', segment), bound)
    },
  })
}
