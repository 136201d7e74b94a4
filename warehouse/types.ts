import type { JsonRows } from './engine/connection.ts'
import type { BulkRows, BulkText } from './raw/bulk-rows.ts'
import type { NamedQuery } from './query.ts'
import type { Kind } from './raw/contract.ts'
import type { StateStatement } from './state/statement.ts'

/** A row for `raw.<kind>`: `values` in the order of `rawColumns(kind)`, normalised text or null. */
export interface RawRow {
  readonly values: readonly (string | null)[]
  /** JSON text: unknown columns and the original text of changed cells. */
  readonly extra: string | null
  readonly sheet: string | null
  /** 1 = the file's or sheet's first line, header and title rows counted. */
  readonly rowNumber: number
  /** Original texts of cells in which personal data was masked. */
  readonly sealed?: readonly { readonly column: string; readonly text: string }[]
}

/** A row that cannot be accepted, kept whole: `cells` is header → text as it came. */
export interface RefusedRow {
  readonly sheet: string | null
  readonly rowNumber: number
  readonly column: string | null
  readonly code: string
  readonly message: string
  readonly cells: Readonly<Record<string, string>>
}

export interface LoadSink {
  accept(rows: readonly RawRow[]): Promise<void>
  refuse(rows: readonly RefusedRow[]): Promise<void>
  /**
   * Lets the engine read a delimited text itself; `write` puts it where it is told to, or gives null when rows and lines
   * are not the same in it. Null when the file has to be handed over row by row. Comes before any `accept`; a sink that takes rows only has none.
   */
  bulk?(write: (path: string) => Promise<BulkText | null>): Promise<BulkRows | null>
}

/** What was read of a file, and how it is judged once its rows are stored. */
export interface FeedTotals {
  readonly rowsRead: number
  judge(sharing: SharedKeys): LoadJudgement
}

/** How the rows of one load share business keys. */
export interface SharedKeys {
  /** Rows that say again, cell by cell, what an earlier row says. */
  readonly repeatedRows: number
  /** Rows that bring another state of a record that an earlier row brought. */
  readonly supersededRows: number
  /** Keys that are known since this load to name different records, in this file or between files. */
  readonly contestedKeys: number
}

export interface LoadJudgement {
  readonly controlTotals: Readonly<Record<string, unknown>> | null
  /** Whether the rows add up to what was stated; null when nothing was. */
  readonly reconciled?: 'balanced' | 'unbalanced' | 'explained' | null
  readonly warnings: readonly string[]
}

/** The columns of one sheet: names as refused rows use them, and which of them serves a canonical field. */
export interface SheetLayout {
  readonly sheet: string | null
  readonly headers: readonly string[]
  readonly fields: Readonly<Record<string, string>>
}

export interface LoadRequest {
  readonly kind: Kind
  readonly source: string
  readonly fileName: string
  readonly fileHash: string
  readonly fileBytes: number
  readonly format: string
  readonly encoding: string | null
  readonly sheets: readonly string[]
  readonly mapping: string | null
  /** JSON of the source's contract policy. */
  readonly policy?: string | undefined
  readonly layout?: readonly SheetLayout[]
  readonly actor: string
  /** Columns that name a record, or 'none': the row's content and its count of occurrences then name it. */
  readonly key: readonly string[] | 'none'
  /** Columns that do not change over a record's life; rows of one file that share a key but differ here are different records. */
  readonly identity: readonly string[]
  readonly startedAt: Date
  /** Rows of the quarantine read again: a load of its own, of the same file, that belongs to the load they came with. */
  readonly replay?: { readonly loadId: string; readonly rows: readonly RefusedPlace[] }
  /** Id of a withdrawn load that is put back in its place. */
  readonly again?: string
  /** When the source showed these states (a dated pull); default `startedAt`. The latest observed state is the current one. */
  readonly observedAt?: Date
}

export interface LoadReport {
  readonly loadId: string
  readonly kind: Kind
  readonly rows: number
  readonly accepted: number
  readonly quarantined: number
  readonly unchanged: number
  readonly reasons: Readonly<Record<string, number>>
  readonly warnings: readonly string[]
  readonly reconciled: LoadJudgement['reconciled']
  /** `duplicate`: the file is in already; `read_otherwise`: it is, by another mapping, and nothing was loaded. */
  readonly status: 'published' | 'duplicate' | 'read_otherwise'
}

/** A refused row: its id and where it stands in its file. */
export interface RefusedPlace {
  readonly quarantineId: string
  readonly sheet: string | null
  readonly rowNumber: number
}

export interface Withdrawal {
  readonly loadId: string
  readonly actor: string
  readonly reason: string
}

export interface WithdrawnLoad {
  readonly loadId: string
  readonly kind: Kind
  readonly fileName: string
  /** Stored rows that left, and states that later loads brought too: they stay under their name. */
  readonly removed: number
  readonly kept: number
  readonly quarantined: number
  /** Replays of its refused rows that left with it. */
  readonly replays: number
}

