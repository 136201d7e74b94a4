import { riskRules } from './rules.ts'

/**
 * Rules to try on a text, as a bit mask, found in one pass over its characters: a table of first characters and, where
 * one is met, the pair it makes with the next. Most texts meet none, and no pattern is run on them.
 */
export function rulesIn(text: string): number {
  let mask = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const place = places[code] ?? 0
    if (place === 0) continue
    const entry = entries[place - 1]
    if (entry === undefined) continue
    mask |= entry.alone
    if (entry.pairs !== null) mask |= entry.pairs.get(text.charCodeAt(at + 1)) ?? 0
  }
  return mask
}

interface Entry {
  /** Rules whose stem is this character alone. */
  alone: number
  /** Rules by the second character of their stem. */
  pairs: Map<number, number> | null
}

const places = new Uint16Array(65_536)
const entries: Entry[] = []

for (const [at, { stems }] of riskRules.entries()) {
  for (const stem of stems.split(' ')) {
    const first = stem.charCodeAt(0)
    const place = places[first] ?? 0
    const entry = entries[place - 1] ?? { alone: 0, pairs: null }
    if (place === 0) places[first] = entries.push(entry)
    if (stem.length === 1) entry.alone |= 1 << at
    else {
      entry.pairs ??= new Map<number, number>()
      const second = stem.charCodeAt(1)
      entry.pairs.set(second, (entry.pairs.get(second) ?? 0) | (1 << at))
    }
  }
}
