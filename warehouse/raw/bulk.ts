import { mkdir, rm } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { RowBuffer } from '../engine/appender.ts'
import type { Connection } from '../engine/connection.ts'
import type { Cell } from '../engine/values.ts'
import { quoteText, readSql } from '../engine/sql-file.ts'
import type { LoadRequest } from '../types.ts'
import type { BulkColumn, BulkContradiction, BulkForm, BulkPart, BulkRows, BulkText } from './bulk-rows.ts'
import { BulkColumns, cell, cells, isForm, jsonOf } from './bulk-columns.ts'
import type { LoadContext } from './context.ts'
import { rawColumns } from './contract.ts'
import { identityDigest, keyColumnsOf, rawStatement } from './names.ts'

/** Cells beyond the header that are still read, so that rows torn by a stray delimiter can be shown to the reader. */
const spareColumns = 3
const restRows = 20_000

/** Where rows of one load are taken from and go to. */
export interface BulkParts {
  readonly context: LoadContext
  readonly request: LoadRequest
  readonly parameters: Readonly<Record<string, unknown>>
  /** Waits until nothing of the load runs on the connection. */
  readonly idle: () => Promise<void>
}

/**
 * A delimited text that the engine reads, column by column, in place of the row reader: it stores the rows in which
 * every cell has its column's plain form or is a text that the reader judged, and leaves the others to the reader. The
 * judging is the reader's own; here nothing is parsed a second way but plain forms (a test holds the two together).
 */
export class BulkLoad implements BulkRows {
  private readonly parts: BulkParts
  private readonly folder: string
  private readonly text: BulkText
  private columns: BulkColumns | null = null
  /** Rows after the header; null once it is known that the engine must not read them. */
  private rows: number | null = 0
  /** Rows that need no reader. */
  private plain = 0

  private constructor(parts: BulkParts, folder: string, text: BulkText) {
    this.parts = parts
    this.folder = folder
    this.text = text
  }

  /** Null when the engine reads other rows than there are lines, or cannot read the text: the reader then says why. */
  static async open(
    parts: BulkParts,
    write: (path: string) => Promise<BulkText | null>,
  ): Promise<BulkLoad | null> {
    const folder = join(parts.context.scratch.folder, randomUUID())
    await mkdir(folder, { recursive: true })
    const text = await write(join(folder, 'rows.csv'))
    const load = text && new BulkLoad(parts, folder, text)
    if (load && (await load.isReadable())) return load
    await rm(folder, { recursive: true, force: true })
    return null
  }

  get count(): number {
    return this.rows ?? 0
  }

  async texts(column: number, form: BulkForm | null, limit: number): Promise<string[] | null> {
    const text = cell(column)
    const [found = []] = await this.select('texts', { text, is_form: isForm(text, form) }, limit)
    return found.length > limit ? null : (found as string[])
  }

  async combinations(columns: readonly number[], limit: number): Promise<(string | null)[][] | null> {
    const found = await this.select('combinations', { texts: columns.map(cell).join(', ') }, limit)
    const rows = found[0]?.length ?? 0
    if (rows > limit) return null
    return Array.from({ length: rows }, (_, row) => found.map((texts) => texts[row] as string | null))
  }

  async divide(
    columns: readonly BulkColumn[],
    contradictions: readonly BulkContradiction[],
  ): Promise<BulkPart> {
    const { connection } = this.parts.context
    const { width } = this.text
    const parts = new BulkColumns(columns, contradictions, { width: width + spareColumns, headed: width })
    this.columns = parts
    await connection.run(readSql('raw/bulk/values.sql'))
    await connection.run(readSql('raw/bulk/contradictions.sql'))
    await this.fill(columns, parts)
    await connection.run(this.statement('left', { texts: this.cells.join(', '), doubts: parts.doubts }))
    const [left] = await connection.records('select count(*) as rows from bulk_left')
    const found = await connection.select(
      this.statement('part', {
        fields: parts.countedFields,
        joins: parts.countedJoins,
        counts: parts.counts,
      }),
    )
    const [rows, lastLine, ...counts] = found.columns.map(([value]) => value)
    const { moneyFields, expectedFields } = parts
    this.plain = Number(rows)
    return {
      rows: Number(rows),
      left: Number(left?.['rows']),
      lastLine: Number(lastLine),
      sums: new Map(moneyFields.map((name, at) => [name, sumOf(counts[at])])),
      absent: new Map(expectedFields.map((name, at) => [name, Number(counts[moneyFields.length + at])])),
    }
  }

  async store(): Promise<void> {
    const { context, parameters } = this.parts
    const { connection } = context
    const stored = await connection.store(this.statement('store'), parameters)
    if (stored < this.plain) await connection.run(this.statement('seen'), parameters)
  }

