import type { Connection } from '../engine/connection.ts'
import { readSql } from '../engine/sql-file.ts'
import { WarehouseError } from '../errors.ts'
import type { FeedTotals, LoadJudgement, LoadReport, LoadRequest, LoadSink, SharedKeys } from '../types.ts'
import type { LoadContext } from './context.ts'
import { distinguishingColumns } from './contract.ts'
import { findDuplicate, ledgerParameters, placeOf } from './ledger.ts'
import { keyColumnsOf, rawStatement } from './names.ts'
import { openSink } from './open-sink.ts'
import { resolveReplayed } from './replay.ts'
import type { FileSink } from './sink.ts'

const temporaryTables = ['seen', 'incoming_sealed', 'refused', 'shared_keys']

/**
 * Loads one file into `raw.<kind>` inside the caller's transaction: hash, key and store what is new, segment by segment →
 * note what was seen again → ledger. Keys and hashes depend on the rows alone, so the order in which files arrive does
 * not matter.
 * Errors: WH_LOAD_FAILED when the feed's own row count disagrees, WH_ROW_SHAPE for a row of the wrong width,
 * WH_LOAD_UNKNOWN and WH_LOAD_PRESENT when a load cannot be put back.
 */
export async function loadFile(
  context: LoadContext,
  request: LoadRequest,
  feed: (sink: LoadSink) => Promise<FeedTotals>,
): Promise<LoadReport> {
  const { connection } = context
  const duplicate = await findPresent(context, request)
  if (duplicate) return duplicate
  const place = await placeOf(connection, request)
  const parameters = { ...ledgerParameters(request), ...place, resolved_at: context.now() }
  const columns = keyColumnsOf(request)
  const run = async (file: string): Promise<void> => {
    const statement = rawStatement(file, request.kind, columns)
    await connection.run(statement, parameters)
  }
  const contestedBefore = await countContested(connection, request)

  for (const file of ['incoming-sealed', 'refused', 'seen-rows']) await run(`load/${file}`)
  const sink = openSink(context, request, place.load_id, parameters)
  const totals = await feedInto(sink, feed)
  const counts = await countRows(context, request, parameters)
  await contestStored(request, run)
  const takenFromLater = await takeFromLater(connection, request, run)
  const changedBack = await settle(connection, request, run, { again: counts.unchanged, sealed: sink.sealed })
  const shared = await countShared(connection, request, parameters)
  if (request.replay) await resolveReplayed(connection, request, run, parameters)
  else await run('load/quarantine')
  for (const table of temporaryTables) await connection.run(`drop table temp.${table}`)

  const contestedKeys = (await countContested(connection, request)) - contestedBefore
  const judgement = totals.judge({ ...shared, contestedKeys })
  const report = toReport(request, place.load_id, counts, sink, { ...judgement, rowsRead: totals.rowsRead })
  await writeLine(context, report, judgement, parameters)
  if (sink.refused > 0) await run('load/judge-repeated')
  await keepLayout(context, parameters)
  const changed = report.accepted > 0 || changedBack || takenFromLater
  if (changed) await context.touch(`raw.${request.kind}`)
  if (contestedKeys > 0) await context.touch('raw.contested_keys')
  if (report.quarantined > 0 || request.replay) await context.touch('raw.quarantine')
  await context.touch('raw.loads')
  return report
}

async function keepLayout(
  { connection }: LoadContext,
  { load_id, layout }: Readonly<Record<string, unknown>>,
): Promise<void> {
  await connection.run('delete from raw.layouts where load_id = $load_id::varchar', { load_id })
  if (layout !== null) await connection.run(readSql('raw/load/layouts.sql'), { load_id, layout })
}

/** The load's line in the ledger. */
async function writeLine(
  { connection, now }: LoadContext,
  report: LoadReport,
  { reconciled, controlTotals }: LoadJudgement,
  parameters: Readonly<Record<string, unknown>>,
): Promise<void> {
  await connection.run(readSql('raw/load/ledger.sql'), {
    ...parameters,
    rows_read: report.rows,
    rows_accepted: report.accepted,
    rows_quarantined: report.quarantined,
    rows_unchanged: report.unchanged,
    reconciled: reconciled ?? null,
    control_totals: controlTotals && JSON.stringify(controlTotals),
    reasons: JSON.stringify(report.reasons),
    warnings: JSON.stringify(report.warnings),
    status: 'published',
    rerun_at: parameters['is_again'] === true ? now() : null,
    finished_at: now(),
  })
}

/**
 * The report for a file that is in already; that it arrived again is noted.
 * Errors: WH_LOAD_PRESENT when it bars the way of one that is put back.
 */
