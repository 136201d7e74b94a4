import { expandExponent } from './number-text.ts'

/** A typed value as a cell: nothing as '', lists of plain values joined with “、”, other nested values as JSON. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return Number.isFinite(value) ? plainNumber(value) : ''
  if (typeof value === 'bigint' || typeof value === 'boolean') return String(value)
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value) && value.every(isPlain)) return value.map(cellText).join('、')
  return JSON.stringify(value, (_, child: unknown) => (typeof child === 'bigint' ? String(child) : child))
}

/** A whole number scaled by a power of ten, every digit kept: (-1234n, 2) → '-12.34'. */
export function scaledText(units: bigint, scale: number): string {
  const sign = units < 0n ? '-' : ''
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
  return scale <= 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}

/** An instant in ms as UTC text; without a zone of its own it is a wall-clock time and is written without one. */
export function timeText(ms: number, isUtc: boolean): string {
  const text = new Date(ms).toISOString().replace('.000', '')
  return isUtc ? text : text.replace('T', ' ').replace('Z', '')
}

function plainNumber(value: number): string {
  const text = String(value)
  return /\de/i.test(text) ? expandExponent(text) : text
}

function isPlain(value: unknown): boolean {
  return ['string', 'number', 'bigint', 'boolean'].includes(typeof value)
}
