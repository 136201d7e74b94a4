import { RowBuffer, type AppendType } from '../engine/appender.ts'
import type { LoadRequest } from '../types.ts'
import { BulkLoad } from './bulk.ts'
import type { LoadContext } from './context.ts'
import { FileSink, type SegmentTexts } from './sink.ts'

/** One of DuckDB's row groups. */
const usualSegmentRows = 122_880

/**
 * A sink onto the temporary tables of one load, incoming_sealed and refused; the accepted rows are keyed and stored
 * segment by segment while the next are read.
 */
export function openSink(
  context: LoadContext,
  request: LoadRequest,
  loadId: string,
  parameters: Readonly<Record<string, unknown>>,
  run: (file: string, segment: SegmentTexts) => Promise<void>,
): FileSink {
  const { connection, scratch } = context
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
    openBulk: async (write, idle) =>
      scratch ? BulkLoad.open({ context: { ...context, scratch }, request, parameters, idle }, write) : null,
    keySegment: async (segment) => {
      await run('load/key', segment)
      await run('load/store', segment)
    },
  })
}
