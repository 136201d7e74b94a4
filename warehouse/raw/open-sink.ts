import { TextAppender } from '../engine/appender.ts'
import type { LoadRequest } from '../types.ts'
import { rawColumns } from './contract.ts'
import type { LoadContext } from './loader.ts'
import { FileSink } from './sink.ts'

/** A sink onto the temporary tables of one load: incoming, incoming_sealed and refused. */
export async function openSink(
  context: LoadContext,
  request: LoadRequest,
  loadId: string,
): Promise<FileSink> {
  const { native } = context.connection
  const text = (count: number) => Array.from({ length: count }, () => 'text' as const)
  const temporary = (name: string) => ({ catalog: 'temp', schema: 'main', name })
  return new FileSink({
    request,
    loadId,
    now: context.now,
    onRows: context.onRows,
    rows: await TextAppender.open(native, temporary('incoming'), [
      ...text(rawColumns(request.kind).length + 2),
      'bigint',
      'text',
    ]),
    sealed: await TextAppender.open(native, temporary('incoming_sealed'), ['text', 'bigint', ...text(2)]),
    refused: await TextAppender.open(native, temporary('refused'), [
      ...text(2),
      'bigint',
      ...text(4),
      'timestamp',
    ]),
  })
}
