import {
  Bool,
  Dictionary,
  Float64,
  Int32,
  Table,
  Utf8,
  tableToIPC,
  vectorFromArray,
  type DataType,
  type Vector,
} from 'apache-arrow'
import type { ColumnResult } from './engine/connection.ts'
import type { Cell } from './engine/values.ts'

/** DuckDB types that are numbers in JavaScript. */
const numeric = new Set([
  ...['TINYINT', 'SMALLINT', 'INTEGER', 'BIGINT', 'HUGEINT'],
  ...['UTINYINT', 'USMALLINT', 'UINTEGER', 'UBIGINT', 'FLOAT', 'DOUBLE'],
])

/** Text columns with at most this share of distinct values are sent as a dictionary. */
const dictionaryShare = 0.5

/**
 * Column arrays → one Arrow IPC stream. Counts and doubles become float64, booleans bool, everything else (text,
 * dates, timestamps, decimals, lists as JSON) UTF-8; repeated text is dictionary-encoded, which is what makes long
 * string columns affordable.
 */
export function columnsToArrow(result: ColumnResult): Uint8Array {
  const vectors: Record<string, Vector> = {}
  result.names.forEach((name, index) => {
    vectors[name] = toVector(result.columns[index] ?? [], result.types[index] ?? '')
  })
  return tableToIPC(new Table(vectors), 'stream')
}

function toVector(column: readonly Cell[], type: string): Vector {
  if (numeric.has(type)) return vectorFromArray(column, new Float64())
  if (type === 'BOOLEAN') return vectorFromArray(column, new Bool())
  const texts = column.map(toText)
  return vectorFromArray(texts, textType(texts))
}

function textType(texts: readonly (string | null)[]): DataType {
  const distinct = new Set(texts)
  const repeated = texts.length > 0 && distinct.size <= texts.length * dictionaryShare
  return repeated ? new Dictionary(new Utf8(), new Int32()) : new Utf8()
}

function toText(value: Cell): string | null {
  if (value === null || typeof value === 'string') return value
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