  async *rest(): AsyncGenerator<{ line: number; cells: string[] }[]> {
    const { context, idle } = this.parts
    let after = 0
    for (;;) {
      await idle()
      const found = await context.connection.select(readSql('raw/bulk/rest.sql'), { after, limit: restRows })
      const [lines = [], ...texts] = found.columns
      if (lines.length === 0) return
      yield lines.map((line, row) => ({ line: Number(line), cells: rowOf(texts, row) }))
      after = Number(lines.at(-1))
    }
  }

  async close(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true })
    for (const table of ['bulk_values', 'bulk_contradictions', 'bulk_left'])
      await this.parts.context.connection
        .run(`drop table if exists temp.${table}`)
        // A transaction that failed takes them with it, and why it failed is the thing to tell.
        .catch(() => undefined)
  }

  private get target(): string {
    return quoteText(join(this.folder, 'rows.parquet'))
  }

  private get cells(): string[] {
    return cells(this.text.width + spareColumns)
  }

  /** True when the engine reads as many rows as there are lines. */
  private async isReadable(): Promise<boolean> {
    // A connection of its own: a text that cannot be read must not spoil the writer's transaction.
    const connection = await this.parts.context.scratch.connect()
    const counted = this.text.rows.then((rows) => {
      this.rows = rows
    })
    try {
      const reading = connection.interruptible(
        () => this.rows === null,
        () => this.read(connection),
      )
      const [read] = await Promise.all([reading, counted])
      return read !== null && read === this.rows
    } finally {
      connection.close()
    }
  }

  /** Rows that the engine reads; null when it cannot. */
  private async read(connection: Connection): Promise<number | null> {
    const { delimiter, headerLine, lineBytes } = this.text
    const statement = this.statement('read', {
      texts: this.cells.join(', '),
      source: quoteText(join(this.folder, 'rows.csv')),
      delimiter: quoteText(delimiter),
      header_line: String(headerLine),
      line_bytes: String(lineBytes),
      types: `{${this.cells.map((name) => `${name}: 'VARCHAR'`).join(', ')}}`,
    })
    try {
      // A row's place in the Parquet file is its line.
      await connection.keepOrder()
      await connection.run(statement)
      const [read] = await connection.records(`select count(*) as rows from read_parquet(${this.target})`)
      return Number(read?.['rows'])
    } catch {
      return null
    }
  }

  private async fill(columns: readonly BulkColumn[], parts: BulkColumns): Promise<void> {
    const { native } = this.parts.context.connection
    const table = (name: string) => ({ catalog: 'temp', schema: 'main', name })
    const values = new RowBuffer(table('bulk_values'), ['bigint', 'text', 'text', 'bigint'])
    for (const { index, values: known } of columns)
      values.add([
        known.map(() => index),
        known.map(({ text }) => text),
        known.map(({ value }) => value),
        known.map(({ kept }) => (kept ? 1 : 0)),
      ])
    await values.flush(native)
    const contradictions = new RowBuffer(table('bulk_contradictions'), ['bigint', 'text'])
    const rows = parts.contradicting
    contradictions.add([rows.map(([list]) => list), rows.map(([, texts]) => texts)])
    await contradictions.flush(native)
  }

  private async select(
    file: string,
    more: Readonly<Record<string, string>>,
    limit: number,
  ): Promise<readonly (readonly Cell[])[]> {
    const { connection } = this.parts.context
    const { columns } = await connection.select(this.statement(file, more), { limit: Math.floor(limit) + 1 })
    return columns
  }

  /** A statement under `warehouse/raw/bulk/` for this file. */
  private statement(file: string, more: Readonly<Record<string, string>> = {}): string {
    const { request } = this.parts
    const { kind } = request
    const keys = keyColumnsOf(request)
    const names: Record<string, string> = {
      target: this.target,
      header_line: String(this.text.headerLine),
      ...(this.columns && {
        joins: this.columns.joins,
        fields: this.columns.fields(kind),
        extra: this.columns.extra,
        row_text: jsonOf(rawColumns(kind)),
        identity_digest: identityDigest(kind, keys, jsonOf(keys.identity)),
      }),
      ...more,
    }
    const fragments = {
      spread: readSql('raw/bulk/spread.sql').trimEnd(),
      hashed: readSql('raw/bulk/hashed.sql').trimEnd(),
    }
    const template = rawStatement(`bulk/${file}`, kind, {
      ...keys,
      fragments,
    })
    return template.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => names[name] ?? placeholder)
  }
}

/** A sum over no rows is null. */
function sumOf(value: Cell | undefined): string {
  return typeof value === 'string' ? value : '0.00'
}

function rowOf(texts: readonly (readonly Cell[])[], row: number): string[] {
  const cells = texts.map((column) => (column[row] ?? '') as string)
  let width = cells.length
  while (width > 0 && cells[width - 1] === '') width--
  return cells.slice(0, width)
}
