import type { TextAppender } from '../engine/appender.ts'
import { WarehouseError } from '../errors.ts'
import type { LoadRequest, LoadSink, RawRow, RefusedRow } from '../types.ts'
import { rawColumns } from './contract.ts'

interface SinkParts {
  readonly request: LoadRequest
  readonly loadId: string
  readonly now: () => Date
  readonly onRows: (fileName: string, rows: number) => void
  readonly rows: TextAppender
  readonly sealed: TextAppender
  readonly refused: TextAppender
}

/** Where one file's rows go: accepted ones to a temporary table, refused ones to the quarantine. */
export class FileSink implements LoadSink {
  readonly reasons: Record<string, number> = {}
  refused = 0
  private accepted = 0
  private readonly parts: SinkParts
  private readonly width: number
  private readonly keyPositions: readonly number[]

  constructor(parts: SinkParts) {
    this.parts = parts
    const columns = rawColumns(parts.request.kind)
    this.width = columns.length
    this.keyPositions =
      parts.request.key === 'none'
        ? []
        : parts.request.key.map((name) => columns.indexOf(name)).filter((position) => position >= 0)
  }

  // Asynchronous by contract, so that an engine that has to wait can slow the reader down.
  async accept(rows: readonly RawRow[]): Promise<void> {
    const { request } = this.parts
    const wrong = rows.find((row) => row.values.length !== this.width)
    if (wrong) throw new WarehouseError('WH_ROW_SHAPE', { file: request.fileName, row: wrong.rowNumber })
    this.parts.rows.append([
      ...Array.from({ length: this.width }, (_, column) => rows.map((row) => row.values[column] ?? null)),
      rows.map((row) => row.extra),
      rows.map((row) => row.sheet),
      rows.map((row) => row.rowNumber),
      rows.map((row) => this.businessKey(row)),
    ])
    this.acceptSealed(rows)
    this.accepted += rows.length
    this.parts.onRows(request.fileName, this.accepted + this.refused)
  }

  async refuse(rows: readonly RefusedRow[]): Promise<void> {
    const { request } = this.parts
    const created = this.parts.now()
    this.parts.refused.append([
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

  close(): void {
    this.parts.rows.close()
    this.parts.sealed.close()
    this.parts.refused.close()
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
    this.parts.sealed.append([
      sealed.map(({ row }) => row.sheet),
      sealed.map(({ row }) => row.rowNumber),
      sealed.map(({ text }) => text.column),
      sealed.map(({ text }) => text.text),
    ])
  }

  private businessKey(row: RawRow): string | null {
    const parts = this.keyPositions.map((position) => row.values[position] ?? '')
    return parts.some((part) => part !== '') ? parts.join('|') : null
  }
}
