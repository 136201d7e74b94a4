import { headerKey, headerSeparator } from '../sources/header-name.ts'

/**
 * How alike two headers read, 0 to 1: shared pairs of neighbouring characters (Dice), raised where one contains the
 * other whole (拟办单位 · 承办单位 0.67, 群众来信时间 · 来信时间 0.87).
 */
export function headerSimilarity(left: string, right: string): number {
  const a = headerKey(left.replaceAll(headerSeparator, ''))
  const b = headerKey(right.replaceAll(headerSeparator, ''))
  if (a === '' || b === '') return 0
  if (a === b) return 1
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  const contained = short.length >= 2 && long.includes(short) ? 0.6 + 0.4 * (short.length / long.length) : 0
  return Math.max(contained, dice(a, b))
}

function dice(a: string, b: string): number {
  const left = pairs(a)
  const right = pairs(b)
  const rest = [...right]
  let shared = 0
  for (const pair of left) {
    const at = rest.indexOf(pair)
    if (at < 0) continue
    rest.splice(at, 1)
    shared++
  }
  return (2 * shared) / (left.length + right.length)
}

/** Neighbouring characters, with the ends marked so that short headers have pairs to share. */
function pairs(text: string): string[] {
  const marked = Array.from(`^${text}$`)
  return marked.slice(1).map((character, index) => `${marked[index] ?? ''}${character}`)
}
