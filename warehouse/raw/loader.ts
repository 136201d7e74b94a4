import { TextAppender } from '../engine/appender.ts'
import type { Connection } from '../engine/connection.ts'
import { fillIdentifiers, readSql } from '../engine/sql-file.ts'
import { WarehouseError } from '../errors.ts'
import type { FeedTotals, LoadReport, LoadRequest, LoadSink } from '../types.ts'
import { distinguishingColumns, rawColumns } from './contract.ts'
import { findDuplicate } from './ledger.ts'
import { FileSink } from './sink.ts'

export interface LoadContext {
  readonly connection: Connection
  readonly now: () => Date
  readonly onRows: (fileName: string, rows: number) => void
  /** Called for every raw table whose content this load changed. */
  readonly touch: (table: string) => Promise<void>
}

/**
 * Loads one file into `raw.<kind>` inside the caller's transaction: append → hash and key → store what is new, note
 * what was seen again → ledger. Keys and hashes depend on the rows alone, so the order in which files arrive does not matter.
 * Errors: WH_LOAD_FAILED when the feed's own row count disagrees, WH_ROW_SHAPE for a row of the wrong width.
 */
export async function loadFile(
  context: LoadContext,
  request: LoadRequest,
  feed: (sink: LoadSink) => Promise<FeedTotals>,
): Promise<LoadReport> {
  const duplicate = await findDuplicate(context.connection, request)
  if (duplicate) return duplicate
  const { connection } = context
  const names = {
    table: `raw.${request.kind}`,
    columns: rawColumns(request.kind),
    identity: request.identity,
    keyed_distinguishing: distinguishingColumns(request.kind).map((name) => `keyed.${name}`),
    stored_distinguishing: distinguishingColumns(request.kind).map((name) => `stored.${name}`),
  }
  const run = (file: string, parameters = {}) =>
    connection.run(fillIdentifiers(readSql(`raw/load/${file}.sql`), names), parameters)
  const [next] = await connection.records(readSql('raw/load/next-seq.sql'))
  const loadSeq = Number(next?.['load_seq'])
  const loadId = `L${String(loadSeq).padStart(6, '0')}-${request.fileHash.slice(0, 8)}`

  await run('incoming')
  await run('incoming-sealed')
  const sink = await openSink(context, request, loadId)
  const totals = await feedInto(sink, feed)
  await run('keyed')
  const before = await countRows(connection, request)
  const parameters = { ...ledgerParameters(request), load_id: loadId, load_seq: loadSeq }
  if (names.keyed_distinguishing.length > 0) await run('contest-stored', parameters)
  await run('store', parameters)
  await run('sight', parameters)
  const changedBack = await isChangedBack(connection, names.table)
  await run('contest', parameters)
  await run('seal', parameters)
  const after = await countRows(connection, request)
  for (const table of ['keyed', 'incoming', 'incoming_sealed'])
    await connection.run(`drop table temp.${table}`)

  const { accepted, unchanged } = before
  const quarantined = sink.refused
  if (accepted + unchanged + quarantined !== totals.rowsRead) {
    throw new WarehouseError('WH_LOAD_FAILED', {
      file: request.fileName,
      rowsRead: totals.rowsRead,
      rowsSeen: accepted + unchanged + quarantined,
    })
  }
  await connection.run(readSql('raw/load/ledger.sql'), {
    ...parameters,
    rows_read: totals.rowsRead,
    rows_accepted: accepted,
    rows_quarantined: quarantined,
    rows_unchanged: unchanged,
    control_totals: totals.controlTotals && JSON.stringify(totals.controlTotals),
    reasons: JSON.stringify(sink.reasons),
    warnings: JSON.stringify(totals.warnings),
    status: 'published',
    finished_at: context.now(),
  })
  if (accepted > 0 || changedBack) await context.touch(`raw.${request.kind}`)
  if (after.contested > before.contested) await context.touch('raw.contested_keys')
  if (quarantined > 0) await context.touch('raw.quarantine')
  await context.touch('raw.loads')
  return {
    loadId,
    kind: request.kind,
    rows: totals.rowsRead,
    accepted,
    quarantined,
    unchanged,
    reasons: sink.reasons,
    warnings: [...totals.warnings],
    status: 'published',
  }
}

/** The request's part of a ledger line. */
export function ledgerParameters(request: LoadRequest): Record<string, unknown> {
  return {
    kind: request.kind,
    source: request.source,
    file_name: request.fileName,
    file_hash: request.fileHash,
    file_bytes: request.fileBytes,
    format: request.format,
    encoding: request.encoding,
    sheets: JSON.stringify(request.sheets),
    mapping: request.mapping,
    observed_at: request.observedAt ?? request.startedAt,
    started_at: request.startedAt,
    actor: request.actor,
  }
}

/** Whether rows that were not stored again may bring a record back to an earlier state. */
async function isChangedBack(connection: Connection, table: string): Promise<boolean> {
  const [row] = await connection.records(fillIdentifiers(readSql('raw/load/changed-back.sql'), { table }))
  return row?.['changed_back'] === true
}

async function openSink(context: LoadContext, request: LoadRequest, loadId: string): Promise<FileSink> {
  const { native } = context.connection
  const width = rawColumns(request.kind).length
  const text = (count: number) => Array.from({ length: count }, () => 'text' as const)
  return new FileSink({
    request,
    loadId,
    now: context.now,
    onRows: context.onRows,
    rows: await TextAppender.open(native, { catalog: 'temp', schema: 'main', name: 'incoming' }, [
      ...text(width + 2),
      'bigint',
      'text',
    ]),
    sealed: await TextAppender.open(native, { catalog: 'temp', schema: 'main', name: 'incoming_sealed' }, [
      'text',
      'bigint',
      ...text(2),
    ]),
    refused: await TextAppender.open(native, { schema: 'raw', name: 'quarantine' }, [
      ...text(5),
      'bigint',
      ...text(5),
      'timestamp',
    ]),
  })
}

async function feedInto(sink: FileSink, feed: (sink: LoadSink) => Promise<FeedTotals>): Promise<FeedTotals> {
  try {
    return await feed(sink)
  } finally {
    sink.close()
  }
}

async function countRows(connection: Connection, request: LoadRequest) {
  const [row] = await connection.records(readSql('raw/load/counts.sql'), { kind: request.kind })
  return {
    accepted: Number(row?.['accepted']),
    unchanged: Number(row?.['unchanged']),
    contested: Number(row?.['contested']),
  }
}
