import { readSql } from '../engine/sql-file.ts'
import { textOf } from '../engine/values.ts'
import { WarehouseError } from '../errors.ts'
import type { Withdrawal, WithdrawnLoad } from '../types.ts'
import { isKind, type Kind } from './contract.ts'
import type { LoadContext } from './context.ts'
import { rawStatement } from './names.ts'
import { contestLineage } from './replay.ts'

interface LedgerLine {
  readonly loadId: string
  readonly loadSeq: number
  readonly kind: Kind
  readonly fileName: string
  readonly accepted: number
  readonly quarantined: number
}

const steps = [
  'heirs',
  'leaving-keys',
  'recontested',
  'inherit',
  'remove',
  'sightings',
  'heirs-ledger',
  'seal-pass',
  'unseal',
  'quarantine',
  'reopen',
  'ledger',
  'uncontest',
]

/**
 * Takes a published load, with its replays, out of `raw` inside the caller's transaction, as if it had never been
 * loaded: what a later load brought too lives on under that load's name. The ledger keeps the line, marked withdrawn.
 * Errors: WH_LOAD_UNKNOWN; WH_LOAD_UNTRACKED when an older version did not note what later loads repeated.
 */
export async function withdrawLoad(context: LoadContext, withdrawal: Withdrawal): Promise<WithdrawnLoad> {
  const line = await findPublished(context, withdrawal.loadId)
  const replays = await context.connection.records(readSql('raw/read/replays.sql'), { load_id: line.loadId })
  // One moment for all: what left together comes back together.
  const at = context.now()
  let removed = 0
  let kept = 0
  const take = async (one: LedgerLine) => {
    const states = await withdrawOne(context, one, withdrawal, at)
    kept += states.kept
    removed += one.accepted - states.kept
  }
  for (const replay of replays) await take(await findPublished(context, textOf(replay['load_id'])))
  await take(line)
  return {
    loadId: line.loadId,
    kind: line.kind,
    fileName: line.fileName,
    removed,
    kept,
    quarantined: line.quarantined,
    replays: replays.length,
  }
}

async function withdrawOne(
  { connection, touch }: LoadContext,
  line: LedgerLine,
  { actor, reason }: Withdrawal,
  at: Date,
): Promise<{ kept: number }> {
  const { kind } = line
  const parameters = {
    load_id: line.loadId,
    load_seq: line.loadSeq,
    kind,
    actor,
    reason,
    withdrawn_at: at,
  }
  const [untracked] = await connection.records(readSql('raw/withdraw/untracked.sql'), parameters)
  if (untracked) throw new WarehouseError('WH_LOAD_UNTRACKED', { load: textOf(untracked['load_id']) })
  for (const step of steps) await connection.run(rawStatement(`withdraw/${step}`, kind), parameters)
  await connection.run(readSql('raw/load/judge-repeated.sql'), { kind })
  await contestLineage(connection, kind)
  const [heirs] = await connection.records(
    'select count(*) as kept from (select distinct record_key, row_hash from temp.heirs) as states',
  )
  for (const table of ['heirs', 'leaving_keys']) await connection.run(`drop table temp.${table}`)
  for (const table of [kind, 'contested_keys', 'quarantine', 'loads']) await touch(`raw.${table}`)
  return { kept: Number(heirs?.['kept']) }
}

async function findPublished({ connection }: LoadContext, loadId: string): Promise<LedgerLine> {
  const [row] = await connection.records(readSql('raw/read/load.sql'), { load_id: loadId })
  const kind = row === undefined ? '' : textOf(row['kind'])
  if (row?.['status'] !== 'published' || !isKind(kind))
    throw new WarehouseError('WH_LOAD_UNKNOWN', { load: loadId })
  return {
    loadId,
    loadSeq: Number(row['load_seq']),
    kind,
    fileName: textOf(row['file_name']),
    accepted: Number(row['rows_accepted']),
    quarantined: Number(row['rows_quarantined']),
  }
}