export interface WriteBatch {
  load(request: LoadRequest, feed: (sink: LoadSink) => Promise<FeedTotals>): Promise<LoadReport>
  /** Takes a published load out with everything that came with it; a withdrawn load can be put back by `load`. */
  withdraw(withdrawal: Withdrawal): Promise<WithdrawnLoad>
  /** Refused rows of a load that are open now, all or those among `ids`. */
  refused(loadId: string, ids: readonly string[] | null): Promise<RefusedPlace[]>
  /** Notes how a load stands against its control totals. */
  reconcile(
    loadId: string,
    outcome: {
      readonly reconciled: 'balanced' | 'unbalanced' | 'explained' | null
      readonly controlTotals: Readonly<Record<string, unknown>>
      readonly warnings: readonly string[]
    },
  ): Promise<void>
  /** Brings the quarantine in line with what people decided (`state.quarantine_decisions`). */
  applyDecisions(): Promise<void>
}

/** Progress of a write: which step, and rows or model so far. */
export type WriteProgress =
  | { readonly step: 'load'; readonly fileName: string; readonly rows: number }
  | { readonly step: 'build'; readonly model: string }
  | { readonly step: 'audit'; readonly audit: string }

export interface WriteOptions {
  /** How long a preview may keep other writes waiting, in ms. */
  readonly limitMs?: number
  readonly onProgress?: (progress: WriteProgress) => void
}

export interface WriteOutcome<T> {
  readonly value: T
  readonly loads: readonly LoadReport[]
  readonly rebuild: RebuildReport
}

/** What a write would do, had it been published; see `Warehouse.preview`. */
export interface WritePreview<T> {
  readonly value: T
  readonly loads: readonly LoadReport[]
  /** Marts whose content would change, with their row counts. */
  readonly marts: readonly { readonly mart: string; readonly before: number; readonly after: number }[]
  /** Metrics that would show something else; values as in `MetricValue`. */
  readonly metrics: readonly {
    readonly name: string
    readonly label: string
    readonly unit: string
    readonly before: number | string | null
    readonly after: number | string | null
  }[]
  /** Audits of severity warn that would find offenders. */
  readonly warnings: readonly AuditOffence[]
}

export interface AuditOffence {
  readonly audit: string
  readonly severity: 'error' | 'warn'
  /** Chinese sentence from the audit's header. */
  readonly message: string
  readonly offenders: number
}

export interface RebuildReport {
  /** Models built or replaced, in build order, and what made it necessary. */
  readonly built: readonly {
    readonly model: string
    readonly because: string
    readonly rows: number | null
  }[]
  readonly skipped: number
  readonly warnings: readonly AuditOffence[]
  /** Tables whose content changed. */
  readonly changed: readonly string[]
  readonly version: number
}

export type ResultCell =
  string | number | boolean | null | readonly unknown[] | Readonly<Record<string, unknown>>

/** One row of a result, by column. */
export type ResultRow = Readonly<Record<string, ResultCell | undefined>>

/** Rows for one `analysis.*` table; objects and arrays are stored as JSON text, missing keys as null. */
export interface ResultTable {
  readonly table: string
  /** Rows as records, or as equally long columns: cheaper from hundreds of thousands of rows on. */
  readonly rows: readonly ResultRow[] | ResultColumns
  /** Further rows, packed where they were made. */
  readonly parts?: readonly PackedColumns[]
  /** What every row has in a column that is given nowhere else: bound once instead of once per row. */
  readonly constants?: Readonly<Record<string, string | null>>
  /**
   * Without it `rows` are the table's new content. With it only the rows under `keys` are replaced: those in the
   * table go, those in `rows` come; a key without rows is thereby removed.
   */
  readonly merge?: { readonly key: string; readonly keys: readonly string[] }
}

/** Equally long columns of one result table. */
export type ResultColumns = Readonly<Record<string, readonly ResultCell[]>>

/**
 * Rows by column, each column one JSON list: threads hand over a few texts and not a value for every cell. Missing
 * columns are null; arrays in it become a list in a column of lists, JSON text in a column of text.
 */
export interface PackedColumns {
  readonly rows: number
  readonly columns: Readonly<Record<string, string>>
}

/** What produced results. */
export interface ResultRun {
  /**
   * State of the input, so that an unchanged one is recognised; null while the job is under way: what was written is
   * kept, and the job is due again.
   */
  readonly fingerprint: string | null
  /** More rows of the same tables follow: only the last part pays for the fingerprint of the whole content. */
  readonly more?: boolean
  readonly startedAt: Date
  readonly finishedAt?: Date
}

export interface PublishEvent {
  readonly version: number
  readonly tables: readonly string[]
  readonly at: string
}

