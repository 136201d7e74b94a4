import { RowBuffer, type AppendType } from '../engine/appender.ts'
import type { LoadRequest } from '../types.ts'
import type { LoadContext } from './context.ts'
import { distinguishingColumns } from './contract.ts'
import { FileSink } from './sink.ts'

/** One of DuckDB's row groups. */
const usualSegmentRows = 122_880

/**
 * A sink onto the temporary tables of one load: incoming_sealed, refused, and incoming, whose rows are keyed and stored
 * segment by segment while the next are read.
 */
export function openSink(
  context: LoadContext,
  request: LoadRequest,
  loadId: string,
  run: (file: string) => Promise<void>,
): FileSink {
  const { connection } = context
  const temporary = (name: string, types: AppendType[]) =>
    new RowBuffer({ catalog: 'temp', schema: 'main', name }, types)
  return new FileSink({
    request,
    loadId,
    now: context.now,
    onRows: context.onRows,
    connection: connection.native,
    segmentRows: context.segmentRows ?? usualSegmentRows,
    rows: temporary('incoming', ['text', 'text']),
    sealed: temporary('incoming_sealed', ['text', 'bigint', 'text', 'text']),
    refused: temporary('refused', ['text', 'text', 'bigint', 'text', 'text', 'text', 'text', 'timestamp']),
    keySegment: async () => {
      await run('load/key')
      await connection.run('drop table temp.incoming')
      if (distinguishingColumns(request.kind).length > 0) await run('load/contest-stored')
      await run('load/store')
      await run('load/keep-keys')
      await connection.run('drop table temp.segment')
      await run('load/incoming')
    },
  })
}
