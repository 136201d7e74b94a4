import { join } from 'node:path'
import type { JsonObject } from '../../formats/json/records.ts'
import { IngestError } from '../../errors.ts'
import type { Source } from '../declare/source.ts'
import { pullMysql } from '../database/mysql.ts'
import { pullPostgres } from '../database/postgres.ts'
import { pullHttp } from '../http/pull.ts'
import { MarkKeeper, type Window } from './mark.ts'
import { PullNotes } from './notes.ts'
import { Spool } from './spool.ts'
import type { PullTools } from './tools.ts'

/** What to look at when a source gives fewer records than it says it has. */
export const shortAdvice = '请核对翻页设置；那个数不是总数的，请在来源里写 total: none。'

export type Records = AsyncGenerator<readonly JsonObject[]>

/** The records of a source that is asked, not watched, batch by batch. */
export function openPull(
  source: Source,
  window: Window | null,
  tools: PullTools,
  signal: AbortSignal,
  notes: PullNotes,
): Records {
  const { http, postgres, mysql, incremental } = source.settings
  if (http) return pullHttp(http, window, tools, signal, notes)
  const asked = { column: incremental?.field, window }
  if (postgres) return pullPostgres(postgres, asked, tools, signal)
  if (mysql) return pullMysql(mysql, asked, tools, signal)
  throw new TypeError('a folder is not pulled')
}

export interface PulledFile {
  readonly path: string
  readonly records: number
  /** What the source said of the whole. */
  readonly notes: PullNotes
  /** Where the next pull starts, once these records are committed: where this one did, when it was given too few. */
  readonly mark: string | null
  discard(): Promise<void>
}

/** Whether a pull brought fewer records than the source said there are. */
export function isShort({ records, notes }: Pick<PulledFile, 'records' | 'notes'>): boolean {
  return notes.stated !== null && records < notes.stated
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
  const notes = new PullNotes()
  try {
    for await (const records of openPull(source, keeper?.window ?? null, tools, signal, notes)) {
      for (const record of records) keeper?.observe(record)
      await spool.write(records)
      onRecords(spool.records)
      signal.throwIfAborted()
    }
    await spool.close()
    if (spool.records === 0) refuseNothing(notes)
    const next = keeper?.result() ?? null
    return {
      path: spool.path,
      records: spool.records,
      notes,
      mark: isShort({ records: spool.records, notes }) ? mark : next,
      discard: () => spool.discard(),
    }
  } catch (error) {
    await spool.discard()
    throw error
  }
}

/** A source that states a total and gives nothing of it has not delivered. Throws IngestError `source_short`. */
function refuseNothing({ stated }: PullNotes): void {
  if (stated !== null && stated > 0)
    throw new IngestError('source_short', `对方说有 ${stated} 条，却一条也没有给。${shortAdvice}`, 'total')
}
