import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir, totalmem } from 'node:os'
import { join, resolve, sep } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { WarehouseError } from '../errors.ts'
import { Connection } from './connection.ts'
import { quoteText } from './sql-file.ts'

export type DatabaseLocation = { dataDir: string } | { memory: true }

/** The two database files of a data home: `warehouse.duckdb` as the main catalog, `state.duckdb` attached as `state`. */
export interface Database {
  /** The one folder outside the databases where statements may read and write files. Emptied here. */
  readonly scratchDir: string
  connect(): Promise<Connection>
  close(): void
}

const options = { autoinstall_known_extensions: 'false', autoload_known_extensions: 'false' }

/**
 * Opens (and so locks) the data home. Errors: WH_LOCKED when another process has it, WH_OPEN_FAILED otherwise.
 * One instance per file per process: a second `create` on the same file loses commits, `fromCache` does not.
 */
export async function openDatabase(location: DatabaseLocation): Promise<Database> {
  try {
    const scratchDir = scratchOf(location)
    const instance = await openInstance(location, scratchDir)
    const empty = (): void => {
      rmSync(scratchDir, { recursive: true, force: true })
    }
    empty()
    return {
      scratchDir,
      connect: async () => new Connection(await instance.connect()),
      close: () => {
        instance.closeSync()
        if ('memory' in location) empty()
      },
    }
  } catch (error) {
    throw translate(error)
  }
}

async function openInstance(location: DatabaseLocation, scratchDir: string): Promise<DuckDBInstance> {
  const memory = 'memory' in location
  if (!memory) mkdirSync(location.dataDir, { recursive: true })
  const instance = memory
    ? await DuckDBInstance.create(':memory:', options)
    : await DuckDBInstance.fromCache(resolve(join(location.dataDir, 'warehouse.duckdb')), options)
  try {
    const connection = await instance.connect()
    const statePath = memory ? ':memory:' : resolve(join(location.dataDir, 'state.duckdb'))
    await connection.run(`attach if not exists ${quoteText(statePath)} as state`)
    await connection.run(`set global allowed_directories = [${quoteText(`${scratchDir}${sep}`)}]`)
    // From here on no statement can read or write any other file; it cannot be switched back on.
    await connection.run('set global enable_external_access = false')
    await connection.run("set global TimeZone = 'UTC'")
    await connection.run(`set global memory_limit = '${memoryLimitMib()}MiB'`)
    connection.closeSync()
    return instance
  } catch (error) {
    instance.closeSync()
    throw error
  }
}

function scratchOf(location: DatabaseLocation): string {
  return 'memory' in location
    ? mkdtempSync(join(tmpdir(), 'huizhi-'))
    : resolve(join(location.dataDir, 'scratch'))
}

/** The engine alone would take four fifths of the machine; what needs more than this goes through the disk. */
export function memoryLimitMib(): number {
  return Math.floor(Math.min(mostMemory, totalmem() * 0.4) / 2 ** 20)
}

const mostMemory = 2 * 2 ** 30

function translate(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const locked = /Could not set lock on file/i.test(error.message)
  return new WarehouseError(locked ? 'WH_LOCKED' : 'WH_OPEN_FAILED', {}, { cause: error })
}