export interface MetricFilter {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly district?: string | undefined
  readonly unit?: string | undefined
  readonly year?: number | undefined
}

export interface MetricCard {
  readonly name: string
  readonly label: string
  /** 口径 */
  readonly definition: string
  readonly unit: string
  readonly numerator: string | null
  readonly denominator: string | null
  readonly grain: string
  /** Tables the metric reads. */
  readonly sources: readonly string[]
  /** Source kinds those tables are made from. */
  readonly kinds: readonly Kind[]
  /** Filters the metric answers to; others do not change it. */
  readonly filters: readonly (keyof MetricFilter)[]
  readonly owner: string
  readonly legalBasis: string | null
  readonly version: number
  /** Can be computed for a past moment. */
  readonly looksBack: boolean
}

export interface MetricValue {
  readonly name: string
  readonly label: string
  readonly value: number | string | null
  readonly unit: string
  readonly numerator: number | string | null
  readonly denominator: number | string | null
  /** Latest business date in the sources, 'YYYY-MM-DD'. */
  readonly dataTime: string | null
  readonly computedAt: string
  /** Open quarantined rows of the sources, not counted in the value. */
  readonly quarantined: number
  /** Published loads of the sources that do not add up to their control totals. */
  readonly unreconciled: number
  readonly missingReason: string | null
  readonly card: MetricCard
}

/** One stored state of a record, the last seen first; the first is the one the marts show. */
export interface LineageStep {
  readonly loadId: string
  readonly kind: Kind
  readonly source: string
  readonly fileName: string
  readonly fileHash: string
  /** 'xlsx', 'csv' …, as read. */
  readonly format: string | null
  /** Canonical column → the file's header and its place from 0; empty for loads older than this record. */
  readonly places: Readonly<Record<string, { readonly header: string; readonly index: number }>>
  readonly sheet: string | null
  readonly rowNumber: number
  readonly rowHash: string
  /** When the source was seen to show this state, oldest first. */
  readonly observedAt: readonly string[]
  readonly loadedAt: string | null
  readonly actor: string | null
  readonly isCurrent: boolean
  /** Canonical column → stored text. */
  readonly values: Readonly<Record<string, string | null>>
  /** What `_extra` kept: unknown columns and original cell texts. */
  readonly original: Readonly<Record<string, unknown>>
}

export type Columns<R> = { [K in keyof R]: R[K][] }

export interface QueryOptions {
  readonly timeoutMs?: number
  /** The result is not kept for equal reads: it is large and nobody asks again. */
  readonly once?: boolean
}

/** The one interface of the warehouse; see docs/warehouse.md. Every method may throw WarehouseError. */
export interface Warehouse {
  query<P, R>(query: NamedQuery<P, R>, params: P, options?: QueryOptions): Promise<R[]>
  columns<P, R>(query: NamedQuery<P, R>, params: P, options?: QueryOptions): Promise<Columns<R>>
  arrow<P, R>(query: NamedQuery<P, R>, params: P, options?: QueryOptions): Promise<Uint8Array>
  /**
   * Hands over a large result part by part, its rows as JSON arrays in the query's order; `by` names the column
   * they are kept under. What `take` throws ends the reading.
   */
  jsonRows<P, R>(
    query: NamedQuery<P, R>,
    params: P,
    by: (keyof R & string) | null,
    take: (rows: JsonRows) => Promise<void> | void,
    options?: QueryOptions,
  ): Promise<void>
  write<T>(work: (batch: WriteBatch) => Promise<T>, options?: WriteOptions): Promise<WriteOutcome<T>>
  /**
   * Runs a write to its end (load → build → audits → metrics), reports what it would change and takes it back: nothing
   * is published, nothing remains in the ledger. Metrics are those of the marts; analyses are not run. It throws what
   * `write` would throw.
   */
  preview<T>(work: (batch: WriteBatch) => Promise<T>, options?: WriteOptions): Promise<WritePreview<T>>
  rebuild(options?: { all?: boolean } & WriteOptions): Promise<RebuildReport>
  writeResults(job: string, tables: readonly ResultTable[], run: ResultRun): Promise<void>
  fingerprint(tables: readonly string[]): Promise<string>
  isLoaded(fileHash: string, kind?: Kind): Promise<LoadReport[]>
  metric(name: string, filter?: MetricFilter): Promise<MetricValue>
  /**
   * The metrics as they stood at a past moment, from the states seen by then and the records' own dates; those of
   * analyses and of the system's own running cannot look back and are left out. Builds every model once: seconds.
   */
  metricsAsOf(moment: Date): Promise<MetricValue[]>
  metricCards(): MetricCard[]
  lineage(mart: string, recordKey: string): Promise<LineageStep[]>
  execute<P>(statement: StateStatement<P>, params: P): Promise<void>
  onPublish(listener: (event: PublishEvent) => void): () => void
  version(): number
  close(): Promise<void>
}
