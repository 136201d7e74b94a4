import { randomUUID } from 'node:crypto'
import { mkdir, open, rm, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { readSql } from '../engine/sql-file.ts'
import type { RawRow } from '../types.ts'

/** DuckDB's usual limit of a line and what it reads at a time, in bytes. */
const usualLine = 2_000_000
const usualBuffer = 8_000_000

/**
 * Accepted rows on their way to the engine, in a file of the scratch folder as load/rows.sql reads it: neither side
 * holds more than a few rows in memory.
 */
export class Segment {
  rows = 0
  bytes = 0
  /** Names of the rows' sheets, in the order in which they came. */
  readonly sheets: string[] = []
  /** Whether every row has a business key, or none. */
  readonly isNumbered: boolean
  private longestLine = 0
  private readonly path: string
  private readonly file: FileHandle

  private constructor(path: string, file: FileHandle, isNumbered: boolean) {
    this.path = path
    this.file = file
    this.isNumbered = isNumbered
  }

  static async create(folder: string, isNumbered: boolean): Promise<Segment> {
    await mkdir(folder, { recursive: true })
    const path = join(folder, `${randomUUID()}.rows`)
    return new Segment(path, await open(path, 'w'), isNumbered)
  }

  async add(rows: readonly RawRow[]): Promise<void> {
    const text = Buffer.from(rows.map((row) => this.lineOf(row)).join(''))
    await this.file.appendFile(text)
    this.rows += rows.length
    this.bytes += text.length
  }

  /** Ends the writing. */
  async close(): Promise<void> {
    await this.file.close()
  }

  async remove(): Promise<void> {
    await rm(this.path, { force: true })
  }

  /** The placeholders of load/rows.sql, and how its rows get their keys. */
  get fragments(): Readonly<Record<string, string>> {
    const longest = Math.max(usualLine, this.longestLine)
    return {
      named: readSql(`raw/load/${this.isNumbered ? 'numbered' : 'unnumbered'}.sql`).trimEnd(),
      longest_line: String(longest),
      buffer: String(Math.max(usualBuffer, 2 * longest)),
    }
  }

  /** The parameters of load/rows.sql. */
  get parameters(): Readonly<Record<string, unknown>> {
    return { segment: this.path, sheets: this.sheets }
  }

  private lineOf({ sheet, rowNumber, values, extra }: RawRow): string {
    const line = `${this.placeOf(sheet)}\t${rowNumber}\t${toJson(values)}\t${extra?.replace(breaks, ' ') ?? ''}\n`
    // No character takes more than three bytes for each of its units.
    this.longestLine = Math.max(this.longestLine, line.length * 3)
    return line
  }

  private placeOf(sheet: string | null): number {
    if (sheet === null) return 0
    const known = this.sheets.indexOf(sheet)
    return known < 0 ? this.sheets.push(sheet) : known + 1
  }
}

/** In JSON text only white space between values. */
const breaks = /[\t\r\n]/g
const halfSurrogate = /[\ud800-\udfff]/gu

/** A row as JSON text; a half surrogate, which only damaged JSON files hold, is no text for the engine. */
function toJson(values: readonly (string | null)[]): string {
  const text = JSON.stringify(values)
  if (!text.includes('\\ud')) return text
  return JSON.stringify(values.map((value) => value?.replace(halfSurrogate, '\ufffd') ?? null))
}
