import type { DuckDBConnection } from '@duckdb/node-api'
import type { RowBuffer } from '../engine/appender.ts'
import { WarehouseError } from '../errors.ts'
import type { LoadRequest, LoadSink, RawRow, RefusedRow } from '../types.ts'
import type { BulkRows, BulkText } from './bulk-rows.ts'
import { rawColumns } from './contract.ts'

/** Accepted rows on their way: many lines of one sheet (empty: the file has none) to a text, as load/rows.sql reads them. */
export interface SegmentTexts {
  readonly sheets: string[]
  readonly lines: string[]
}

interface SinkParts {
  readonly request: LoadRequest
  readonly loadId: string
  readonly now: () => Date
  readonly onRows: (fileName: string, rows: number) => void
  readonly connection: DuckDBConnection
  readonly segmentRows: number
  readonly sealed: RowBuffer
  readonly refused: RowBuffer
  /** Lets the engine read a text itself; null when it cannot. */
  readonly openBulk: (
    write: (path: string) => Promise<BulkText | null>,
    idle: () => Promise<void>,
  ) => Promise<BulkRows | null>
  /** Puts a segment's rows where they belong. */
  readonly keySegment: (segment: SegmentTexts) => Promise<void>
}

const segmentCharacters = 128 * 1024 * 1024

/**
 * Where one file's rows go: accepted ones to a temporary table, refused ones to the quarantine. Rows are gathered in
 * segments; while the engine works on one, the next is read, so neither waits for the other and memory stays bounded.
 */
export class FileSink implements LoadSink {
  readonly reasons: Record<string, number> = {}
  refused = 0
  /** Cells whose original text is sealed. */
  sealed = 0
  private accepted = 0
  /** Rows and characters of the segment being gathered. */
  private gathered = 0
  private characters = 0
  private texts: SegmentTexts = { sheets: [], lines: [] }
  private keying: Promise<void> = Promise.resolve()
  private readonly parts: SinkParts
  private readonly width: number

  constructor(parts: SinkParts) {
    this.parts = parts
    this.width = rawColumns(parts.request.kind).length
  }

  // Asynchronous by contract, so that an engine that has to wait can slow the reader down.
  async accept(rows: readonly RawRow[]): Promise<void> {
    const { request } = this.parts
    const wrong = rows.find((row) => row.values.length !== this.width)
    if (wrong) throw new WarehouseError('WH_ROW_SHAPE', { file: request.fileName, row: wrong.rowNumber })
    for (const [sheet, lines] of linesBySheet(rows)) {
      this.characters += lines.length
      this.texts.sheets.push(sheet ?? '')
      this.texts.lines.push(lines)
    }
    this.gathered += rows.length
    this.acceptSealed(rows)
    this.accepted += rows.length
    this.parts.onRows(request.fileName, this.accepted + this.refused)
    if (this.gathered >= this.parts.segmentRows || this.characters >= segmentCharacters)
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
    return this.parts.openBulk(write, () => this.keying)
  }

  /** Waits until every row is keyed. */
  async finish(): Promise<void> {
    await this.nextSegment()
    await this.keying
  }

  /** Waits for the engine without asking how it went: after a failure elsewhere. */
  async abandon(): Promise<void> {
    await this.keying.catch(() => undefined)
  }

  /** Hands the gathered rows to the engine as soon as it is done with those before them. */
  private async nextSegment(): Promise<void> {
    await this.keying
    const { connection, sealed, refused, keySegment } = this.parts
    for (const buffer of [sealed, refused]) await buffer.flush(connection)
    const segment = this.texts
    this.texts = { sheets: [], lines: [] }
    this.characters = 0
    this.gathered = 0
    if (segment.lines.length === 0) return
    this.keying = keySegment(segment)
    // Whoever awaits it next is told; until then a failure must not count as unhandled.
    this.keying.catch(() => undefined)
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

const halfSurrogate = /[\ud800-\udfff]/gu

/** A row as JSON text; a half surrogate, which only damaged JSON files hold, is no text for the engine. */
function toJson(values: readonly (string | null)[]): string {
  const text = JSON.stringify(values)
  if (!text.includes('\\ud')) return text
  return JSON.stringify(values.map((value) => value?.replace(halfSurrogate, '\ufffd') ?? null))
}

/** The rows as load/rows.sql reads them: for each run of rows of one sheet, a line per row. */
function linesBySheet(rows: readonly RawRow[]): [sheet: string | null, lines: string][] {
  const runs: { sheet: string | null; lines: string[] }[] = []
  for (const row of rows) {
    const line = `${row.rowNumber}\t${toJson(row.values)}\t${row.extra?.replace(breaks, ' ') ?? ''}`
    const last = runs.at(-1)
    if (last?.sheet === row.sheet) last.lines.push(line)
    else runs.push({ sheet: row.sheet, lines: [line] })
  }
  return runs.map(({ sheet, lines }) => [sheet, lines.join('\n')])
}

/** In JSON text only white space between values. */
const breaks = /[\t\n]/g
