import { columnsToArrow } from './arrow.ts'
import { digest, readBuiltModels, readTableFingerprints } from './build/fingerprints.ts'
import { toRecords, type ColumnResult, type Connection, type JsonRows } from './engine/connection.ts'
import { openDatabase, type Database, type DatabaseLocation } from './engine/database.ts'
import { Mutex } from './engine/mutex.ts'
import { ConnectionPool } from './engine/pool.ts'
import { ResultCache } from './engine/result-cache.ts'
import { WarehouseError, type WarehouseErrorCode } from './errors.ts'
import { readLineage } from './lineage.ts'
import { MetricBook } from './metric.ts'
import type { NamedQuery } from './query.ts'
import type { Kind } from './raw/contract.ts'
import { publishedLoads } from './raw/ledger.ts'
import { createStateTables, createTables } from './schema.ts'
import { rekeyUnnumbered } from './raw/rekey.ts'
import type { StateStatement } from './state/statement.ts'
import type * as T from './types.ts'
import { Writer } from './writer.ts'

const readers = 6
const defaultTimeoutMs = 60_000

interface Parts {
  readonly database: Database
  readonly pool: ConnectionPool
  readonly writing: Connection
  readonly stateWriting: Connection
  readonly now: () => Date
  readonly isLastUser: () => boolean
}

/** The warehouse on DuckDB: a pool of readers, one writer, one connection for `state.*`. */
export class DuckWarehouse implements T.Warehouse {
  private readonly parts: Parts
  private writer!: Writer
  private metrics!: MetricBook
  private readonly cache = new ResultCache<ColumnResult>()
  private readonly metricCache = new ResultCache<{ rows: number; value: T.MetricValue }>()
  private readonly stateQueue = new Mutex()
  private readonly listeners = new Set<(event: T.PublishEvent) => void>()
  private stateVersion = 0
  private closed = false

  private constructor(parts: Parts) {
    this.parts = parts
  }

  static async open(
    location: DatabaseLocation,
    now: () => Date,
    isLastUser: () => boolean,
  ): Promise<DuckWarehouse> {
    const database = await openDatabase(location)
    const connections: Connection[] = []
    try {
      for (let index = 0; index < readers + 2; index++) connections.push(await database.connect())
      const [writing, stateWriting, ...reading] = connections as [Connection, Connection, ...Connection[]]
      const pool = new ConnectionPool(reading)
      const warehouse = new DuckWarehouse({ database, pool, writing, stateWriting, now, isLastUser })
      await warehouse.start()
      return warehouse
    } catch (error) {
      for (const connection of connections) connection.close()
      database.close()
      throw error
    }
  }

  async query<P, R>(query: NamedQuery<P, R>, params: P, options: T.QueryOptions = {}): Promise<R[]> {
    return toRecords(await this.read(query, params, options)) as R[]
  }

  async columns<P, R>(
    query: NamedQuery<P, R>,
    params: P,
    options: T.QueryOptions = {},
  ): Promise<T.Columns<R>> {
    const result = await this.read(query, params, options)
    const entries = result.names.map((name, index) => [name, [...(result.columns[index] ?? [])]])
    return Object.fromEntries(entries) as T.Columns<R>
  }

  async arrow<P, R>(query: NamedQuery<P, R>, params: P, options: T.QueryOptions = {}): Promise<Uint8Array> {
    return columnsToArrow(await this.read(query, params, options))
  }

  async jsonRows<P, R>(
    query: NamedQuery<P, R>,
    params: P,
    by: (keyof R & string) | null,
    take: (rows: JsonRows) => Promise<void> | void,
    options: T.QueryOptions = {},
  ): Promise<void> {
    const timeoutMs = options.timeoutMs ?? defaultTimeoutMs
    await this.borrow(async (connection) => {
      try {
        await connection.jsonRows(query.sql, params as Record<string, unknown>, { by, timeoutMs }, take)
      } catch (error) {
        throw translate(error, 'WH_QUERY_FAILED', query.file)
      }
    })
  }

  async write<V>(
    work: (batch: T.WriteBatch) => Promise<V>,
    options: T.WriteOptions = {},
  ): Promise<T.WriteOutcome<V>> {
    this.assertOpen()
    return this.writer.write(work, options)
  }

  async preview<V>(
    work: (batch: T.WriteBatch) => Promise<V>,
    options: T.WriteOptions = {},
  ): Promise<T.WritePreview<V>> {
    this.assertOpen()
    const measure = () => this.metrics.computeAll(this.parts.writing, this.parts.now())
    return this.writer.preview(work, measure, options)
  }

