import { buildModels } from './build/builder.ts'
import { runAudits } from './build/audits.ts'
import { readModels, type Model } from './build/graph.ts'
import { readBuiltModels, touchTable } from './build/fingerprints.ts'
import type { Connection } from './engine/connection.ts'
import { Mutex } from './engine/mutex.ts'
import { readSql } from './engine/sql-file.ts'
import { WarehouseError } from './errors.ts'
import type { Scratch } from './raw/context.ts'
import { ledgerParameters } from './raw/ledger.ts'
import { loadFile } from './raw/loader.ts'
import { openRefused } from './raw/replay.ts'
import { withdrawLoad } from './raw/withdraw.ts'
import { bounded, changedMarts, changedMetrics, usualPreviewMs } from './preview.ts'
import { recordRun, writeResult } from './results.ts'
import type {
  LoadReport,
  LoadRequest,
  MetricValue,
  PublishEvent,
  RebuildReport,
  ResultRun,
  ResultTable,
  WriteBatch,
  WriteOptions,
  WriteOutcome,
  WritePreview,
} from './types.ts'

interface WriterOptions {
  readonly connection: Connection
  readonly now: () => Date
  readonly onPublish: (event: PublishEvent) => void
  readonly scratch: Scratch
}

const silent = (): void => undefined

/** The only writer of raw, marts and analysis: one transaction after another, each load → build → audit → commit. */
export class Writer {
  /** All models in build order. */
  readonly models: readonly Model[]
  private readonly queue = new Mutex()
  private readonly options: WriterOptions
  private published: number
  private pending: PublishEvent | undefined

  private constructor(options: WriterOptions, models: readonly Model[], published: number) {
    this.options = options
    this.models = models
    this.published = published
  }

  static async create(options: WriterOptions): Promise<Writer> {
    const models = await readModels(options.connection)
    const [row] = await options.connection.records(
      'select coalesce(max(version), 0) as version from meta.publishes',
    )
    return new Writer(options, models, Number(row?.['version']))
  }

  get version(): number {
    return this.published
  }

  async write<T>(work: (batch: WriteBatch) => Promise<T>, options: WriteOptions): Promise<WriteOutcome<T>> {
    return this.queue.run(async () => {
      const loads: LoadReport[] = []
      const attempted: LoadRequest[] = []
      try {
        return await this.transaction(async () => {
          const value = await work(this.batch(loads, attempted, options))
          return { value, loads, rebuild: await this.build(false, options) }
        })
      } catch (error) {
        // A file that broke off failed alone; when building or an audit failed, all of them did.
        const broken = attempted.slice(loads.length)
        await this.recordFailure(broken.length > 0 ? broken : attempted, error)
        throw error
      }
    })
  }

  /** The same work, reported and taken back; `measure` computes the metrics on the writer's connection. */
  async preview<T>(
    work: (batch: WriteBatch) => Promise<T>,
    measure: () => Promise<MetricValue[]>,
    options: WriteOptions,
  ): Promise<WritePreview<T>> {
    const { connection } = this.options
    const marts = async () => ({ models: await readBuiltModels(connection), metrics: await measure() })
    return this.queue.run(() =>
      this.takenBack(() =>
        bounded(connection, options.limitMs ?? usualPreviewMs, async () => {
          const before = await marts()
          const loads: LoadReport[] = []
          const value = await work(this.batch(loads, [], options))
          const { warnings } = await this.build(false, options)
          const after = await marts()
          return {
            value,
            loads,
            warnings,
            marts: changedMarts(before.models, after.models),
            metrics: changedMetrics(before.metrics, after.metrics),
          }
        }),
      ),
    )
  }

  /**
   * Runs `look` on the writer's connection while every model shows how things stood at `moment`; readers notice
   * nothing, and afterwards everything is as before. The past is not audited: what is published was.
   */
  async asOf<T>(moment: Date, look: () => Promise<T>): Promise<T> {
    const { connection, now } = this.options
    return this.queue.run(() =>
      this.takenBack(async () => {
        await connection.run('insert into raw.as_of values ($moment::timestamp)', { moment })
        await touchTable(connection, 'raw.as_of')
        await buildModels(connection, this.models, { all: false, now, onProgress: silent })
        return look()
      }),
    )
  }

  async rebuild(all: boolean, options: WriteOptions): Promise<RebuildReport> {
    return this.queue.run(() => this.transaction(() => this.build(all, options)))
  }

  async writeResults(job: string, tables: readonly ResultTable[], run: ResultRun): Promise<void> {
    const { connection, now } = this.options
    await this.queue.run(() =>
      this.transaction(async () => {
        let rows = 0
        for (const table of tables) rows += await writeResult(connection, table, run)
        await recordRun(connection, { job, rows, finishedAt: now(), ...run })
        await this.publish(tables.map((table) => `analysis.${table.table.replace(/^analysis\./, '')}`))
      }),
    )
  }

  async idle(): Promise<void> {
    await this.queue.idle()
  }

