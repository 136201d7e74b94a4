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
  readonly newSegment: () => Promise<Segment>
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
  /** The one being gathered. */
  private segment: Segment | null = null
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
    this.segment ??= await this.parts.newSegment()
    await this.segment.add(rows)
    this.acceptSealed(rows)
    this.accepted += rows.length
    this.parts.onRows(request.fileName, this.accepted + this.refused)
    if (this.segment.rows >= this.parts.segmentRows || this.segment.bytes >= segmentBytes)
      await this.nextSegment()
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
    await this.nextSegment()
    await this.storing
  }

  /** Waits for the engine without asking how it went: after a failure elsewhere. */
  async abandon(): Promise<void> {
    await this.storing.catch(() => undefined)
    await this.segment?.close()
    await this.segment?.remove()
  }

  /** Hands the gathered rows to the engine as soon as it is done with those before them. */
  private async nextSegment(): Promise<void> {
    await this.storing
    const { connection, sealed, refused, storeSegment } = this.parts
    for (const buffer of [sealed, refused]) await buffer.flush(connection)
    const { segment } = this
    if (!segment) return
    await segment.close()
    this.segment = null
    this.storing = storeSegment(segment).finally(() => segment.remove())
    // Whoever awaits it next is told; until then a failure must not count as unhandled.
    this.storing.catch(() => undefined)
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
