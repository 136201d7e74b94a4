/*
 * How numbers and names are written in a sentence on the wall. Headlines hold at most 24 characters, so names are cut
 * here, at the source, and nowhere else.
 */
export const headlineLength = 24

const grouped = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 0 })

/** 12345 → "12,345". */
export function integer(value: number): string {
  return grouped.format(value)
}

/** A share from 0 to 1 → "12.3%". */
export function percent(share: number, digits = 1): string {
  return `${(share * 100).toFixed(digits)}%`
}

/** 元 → "3.2亿元", "56万元", "800元". */
export function money(yuan: string | number): string {
  const value = Number(yuan)
  const size = Math.abs(value)
  if (size >= 99_995_000) return `${round(value / 1e8)}亿元`
  if (size >= 9_999.5) return `${round(value / 1e4)}万元`
  return `${integer(value)}元`
}

function round(value: number): string {
  const size = Math.abs(value)
  return String(Number(value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 2)))
}

/** At most `most` characters; what is cut shows as …. */
export function short(text: string, most: number): string {
  const letters = [...text]
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`
}

/** "2026-10-05" → "10月5日". */
export function monthDay(day: string): string {
  const [, month = '', date = ''] = day.split('-')
  return `${Number(month)}月${Number(date)}日`
}

/** A sentence with a name in it: the name is cut so that the whole fits a headline. */
export function named(name: string, rest: string): string {
  return `${short(name, Math.max(2, headlineLength - [...rest].length))}${rest}`
}

/** How many of the last items in a row the test holds for. */
export function runLength<T>(items: readonly T[], holds: (item: T) => boolean): number {
  const broken = [...items].reverse().findIndex((item) => !holds(item))
  return broken === -1 ? items.length : broken
}

/** The largest by a number, the first of equals. */
export function mostOf<T>(items: readonly T[], by: (item: T) => number): T | null {
  return items.reduce<T | null>((best, item) => (best === null || by(item) > by(best) ? item : best), null)
}

export function sumOf<T>(items: readonly T[], by: (item: T) => number): number {
  return items.reduce((sum, item) => sum + by(item), 0)
}
