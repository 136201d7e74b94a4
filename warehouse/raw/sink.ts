import type { DuckDBConnection } from '@duckdb/node-api'
import type { RowBuffer } from '../engine/appender.ts'
import { WarehouseError } from '../errors.ts'
import type { LoadRequest, LoadSink, RawRow, RefusedRow } from '../types.ts'
import type { BulkRows, BulkText } from './bulk-rows.ts'
import { rawColumns } from './contract.ts'
import type { Segment } from './segment.ts'

interface SinkParts {
  readonly request: LoadRequest
  readonly loadId: string
  readonly now: () => Date
  readonly onRows: (fileName: string, rows: number) => void
  readonly connection: DuckDBConnection
  readonly segmentRows: number
  /** Whether a row has a business key. */
  readonly isNumbered: (row: RawRow) => boolean
  readonly newSegment: (isNumbered: boolean) => Promise<Segment>
  readonly sealed: RowBuffer
  readonly refused: RowBuffer
  /** Lets the engine read a text itself; null when it cannot. */
  readonly openBulk: (
    write: (path: string) => Promise<BulkText | null>,
    idle: () => Promise<void>,
  ) => Promise<BulkRows | null>
  /** Puts a segment's rows where they belong. */
  readonly storeSegment: (segment: Segment) => Promise<void>
}

const segmentBytes = 256 * 1024 * 1024

/**
 * Where one file's rows go: accepted ones to the raw table, refused ones to the quarantine. Rows are gathered in
 * segments; while the engine works on one, the next is read, so neither waits for the other and memory stays bounded.
 */
export class FileSink implements LoadSink {
  readonly reasons: Record<string, number> = {}
  refused = 0
  /** Cells whose original text is sealed. */
  sealed = 0
  private accepted = 0
  /** Those being gathered, of rows with and without a business key. */
  private readonly gathering = new Map<boolean, Segment>()
  private storing: Promise<void> = Promise.resolve()
  private readonly parts: SinkParts
  private readonly width: number

  constructor(parts: SinkParts) {
    this.parts = parts
    this.width = rawColumns(parts.request.kind).length
  }

  async accept(rows: readonly RawRow[]): Promise<void> {
    const { request } = this.parts
    const wrong = rows.find((row) => row.values.length !== this.width)
    if (wrong) throw new WarehouseError('WH_ROW_SHAPE', { file: request.fileName, row: wrong.rowNumber })
    const { isNumbered } = this.parts
    await this.gather(true, rows.filter(isNumbered))
    await this.gather(
      false,
      rows.filter((row) => !isNumbered(row)),
    )
    this.acceptSealed(rows)
    this.accepted += rows.length
    this.parts.onRows(request.fileName, this.accepted + this.refused)
  }

  async refuse(rows: readonly RefusedRow[]): Promise<void> {
    const { request } = this.parts
    const created = this.parts.now()
    this.parts.refused.add([
      rows.map((row) => this.quarantineId(row)),
      rows.map((row) => row.sheet),
      rows.map((row) => row.rowNumber),
      rows.map((row) => row.column),
      rows.map((row) => row.code),
      rows.map((row) => row.message),
      rows.map((row) => JSON.stringify(row.cells)),
      rows.map(() => created.getTime()),
    ])
    for (const row of rows) this.reasons[row.code] = (this.reasons[row.code] ?? 0) + 1
    this.refused += rows.length
    this.parts.onRows(request.fileName, this.accepted + this.refused)
  }

  async bulk(write: (path: string) => Promise<BulkText | null>): Promise<BulkRows | null> {
    if (this.accepted + this.refused > 0) throw new TypeError('bulk comes before rows')
    return this.parts.openBulk(write, () => this.storing)
  }

  /** Waits until every row is stored. */
  async finish(): Promise<void> {
    for (const segment of this.gathering.values()) await this.store(segment)
    await this.storing
    await this.flush()
  }

  /** Waits for the engine without asking how it went: after a failure elsewhere. */
  async abandon(): Promise<void> {
    await this.storing.catch(() => undefined)
    for (const segment of this.gathering.values()) {
      await segment.close().catch(() => undefined)
      await segment.remove()
    }
  }

  /** A segment never holds more than its rows: it is to be a row group, not one and a bit. */
  private async gather(isNumbered: boolean, rows: readonly RawRow[]): Promise<void> {
    const { segmentRows, newSegment } = this.parts
    for (let from = 0; from < rows.length;) {
      const segment = this.gathering.get(isNumbered) ?? (await newSegment(isNumbered))
      this.gathering.set(isNumbered, segment)
      const taken = rows.slice(from, from + segmentRows - segment.rows)
      await segment.add(taken)
      from += taken.length
      if (segment.rows >= segmentRows || segment.bytes >= segmentBytes) await this.store(segment)
    }
  }

  /** Hands a segment to the engine as soon as it is done with the one before. */
  private async store(segment: Segment): Promise<void> {
    await this.storing
    await this.flush()
    await segment.close()
    this.gathering.delete(segment.isNumbered)
    this.storing = this.parts.storeSegment(segment).finally(() => segment.remove())
    // Whoever awaits it next is told; until then a failure must not count as unhandled.
    this.storing.catch(() => undefined)
  }

  private async flush(): Promise<void> {
    const { connection, sealed, refused } = this.parts
    for (const buffer of [sealed, refused]) await buffer.flush(connection)
  }

  /** Load, sheet and row: another reading of the file gives a row the same id. */
  private quarantineId({ sheet, rowNumber }: RefusedRow): string {
    const { request, loadId } = this.parts
    const place = sheet === null || request.sheets.length < 2 ? '' : `${request.sheets.indexOf(sheet) + 1}.`
    return `${loadId}-${place}${rowNumber}`
  }

  private acceptSealed(rows: readonly RawRow[]): void {
    const sealed = rows.flatMap((row) => (row.sealed ?? []).map((text) => ({ row, text })))
    if (sealed.length === 0) return
    this.sealed += sealed.length
    this.parts.sealed.add([
      sealed.map(({ row }) => row.sheet),
      sealed.map(({ row }) => row.rowNumber),
      sealed.map(({ text }) => text.column),
      sealed.map(({ text }) => text.text),
    ])
  }
}
