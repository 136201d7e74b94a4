import {
  loadQueries,
  type LoadReport,
  type Warehouse,
  type WithdrawnLoad,
  type WriteBatch,
  type WriteOutcome,
  type WritePreview,
} from '#warehouse'
import { IngestError } from '../errors.ts'
import { findLine, type LoadLine } from './line.ts'
import { placeKey } from './repairs.ts'
import { addUpAgain, readAgain, type ReadAgainOptions } from './read-again.ts'

/** What is to happen to loads that are in the ledger. */
export type LoadChange =
  | { readonly action: 'withdraw'; readonly loadIds: readonly string[]; readonly reason: string }
  | { readonly action: 'restore'; readonly loadIds: readonly string[] }
  | { readonly action: 'rerun'; readonly loadIds: readonly string[]; readonly reason: string }
  | {
      readonly action: 'replay'
      /** Refused rows by load; null: all that are open. */
      readonly rows: readonly { readonly loadId: string; readonly ids: readonly string[] | null }[]
    }

export interface LoadChangeResult {
  readonly withdrawn: readonly WithdrawnLoad[]
  readonly loads: readonly LoadReport[]
}

/**
 * Withdraws, restores, runs again or replays loads in one write: all of it happens, with everything derived from it,
 * or nothing. Loads are taken newest first and put back oldest first.
 *
 * - withdraw: as if never loaded; what a later load brought too stays under its name
 * - restore: a withdrawn load comes back in its place, read from the archive by the rules of then; replays that left
 *   with it come back too, each by its own
 * - rerun: a published load is read again from the archive by the mappings and contracts of today, in its place
 * - replay: refused rows are read again by the rules of today; a load of its own, pointing at the one they came with
 *
 * Corrections of refused rows hold in every reading. Errors: IngestError, WarehouseError; then nothing is kept.
 */
export async function changeLoads(
  warehouse: Warehouse,
  change: LoadChange,
  options: ReadAgainOptions,
): Promise<WriteOutcome<LoadChangeResult>> {
  const work = await plan(warehouse, change, options)
  return warehouse.write(work)
}

/** What `changeLoads` would do: rows and metrics before and after; nothing is kept. */
export async function previewChange(
  warehouse: Warehouse,
  change: LoadChange,
  options: ReadAgainOptions,
): Promise<WritePreview<LoadChangeResult>> {
  const work = await plan(warehouse, change, options)
  return warehouse.preview(work)
}

type Work = (batch: WriteBatch) => Promise<LoadChangeResult>

async function plan(warehouse: Warehouse, change: LoadChange, options: ReadAgainOptions): Promise<Work> {
  if (change.action === 'replay') return planReplay(warehouse, change.rows, options)
  const lines: LoadLine[] = []
  for (const loadId of new Set(change.loadIds)) lines.push(await findLine(warehouse, loadId))
  const oldestFirst = lines.sort((left, right) => (left.loadId < right.loadId ? -1 : 1))
  if (change.action !== 'withdraw') for (const line of oldestFirst) assertOriginal(line)
  return async (batch) => {
    const withdrawn: WithdrawnLoad[] = []
    const loads: LoadReport[] = []
    if (change.action !== 'restore')
      for (const { loadId } of oldestFirst.toReversed())
        withdrawn.push(await batch.withdraw({ loadId, actor: options.actor, reason: change.reason }))
    if (change.action !== 'withdraw') {
      for (const line of oldestFirst)
        loads.push(
          ...(change.action === 'restore'
            ? await restore(warehouse, batch, line, options)
            : [await readAgain(warehouse, batch, line, 'today', { again: line.loadId }, options)]),
        )
    }
    return { withdrawn, loads }
  }
}

/** The load by the rules of then, and the replays that left with it by those of theirs. */
async function restore(
  warehouse: Warehouse,
  batch: WriteBatch,
  line: LoadLine,
  options: ReadAgainOptions,
): Promise<LoadReport[]> {
  const replays = await replaysOf(warehouse, line.loadId)
  const replayed = new Set([...replays.values()].flatMap((places) => [...places]))
  const loads = [await readAgain(warehouse, batch, line, 'then', { again: line.loadId, replayed }, options)]
  for (const [again, places] of replays) {
    const open = await batch.refused(line.loadId, null)
    const rows = open.filter(({ sheet, rowNumber }) => places.has(placeKey(sheet, rowNumber)))
    const replay = await findLine(warehouse, again)
    const purpose = { again, replay: { loadId: line.loadId, rows } }
    loads.push(await readAgain(warehouse, batch, replay, 'then', purpose, options))
  }
  if (replays.size > 0 && line.reconciled !== null) await addUpAgain(warehouse, batch, line, options)
  return loads
}

/** Replays that were withdrawn with a load, oldest first, and the rows each of them read. */
async function replaysOf(warehouse: Warehouse, loadId: string): Promise<Map<string, Set<string>>> {
  const replays = new Map<string, Set<string>>()
  for (const row of await warehouse.query(loadQueries.withdrawnReplays, { load_id: loadId }))
    replays.set(row.load_id, (replays.get(row.load_id) ?? new Set()).add(placeKey(row.sheet, row.row_number)))
  return replays
}

async function planReplay(
  warehouse: Warehouse,
  asked: Extract<LoadChange, { action: 'replay' }>['rows'],
  options: ReadAgainOptions,
): Promise<Work> {
  const lines = new Map<string, LoadLine>()
  for (const { loadId } of asked) lines.set(loadId, await findLine(warehouse, loadId))
  return async (batch) => {
    const loads: LoadReport[] = []
    for (const { loadId, ids } of asked) {
      const line = lines.get(loadId)
      // Asked inside the write: rows another replay has resolved meanwhile are no longer open.
      const rows = await batch.refused(loadId, ids)
      if (!line || rows.length === 0) continue
      loads.push(await readAgain(warehouse, batch, line, 'today', { replay: { loadId, rows } }, options))
      // Amounts that could not be read before may be what was missing from its sums.
      if (line.reconciled !== null) await addUpAgain(warehouse, batch, line, options)
    }
    return { withdrawn: [], loads }
  }
}

function assertOriginal(line: LoadLine): void {
  if (line.replayOf === null) return
  throw new IngestError(
    'load_is_replay',
    `“${line.loadId}”是隔离行的重放，不能单独恢复或重跑；请在隔离区重新重放那些行。`,
    line.loadId,
  )
}
