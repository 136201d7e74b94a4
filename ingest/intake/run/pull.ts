import { join } from 'node:path'
import type { JsonObject } from '../../formats/json/records.ts'
import type { Source } from '../declare/source.ts'
import { pullMysql } from '../database/mysql.ts'
import { pullPostgres } from '../database/postgres.ts'
import { pullHttp } from '../http/pull.ts'
import { MarkKeeper, type Window } from './mark.ts'
import { Spool } from './spool.ts'
import type { PullTools } from './tools.ts'

export type Records = AsyncGenerator<readonly JsonObject[]>

/** The records of a source that is asked, not watched, batch by batch. */
export function openPull(
  source: Source,
  window: Window | null,
  tools: PullTools,
  signal: AbortSignal,
): Records {
  const { http, postgres, mysql, incremental } = source.settings
  if (http) return pullHttp(http, window, tools, signal)
  const asked = { column: incremental?.field, window }
  if (postgres) return pullPostgres(postgres, asked, tools, signal)
  if (mysql) return pullMysql(mysql, asked, tools, signal)
  throw new TypeError('a folder is not pulled')
}

export interface PulledFile {
  readonly path: string
  readonly records: number
  /** Where the next pull starts, once these records are committed. */
  readonly mark: string | null
  discard(): Promise<void>
}

/** Pulls everything from the mark on into a work file of the data home. Throws IngestError; then nothing is left. */
export async function pullToFile(
  source: Source,
  { dataDir, mark, startedAt }: { dataDir: string; mark: string | null; startedAt: Date },
  tools: PullTools,
  { signal, onRecords }: { signal: AbortSignal; onRecords: (records: number) => void },
): Promise<PulledFile> {
  const { incremental } = source.settings
  const keeper = incremental ? new MarkKeeper(incremental, mark, startedAt) : null
  const stamp = startedAt.toISOString().replace(/\D/g, '').slice(0, 14)
  const spool = await Spool.open(join(dataDir, 'work', 'pulls', `${source.name}-${stamp}.ndjson`))
  try {
    for await (const records of openPull(source, keeper?.window ?? null, tools, signal)) {
      for (const record of records) keeper?.observe(record)
      await spool.write(records)
      onRecords(spool.records)
      signal.throwIfAborted()
    }
    await spool.close()
    return {
      path: spool.path,
      records: spool.records,
      mark: keeper?.result() ?? null,
      discard: () => spool.discard(),
    }
  } catch (error) {
    await spool.discard()
    throw error
  }
}
