import { hashNumbers } from './hash.ts'
import { AT, allSites, BINS, hasBins, MAX_FAMILIES, MAX_TERMS, type SketchTable } from './layout.ts'

/** Bands of four bins; two texts with a Jaccard share of 0.7 agree in one of 16 with a chance of 0.988. */
const BANDS = BINS / 4
const KEY = { exact: 1, band: 2, family: 3, site: 4, pair: 5, title: 6 } as const
const SITES = 3
const SITE_TERMS = 2
const PAIR_TERMS = { placed: 3, placeless: 4 }

/**
 * The keys under which a voice meets those it may belong with: the whole text, the bands of its MinHash, its sites with
 * its problem families and weightiest terms, pairs of its weightiest terms, and a telling title. At most 32, no repeats.
 */
export function keysOf(table: SketchTable, at: number): number[] {
  const word = (offset: number): number => table[at + offset] ?? 0
  if (word(AT.exact) === 0 && word(AT.exact + 1) === 0) return []
  const keys = new Set<number>([hashNumbers(KEY.exact, word(AT.exact), word(AT.exact + 1))])
  if (hasBins(word(AT.flags)))
    for (let band = 0; band < BANDS; band++) keys.add(hashNumbers(KEY.band, band, word(AT.bins + band)))
  if (word(AT.title) !== 0) keys.add(hashNumbers(KEY.title, word(AT.title)))
  const placed = Math.min(allSites(word(AT.flags)), SITES)
  const terms = weightiest(table, at, PAIR_TERMS.placeless)
  for (let site = 0; site < placed; site++) {
    for (let family = 0; family < MAX_FAMILIES; family++) {
      const hash = word(AT.families + family)
      if (hash !== 0) keys.add(hashNumbers(KEY.family, word(AT.sites + site), hash))
    }
    for (const term of terms.slice(0, SITE_TERMS))
      keys.add(hashNumbers(KEY.site, word(AT.sites + site), term))
  }
  const paired = terms.slice(0, placed > 0 ? PAIR_TERMS.placed : PAIR_TERMS.placeless).sort((a, b) => a - b)
  paired.forEach((a, index) => {
    for (const b of paired.slice(index + 1)) keys.add(hashNumbers(KEY.pair, a, b))
  })
  return [...keys]
}

/** Hashes of the `count` weightiest terms; of equal weights the smaller hash first (they ascend in the sketch). */
function weightiest(table: SketchTable, at: number, count: number): number[] {
  const best: number[] = []
  const weights: number[] = []
  for (let index = 0; index < MAX_TERMS; index++) {
    const term = table[at + AT.terms + index] ?? 0
    if (term === 0) break
    const weight = weightAt(table, at, index)
    let place = best.length
    while (place > 0 && (weights[place - 1] ?? 0) < weight) place--
    if (place >= count) continue
    best.splice(place, 0, term)
    weights.splice(place, 0, weight)
    if (best.length > count) {
      best.pop()
      weights.pop()
    }
  }
  return best
}

/** Weight of one term, 0 to 255. */
export function weightAt(table: SketchTable, at: number, index: number): number {
  return ((table[at + AT.weights + (index >>> 2)] ?? 0) >>> (8 * (index & 3))) & 255
}