  private batch(loads: LoadReport[], attempted: LoadRequest[], options: WriteOptions): WriteBatch {
    const { connection, now, scratch } = this.options
    const progress = options.onProgress ?? silent
    const context = {
      connection,
      now,
      scratch,
      onRows: (fileName: string, rows: number) => {
        progress({ step: 'load', fileName, rows })
      },
      touch: (table: string) => touchTable(connection, table),
    }
    return {
      load: async (request, feed) => {
        attempted.push(request)
        const report = await loadFile(context, request, feed)
        loads.push(report)
        return report
      },
      withdraw: (withdrawal) => withdrawLoad(context, withdrawal),
      refused: (loadId, ids) => openRefused(connection, loadId, ids),
      reconcile: async (loadId, { reconciled, controlTotals, warnings }) => {
        await connection.run(readSql('raw/load/reconcile.sql'), {
          load_id: loadId,
          reconciled,
          control_totals: JSON.stringify(controlTotals),
          warnings: JSON.stringify(warnings),
        })
        await context.touch('raw.loads')
      },
      applyDecisions: async () => {
        await connection.run(readSql('raw/replay/set-aside.sql'))
        await context.touch('raw.quarantine')
      },
    }
  }

  private async build(all: boolean, options: WriteOptions): Promise<RebuildReport> {
    const { connection, now } = this.options
    const onProgress = options.onProgress ?? silent
    const { fingerprints, ...result } = await buildModels(connection, this.models, { all, now, onProgress })
    if (result.built.length === 0) return { ...result, warnings: [], version: this.published }
    const warnings = await runAudits(connection, { all, fingerprints, onProgress })
    await this.publish(result.changed)
    return { ...result, warnings, version: this.published + 1 }
  }

  /** Notes the publish inside the transaction; listeners hear of it after the commit. */
  private async publish(tables: readonly string[]): Promise<void> {
    const at = this.options.now()
    const version = this.published + 1
    await this.options.connection.run(readSql('build/publish.sql'), {
      version,
      published_at: at,
      tables: JSON.stringify(tables),
    })
    this.pending = { version, tables, at: `${at.toISOString().slice(0, 19)}Z` }
  }

  private async transaction<T>(work: () => Promise<T>): Promise<T> {
    const { connection } = this.options
    this.pending = undefined
    await connection.run('begin transaction')
    let result: T
    try {
      result = await work()
      await connection.run('commit')
    } catch (error) {
      await this.options.connection.rollback()
      throw asWarehouseError(error)
    }
    this.announce()
    return result
  }

  private async takenBack<T>(work: () => Promise<T>): Promise<T> {
    await this.options.connection.run('begin transaction')
    try {
      return await work()
    } catch (error) {
      throw asWarehouseError(error)
    } finally {
      this.pending = undefined
      await this.options.connection.rollback()
    }
  }

  private announce(): void {
    if (!this.pending) return
    this.published = this.pending.version
    this.options.onPublish(this.pending)
  }

  /** A failed file stays visible in the ledger, so the clerk sees that it was tried and why it is not in. */
  private async recordFailure(attempted: readonly LoadRequest[], error: unknown): Promise<void> {
    // A full disk takes no ledger line either.
    const isFull = error instanceof WarehouseError && error.code === 'WH_DISK_FULL'
    if (attempted.length === 0 || isFull) return
    const { connection, now } = this.options
    const { code, sentence } = failureOf(error)
    await this.transaction(async () => {
      for (const request of attempted) {
        const [next] = await connection.records(readSql('raw/load/next-seq.sql'))
        const seq = Number(next?.['load_seq'])
        await connection.run(readSql('raw/load/ledger.sql'), {
          ...ledgerParameters(request),
          load_id: `L${String(seq).padStart(6, '0')}-${request.fileHash.slice(0, 8)}`,
          load_seq: seq,
          reasons: '{}',
          warnings: JSON.stringify([sentence]),
          status: 'failed',
          error_code: code,
          finished_at: now(),
        })
      }
    })
  }
}

/** What the ledger says of a file that broke off: the reader's own words where it has any (`place` tells them). */
function failureOf(error: unknown): { code: string; sentence: string } {
  const isTold = error instanceof Error && 'code' in error && 'place' in error
  const told = isTold ? error : new WarehouseError('WH_LOAD_FAILED')
  return {
    code: String(told.code),
    sentence: told instanceof WarehouseError ? told.userMessage : told.message,
  }
}

/** How the file system says that the disk, or a quota on it, is full. */
const fullDisk: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT'])

function asWarehouseError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof WarehouseError) return error
  // The scratch folder is on the same disk.
  if ('code' in error && fullDisk.has(error.code))
    return new WarehouseError('WH_DISK_FULL', {}, { cause: error })
  if (!error.message.includes(' Error: ')) return error
  const full = /no space left on device|quota exceeded|disk (?:is )?full|has been invalidated/i.test(
    error.message,
  )
  return new WarehouseError(full ? 'WH_DISK_FULL' : 'WH_LOAD_FAILED', {}, { cause: error })
}
