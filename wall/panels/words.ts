/*
 * How numbers and names are written in a sentence on the wall. Headlines are at most 24 Chinese characters wide, so names are cut
 * here, at the source, and nowhere else.
 */
export const headlineWidth = 24

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

/** Width in Chinese characters: letters, digits and spaces take half of one. */
export function widthOf(text: string): number {
  return Array.from(text).reduce((width, letter) => width + (letter.charCodeAt(0) < 0x100 ? 0.5 : 1), 0)
}

/** As wide as `most` Chinese characters; what is cut off the end shows as …. */
export function short(text: string, most: number): string {
  if (widthOf(text) <= most) return text
  return `${fitting(Array.from(text), most - 1)}…`
}

/**
 * As wide as `most` Chinese characters, whole words cut off the front: a Chinese name says what it is about at its end,
 * and reads as a name without a mark where it was cut.
 */
export function shortTail(text: string, most: number): string {
  if (widthOf(text) <= most) return text
  const words = Array.from(wordsOf.segment(text), ({ segment }) => segment)
  while (words.length > 1 && widthOf(words.join('')) > most) words.shift()
  const tail = words.join('')
  if (widthOf(tail) <= most) return tail
  return Array.from(fitting(Array.from(text).reverse(), most))
    .reverse()
    .join('')
}

const wordsOf = new Intl.Segmenter('zh-CN', { granularity: 'word' })

/** A development zone as everyone calls it. */
export function shortPlace(name: string): string {
  return name.replace(/高新技术产业开发区$/u, '高新区').replace(/(?:经济技术|经济)开发区$/u, '经开区')
}

function fitting(letters: readonly string[], most: number): string {
  let kept = ''
  for (const letter of letters) {
    if (widthOf(kept + letter) > most) break
    kept += letter
  }
  return kept
}

/** "2026-10-05" → "10月5日". */
export function monthDay(day: string): string {
  const [, month = '', date = ''] = day.split('-')
  return `${Number(month)}月${Number(date)}日`
}

/** A sentence that begins with a name: the name is cut so that the whole fits a headline. */
export function named(name: string, rest: string): string {
  return `${shortTail(name, Math.max(3, headlineWidth - widthOf(rest)))}${rest}`
}

/** The names without the place all of them begin with (云岭市教育局、云岭市民政局 → 教育局、民政局). */
export function withoutSharedPlace(names: readonly string[]): (name: string) => string {
  const place = /^.{2,6}?[省市州县区]/u.exec(names[0] ?? '')?.[0] ?? ''
  const isShared =
    place !== '' && names.every((name) => name.startsWith(place) && name.length > place.length + 2)
  return (name) => (isShared ? name.slice(place.length) : name)
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
