import { mkdirSync, realpathSync } from 'node:fs'
import type { DatabaseLocation } from './engine/database.ts'
import type { Warehouse } from './types.ts'
import { DuckWarehouse } from './warehouse.ts'

/** `now` is the clock for ledger and publish times; analyses never read it. */
export type OpenOptions = DatabaseLocation & { now?: () => Date }

interface Opened {
  readonly warehouse: Promise<DuckWarehouse>
  users: number
}

const opened = new Map<string, Opened>()

/**
 * Opens the data home, takes its lock, creates what is missing and builds models that were never built or whose SQL
 * changed. A second opening in the same process shares the first; the last `close` releases the lock.
 * Errors: WH_LOCKED when another process has the data home, WH_OPEN_FAILED otherwise.
 */
export async function openWarehouse(options: OpenOptions): Promise<Warehouse> {
  const now = options.now ?? (() => new Date())
  if ('memory' in options) return DuckWarehouse.open(options, now, () => true)
  mkdirSync(options.dataDir, { recursive: true })
  const home = realpathSync(options.dataDir)
  const shared = opened.get(home) ?? {
    warehouse: DuckWarehouse.open({ dataDir: home }, now, () => release(home)),
    users: 0,
  }
  opened.set(home, shared)
  shared.users += 1
  try {
    return await shared.warehouse
  } catch (error) {
    opened.delete(home)
    throw error
  }
}

/** True for the last user of a data home: only then are the connections closed. */
function release(home: string): boolean {
  const shared = opened.get(home)
  if (!shared) return true
  shared.users -= 1
  if (shared.users > 0) return false
  opened.delete(home)
  return true
}
