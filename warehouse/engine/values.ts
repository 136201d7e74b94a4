import {
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBListValue,
  DuckDBStructValue,
  DuckDBTimestampValue,
  type DuckDBMaterializedResult,
  type DuckDBValue,
} from '@duckdb/node-api'
import { WarehouseError } from '../errors.ts'

/** What a cell is at our interfaces: money and dates are text, counts are numbers. */
export type Cell = string | number | boolean | null | readonly Cell[] | { readonly [name: string]: Cell }

/** A bookkeeping cell that is text by its column's type. */
export function textOf(value: Cell | undefined): string {
  if (typeof value !== 'string') throw new TypeError('A text cell was expected')
  return value
}

const safe = BigInt(Number.MAX_SAFE_INTEGER)

/** One DuckDB value as a plain JavaScript value: decimal → '1234.50', timestamp → ISO UTC, date → 'YYYY-MM-DD'. */
export function toCell(value: DuckDBValue): Cell {
  if (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
  ) {
    return value
  }
  if (typeof value === 'bigint') return toSafeNumber(value)
  if (value instanceof DuckDBDecimalValue) return value.toString()
  if (value instanceof DuckDBDateValue) return value.toString()
  if (value instanceof DuckDBTimestampValue) return toIsoSeconds(value.micros)
  if (value instanceof DuckDBListValue) return value.items.map(toCell)
  if (value instanceof DuckDBStructValue) {
    return Object.fromEntries(Object.entries(value.entries).map(([name, entry]) => [name, toCell(entry)]))
  }
  return value.toString()
}

function toSafeNumber(value: bigint): number {
  if (value > safe || value < -safe) throw new WarehouseError('WH_VALUE_UNSAFE')
  return Number(value)
}

function toIsoSeconds(micros: bigint): string {
  return `${new Date(Number(micros / 1000n)).toISOString().slice(0, 19)}Z`
}

/** Columns of a finished result as arrays of plain values, in the order of the select list. */
export function columnsOf(result: DuckDBMaterializedResult): Cell[][] {
  const columns: Cell[][] = Array.from({ length: result.columnCount }, () => [])
  for (let index = 0; index < result.chunkCount; index++) {
    const chunk = result.getChunk(index)
    columns.forEach((column, position) => {
      const vector = chunk.getColumnVector(position)
      for (let row = 0; row < chunk.rowCount; row++) column.push(toCell(vector.getItem(row)))
    })
  }
  return columns
}