async function findPresent(context: LoadContext, request: LoadRequest): Promise<LoadReport | undefined> {
  if (request.replay) return undefined
  const duplicate = await findDuplicate(context.connection, request)
  if (!duplicate) return undefined
  if (request.again !== undefined) throw new WarehouseError('WH_LOAD_PRESENT', { load: duplicate.loadId })
  if (duplicate.status === 'duplicate') await noteRepeat(context, request, duplicate.loadId)
  return duplicate
}

/** States are ranked by when they were last seen: a file that comes a third time after a second one has the last word. */
async function noteRepeat(
  { connection, touch }: LoadContext,
  request: LoadRequest,
  loadId: string,
): Promise<void> {
  const moment = { load_id: loadId, observed_at: request.observedAt ?? request.startedAt }
  const [told] = await connection.records(readSql('raw/load/is-repeat.sql'), moment)
  if (told?.['is_repeat'] !== true) return
  await connection.run(readSql('raw/load/repeat.sql'), moment)
  const [row] = await connection.records(rawStatement('load/moved-on', request.kind), { load_id: loadId })
  if (row?.['moved_on'] === true) await touch(`raw.${request.kind}`)
}

/**
 * Once the rows are stored: notes what was seen again; true when a record may have gone back to an earlier state. Looking
 * for what is not there would still cost a pass over all rows.
 */
async function settle(
  connection: Connection,
  request: LoadRequest,
  run: (file: string) => Promise<void>,
  seen: { readonly again: number; readonly sealed: number },
): Promise<boolean> {
  let changedBack = false
  if (seen.again > 0) {
    await run('load/sight')
    const [row] = await connection.records(rawStatement('load/changed-back', request.kind))
    changedBack = row?.['changed_back'] === true
  }
  await run('load/shared-keys')
  await run('load/contest')
  if (seen.sealed > 0) await run('load/seal')
  return changedBack
}

/** Numbers that stood for something else before; only some kinds have what tells. */
async function contestStored({ kind }: LoadRequest, run: (file: string) => Promise<void>): Promise<void> {
  if (distinguishingColumns(kind).length > 0) await run('load/contest-stored')
}

/** A load that is put back stands before later ones: what they stored of its states in the meantime is its own again. */
async function takeFromLater(
  connection: Connection,
  request: LoadRequest,
  run: (file: string) => Promise<void>,
): Promise<boolean> {
  if (request.again === undefined) return false
  for (const step of ['demoted', 'demote-sight', 'demote-ledger', 'demote-remove']) await run(`load/${step}`)
  const [row] = await connection.records('select count(*) as rows from temp.demoted')
  await connection.run('drop table temp.demoted')
  return Number(row?.['rows']) > 0
}

function toReport(
  request: LoadRequest,
  loadId: string,
  { accepted, unchanged }: { accepted: number; unchanged: number },
  sink: FileSink,
  { rowsRead, reconciled = null, warnings }: LoadJudgement & { readonly rowsRead: number },
): LoadReport {
  const seen = accepted + unchanged + sink.refused
  if (seen !== rowsRead)
    throw new WarehouseError('WH_LOAD_FAILED', { file: request.fileName, rowsRead, rowsSeen: seen })
  return {
    loadId,
    kind: request.kind,
    rows: rowsRead,
    accepted,
    quarantined: sink.refused,
    unchanged,
    reasons: sink.reasons,
    warnings: [...warnings],
    reconciled,
    status: 'published',
  }
}

async function feedInto(sink: FileSink, feed: (sink: LoadSink) => Promise<FeedTotals>): Promise<FeedTotals> {
  try {
    const totals = await feed(sink)
    await sink.finish()
    return totals
  } catch (error) {
    await sink.abandon()
    throw error
  }
}

async function countRows(
  { connection }: LoadContext,
  { kind }: LoadRequest,
  parameters: Readonly<Record<string, unknown>>,
): Promise<{ accepted: number; unchanged: number }> {
  const [row] = await connection.records(rawStatement('load/counts', kind), parameters)
  return { accepted: Number(row?.['accepted']), unchanged: Number(row?.['unchanged']) }
}

async function countShared(
  connection: Connection,
  { kind }: LoadRequest,
  { load_seq }: Readonly<Record<string, unknown>>,
): Promise<Omit<SharedKeys, 'contestedKeys'>> {
  const [row] = await connection.records(rawStatement('load/within-file', kind), { load_seq })
  return { repeatedRows: Number(row?.['repeated']), supersededRows: Number(row?.['superseded']) }
}

async function countContested(connection: Connection, { kind }: LoadRequest): Promise<number> {
  const [row] = await connection.records(readSql('raw/load/contested.sql'), { kind })
  return Number(row?.['contested'])
}
