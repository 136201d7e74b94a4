import type { SchemaElement } from 'hyparquet'
import { IngestError } from '../../errors.ts'
import { cellText, scaledText, timeText } from '../cell-text.ts'

/** A column and how its stored values become text. */
export interface ParquetColumn {
  readonly name: string
  readonly toText: (value: unknown) => string
}

/**
 * The top-level columns of a schema. Decimals and times are taken off it, so that the reader hands out what is stored
 * instead of rounding it to floating-point numbers and dates.
 */
export function takeColumns(schema: SchemaElement[], path: string): ParquetColumn[] {
  const columns: ParquetColumn[] = []
  let next = 1
  for (let left = schema[0]?.num_children ?? 0; left > 0; left--) {
    const element = schema[next]
    if (!element) break
    columns.push({ name: element.name, toText: textOf(element, path) })
    next = afterSubtree(schema, next)
  }
  return columns
}

function afterSubtree(schema: readonly SchemaElement[], index: number): number {
  let next = index + 1
  for (let left = schema[index]?.num_children ?? 0; left > 0; left--) next = afterSubtree(schema, next)
  return next
}

function textOf(element: SchemaElement, path: string): (value: unknown) => string {
  const { converted_type: converted, logical_type: logical } = element
  if (converted === 'DECIMAL' || logical?.type === 'DECIMAL') {
    const scale = logical?.type === 'DECIMAL' ? logical.scale : (element.scale ?? 0)
    strip(element)
    return (value) => (value === null || value === undefined ? '' : scaledText(toBigInt(value), scale))
  }
  const perMs = msDivisor(element)
  if (perMs !== null) {
    const isUtc = logical?.type === 'TIMESTAMP' ? logical.isAdjustedToUTC : true
    strip(element)
    return (value) =>
      value === null || value === undefined ? '' : timeText(Number(toBigInt(value) / perMs), isUtc)
  }
  if (converted === 'DATE') return (value) => cellText(value).slice(0, 10)
  return (value) => (value instanceof Uint8Array ? bytesText(value, element.name, path) : cellText(value))
}

function strip(element: SchemaElement): void {
  delete element.converted_type
  delete element.logical_type
}

/** How many of a stored time's units make a millisecond; null for what is no time. */
function msDivisor({ type, converted_type: converted, logical_type: logical }: SchemaElement): bigint | null {
  if (type !== 'INT64') return null
  if (converted === 'TIMESTAMP_MILLIS') return 1n
  if (converted === 'TIMESTAMP_MICROS') return 1000n
  if (logical?.type !== 'TIMESTAMP') return null
  return { MILLIS: 1n, MICROS: 1000n, NANOS: 1_000_000n }[logical.unit]
}

function toBigInt(value: unknown): bigint {
  if (value instanceof Uint8Array) {
    const hex = Buffer.from(value).toString('hex')
    return BigInt.asIntN(value.length * 8, BigInt(`0x${hex === '' ? '0' : hex}`))
  }
  return BigInt(value as number | bigint)
}

function bytesText(bytes: Uint8Array, name: string, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw new IngestError('format_unsupported', `列“${name}”是二进制内容，不能接入。请导出时去掉它。`, path, {
      cause: error,
    })
  }
}
