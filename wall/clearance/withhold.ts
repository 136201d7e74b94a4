import type { BarredTest } from './embargo.ts'

const barred = Symbol('barred')

/**
 * Takes barred things out of plain data before anything is counted or said about it: an element of a list goes when
 * one of its own texts is barred; lists inside it lose their elements first. Null when a text outside every list is.
 */
export function withhold<T>(value: T, isBarred: BarredTest): T | null {
  const rest = walk(value, isBarred)
  return rest === barred ? null : (rest as T)
}

function walk(value: unknown, isBarred: BarredTest): unknown {
  if (typeof value === 'string') return isBarred(value) ? barred : value
  if (Array.isArray(value)) return value.map((one) => walk(one, isBarred)).filter((one) => one !== barred)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).map(([name, inner]) => [name, walk(inner, isBarred)] as const)
  return entries.some(([, inner]) => inner === barred) ? barred : Object.fromEntries(entries)
}

/** Whether anything barred is left anywhere in an answer: the last look before it leaves. */
export function holdsBarred(value: unknown, isBarred: BarredTest): boolean {
  if (typeof value === 'string') return isBarred(value)
  if (value === null || typeof value !== 'object') return false
  return Object.values(value).some((inner) => holdsBarred(inner, isBarred))
}