  async metricsAsOf(moment: Date): Promise<T.MetricValue[]> {
    this.assertOpen()
    return this.writer.asOf(moment, () => this.metrics.computePast(this.parts.writing, moment))
  }

  async rebuild(options: { all?: boolean } & T.WriteOptions = {}): Promise<T.RebuildReport> {
    this.assertOpen()
    return this.writer.rebuild(options.all ?? false, options)
  }

  async writeResults(job: string, tables: readonly T.ResultTable[], run: T.ResultRun): Promise<void> {
    this.assertOpen()
    await this.writer.writeResults(job, tables, run)
  }

  async fingerprint(tables: readonly string[]): Promise<string> {
    return this.borrow(async (connection) => {
      const models = await readBuiltModels(connection)
      const others = await readTableFingerprints(connection)
      const parts = [...tables]
        .sort()
        .map((name) => `${name}=${models.get(name)?.contentFingerprint ?? others.get(name) ?? ''}`)
      return digest(parts)
    })
  }

  async isLoaded(fileHash: string, kind?: Kind): Promise<T.LoadReport[]> {
    return this.borrow((connection) => publishedLoads(connection, fileHash, kind))
  }

  async metric(name: string, filter: T.MetricFilter = {}): Promise<T.MetricValue> {
    const definition = this.metrics.find(name)
    const key = `${this.writer.version}|${name}|${JSON.stringify(filter)}`
    const kept = await this.metricCache.get(key, async () => ({
      rows: 1,
      value: await this.borrow((connection) =>
        this.metrics.compute(connection, definition, filter, this.parts.now()),
      ),
    }))
    return { ...kept.value }
  }

  metricCards(): T.MetricCard[] {
    return this.metrics.cards()
  }

  async lineage(mart: string, recordKey: string): Promise<T.LineageStep[]> {
    return this.borrow((connection) => readLineage(connection, mart, recordKey))
  }

  async execute<P>(statement: StateStatement<P>, params: P): Promise<void> {
    this.assertOpen()
    await this.stateQueue.run(async () => {
      try {
        await this.parts.stateWriting.run(statement.sql, params as Record<string, unknown>)
      } catch (error) {
        throw translate(error, 'WH_STATE_FAILED', statement.file)
      } finally {
        this.stateVersion += 1
      }
    })
  }

  onPublish(listener: (event: T.PublishEvent) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  version(): number {
    return this.writer.version
  }

  async close(): Promise<void> {
    if (this.closed || !this.parts.isLastUser()) return
    this.closed = true
    await this.writer.idle()
    await this.stateQueue.idle()
    await this.parts.pool.close()
    this.parts.writing.close()
    this.parts.stateWriting.close()
    this.parts.database.close()
  }

  private async start(): Promise<void> {
    const { database } = this.parts
    await createTables(this.parts.writing)
    await createStateTables(this.parts.stateWriting)
    await rekeyUnnumbered(this.parts.writing, this.parts.stateWriting)
    this.writer = await Writer.create({
      connection: this.parts.writing,
      now: this.parts.now,
      scratch: { folder: database.scratchDir, connect: () => database.connect() },
      onPublish: (event) => {
        for (const listener of this.listeners) listener(event)
      },
    })
    this.metrics = await MetricBook.read(this.parts.writing, this.writer.models)
    await this.writer.rebuild(false, {})
  }

  /** Equal reads of the same published state run once and small results are kept. */
  private async read<P, R>(
    query: NamedQuery<P, R>,
    params: P,
    options: T.QueryOptions,
  ): Promise<ColumnResult> {
    const key = `${this.writer.version}.${this.stateVersion}|${query.file}|${JSON.stringify(params)}`
    const timeoutMs = options.timeoutMs ?? defaultTimeoutMs
    const select = () =>
      this.borrow(async (connection) => {
        try {
          return await connection.select(query.sql, params as Record<string, unknown>, timeoutMs)
        } catch (error) {
          throw translate(error, 'WH_QUERY_FAILED', query.file)
        }
      })
    return options.once === true ? select() : this.cache.get(key, select)
  }

  private async borrow<V>(task: (connection: Connection) => Promise<V>): Promise<V> {
    this.assertOpen()
    return this.parts.pool.use((connection) => connection.snapshot(() => task(connection)))
  }

  private assertOpen(): void {
    if (this.closed) throw new WarehouseError('WH_CLOSED')
  }
}

function translate(error: unknown, code: WarehouseErrorCode, file: string): WarehouseError {
  return error instanceof WarehouseError ? error : new WarehouseError(code, { file }, { cause: error })
}
