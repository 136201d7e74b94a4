import {
  BIGINT,
  DuckDBDataChunk,
  TIMESTAMP,
  VARCHAR,
  timestampValue,
  type DuckDBAppender,
  type DuckDBConnection,
  type DuckDBValue,
} from '@duckdb/node-api'

/** Column types an appender writes; a timestamp comes as milliseconds since 1970. */
export type AppendType = 'text' | 'bigint' | 'timestamp'

const nativeTypes = { text: VARCHAR, bigint: BIGINT, timestamp: TIMESTAMP }

/** DuckDB's vector size: the largest chunk an appender takes. */
const chunkRows = 2048

/** Appends rows of text, bigint and timestamp columns to a table: about 100 times faster than prepared inserts. */
export class TextAppender {
  private readonly appender: DuckDBAppender
  private readonly types: readonly AppendType[]

  private constructor(appender: DuckDBAppender, types: readonly AppendType[]) {
    this.appender = appender
    this.types = types
  }

  static async open(
    connection: DuckDBConnection,
    table: { name: string; schema: string; catalog?: string },
    types: readonly AppendType[],
  ): Promise<TextAppender> {
    const appender = await connection.createAppender(table.name, table.schema, table.catalog ?? null)
    return new TextAppender(appender, types)
  }

  /** `columns[c][r]`: equally long arrays, one per column of the table. */
  append(columns: readonly (readonly (string | number | null)[])[]): void {
    const rows = columns[0]?.length ?? 0
    for (let from = 0; from < rows; from += chunkRows) {
      const part = columns.map((column) => column.slice(from, from + chunkRows))
      const chunk = DuckDBDataChunk.create(
        this.types.map((type) => nativeTypes[type]),
        part[0]?.length ?? 0,
      )
      chunk.setColumns(part.map((column, index) => toNative(column, this.types[index] ?? 'text')))
      this.appender.appendDataChunk(chunk)
    }
  }

  close(): void {
    this.appender.closeSync()
  }
}

function toNative(column: readonly (string | number | null)[], type: AppendType): readonly DuckDBValue[] {
  if (type === 'text') return column
  return column.map((value) => {
    if (value === null) return null
    return type === 'bigint' ? BigInt(value) : timestampValue(BigInt(value) * 1000n)
  })
}
