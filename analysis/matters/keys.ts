import { hashNumbers } from './hash.ts'
import { AT, allSites, BINS, hasBins, MAX_FAMILIES, MAX_TERMS, type SketchTable } from './layout.ts'

/** Bands of four bins; two texts with a Jaccard share of 0.7 agree in one of 16 with a chance of 0.988. */
const BANDS = BINS / 4
const KEY = { exact: 1, band: 2, family: 3, site: 4, pair: 5, title: 6 } as const
const SITES = 3
const SITE_TERMS = 2
const PAIR_TERMS = { placed: 3, placeless: 4 }

/** Keys of a voice at most: the text, the title, the bands, three sites with two families and two terms each or pairs. */
export const MOST_KEYS = 34

const scratch = new Uint32Array(MOST_KEYS)
const best = new Uint32Array(PAIR_TERMS.placeless + 1)
const bestWeights = new Uint8Array(PAIR_TERMS.placeless + 1)

/**
 * The keys under which a voice meets those it may belong with: the whole text, the bands of its MinHash, its sites with
 * its problem families and weightiest terms, pairs of its weightiest terms, and a telling title. No repeats.
 */
export function keysOf(table: SketchTable, at: number): number[] {
  return Array.from(scratch.subarray(0, writeKeys(table, at, scratch)))
}

/** The same into `keys`, which has room for `MOST_KEYS`; returns how many there are. Makes no object. */
export function writeKeys(table: SketchTable, at: number, keys: Uint32Array): number {
  let end = writeTextKeys(table, at, keys)
  if (end === 0) return 0
  const placed = Math.min(allSites(table[at + AT.flags] ?? 0), SITES)
  const terms = findWeightiest(table, at, PAIR_TERMS.placeless)
  for (let place = 0; place < placed; place++)
    end = writeSiteKeys(table, at, table[at + AT.sites + place] ?? 0, Math.min(terms, SITE_TERMS), keys, end)
  return writePairKeys(Math.min(terms, placed > 0 ? PAIR_TERMS.placed : PAIR_TERMS.placeless), keys, end)
}

/** The whole text, its bands and its title; none for an empty text. */
function writeTextKeys(table: SketchTable, at: number, keys: Uint32Array): number {
  const exact = table[at + AT.exact] ?? 0
  const second = table[at + AT.exact + 1] ?? 0
  if (exact === 0 && second === 0) return 0
  let end = put(keys, 0, hashNumbers(KEY.exact, exact, second))
  if (hasBins(table[at + AT.flags] ?? 0))
    for (let band = 0; band < BANDS; band++)
      end = put(keys, end, hashNumbers(KEY.band, band, table[at + AT.bins + band] ?? 0))
  const title = table[at + AT.title] ?? 0
  return title === 0 ? end : put(keys, end, hashNumbers(KEY.title, title))
}

function writeSiteKeys(
  table: SketchTable,
  at: number,
  site: number,
  terms: number,
  keys: Uint32Array,
  from: number,
): number {
  let end = from
  for (let family = 0; family < MAX_FAMILIES; family++) {
    const hash = table[at + AT.families + family] ?? 0
    if (hash !== 0) end = put(keys, end, hashNumbers(KEY.family, site, hash))
  }
  for (let term = 0; term < terms; term++) end = put(keys, end, hashNumbers(KEY.site, site, best[term] ?? 0))
  return end
}

/** Every pair of the first terms, the smaller hash before the greater. */
function writePairKeys(terms: number, keys: Uint32Array, from: number): number {
  const paired = best.subarray(0, terms).sort()
  let end = from
  for (let first = 0; first < terms; first++)
    for (let other = first + 1; other < terms; other++)
      end = put(keys, end, hashNumbers(KEY.pair, paired[first] ?? 0, paired[other] ?? 0))
  return end
}

function put(keys: Uint32Array, end: number, key: number): number {
  for (let index = 0; index < end; index++) if (keys[index] === key) return end
  keys[end] = key
  return end + 1
}

/** Puts the `count` weightiest terms into `best`; of equal weights the smaller hash first (they ascend in the sketch). */
function findWeightiest(table: SketchTable, at: number, count: number): number {
  let found = 0
  for (let index = 0; index < MAX_TERMS; index++) {
    const term = table[at + AT.terms + index] ?? 0
    if (term === 0) break
    const weight = weightAt(table, at, index)
    let place = found
    while (place > 0 && (bestWeights[place - 1] ?? 0) < weight) place--
    if (place >= count) continue
    for (let moved = Math.min(found, count - 1); moved > place; moved--) {
      best[moved] = best[moved - 1] ?? 0
      bestWeights[moved] = bestWeights[moved - 1] ?? 0
    }
    best[place] = term
    bestWeights[place] = weight
    if (found < count) found++
  }
  return found
}

/** Weight of one term, 0 to 255. */
export function weightAt(table: SketchTable, at: number, index: number): number {
  return ((table[at + AT.weights + (index >>> 2)] ?? 0) >>> (8 * (index & 3))) & 255
}
