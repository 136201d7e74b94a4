import { weightAt } from './keys.ts'
import {
  allSites,
  AT,
  hasBins,
  isFormal,
  isTitled,
  MAX_FAMILIES,
  MAX_TERMS,
  namedSites,
  type SketchTable,
} from './layout.ts'
import { jaccardOf } from './signature.ts'

/** How two voices belong together: the same text, nearly the same, the same matter in other words. */
export type MatterTier = 'exact' | 'near' | 'same'

export interface Relation {
  readonly tier: MatterTier
  /** 1 for equal texts; share of common shingles for near ones; cosine of the terms for one matter. */
  readonly similarity: number
}

/** Chosen by reading pairs of letters of one city; what they reach is on the method's page. */
const NEAR = { jaccard: 0.68, other: 0.9, cosine: 0.5 }
const SAME = {
  named: 0.4,
  namedOneProblem: 0.36,
  area: 0.52,
  half: 0.62,
  none: 0.74,
  otherDistrict: 0.16,
  title: 0.2,
}

/** The titles of two formal papers must agree this much (cosine of their terms without places). */
const TITLE = 0.6

/** A sketch within a table. */
export interface SketchPlace {
  readonly table: SketchTable
  readonly at: number
}

/** Dot product of the term vectors of two sketches. */
type TermProduct = (a: SketchPlace, b: SketchPlace) => number

/** What a pair must reach less when it is looked at again as members of one matter. */
export const MEMBER_SLACK = 0.06

/**
 * Whether two voices are copies or one matter, from their sketches alone; null when neither. Symmetric. Most pairs that
 * meet speak of different places: what settles them comes first and reads few words.
 * @param slack taken off the thresholds of 'same'
 * @param dotOfTerms whoever compares one sketch with many has a faster way
 */
export function relate(
  a: SketchPlace,
  b: SketchPlace,
  slack = 0,
  dotOfTerms: TermProduct = dotOfAll,
): Relation | null {
  if (isEmpty(a) || isEmpty(b)) return null
  if (isEqual(a, b)) return { tier: 'exact', similarity: 1 }
  const places = comparePlaces(a, b)
  if (places === 'apart' || haveOtherTitles(a, b)) return relateApart(a, b, dotOfTerms)
  const cosine = toCosine(dotOfTerms(a, b))
  const near = cosine >= NEAR.cosine ? nearness(a, b, NEAR.jaccard) : null
  if (near !== null) return near
  return cosine >= threshold(a, b, places) - slack ? { tier: 'same', similarity: round(cosine) } : null
}

function relateApart(a: SketchPlace, b: SketchPlace, dotOfTerms: TermProduct): Relation | null {
  const near = nearness(a, b, NEAR.other)
  return near !== null && toCosine(dotOfTerms(a, b)) >= NEAR.cosine ? near : null
}

/** A form letter about another estate or under another title is another matter, unless all but a word is the same. */
function nearness(a: SketchPlace, b: SketchPlace, least: number): Relation | null {
  if (!bothHaveBins(a, b)) return null
  const jaccard = jaccardOf(a.table, a.at, b.table, b.at, least)
  if (jaccard < least) return null
  return { tier: 'near', similarity: round(Math.min(jaccard, 0.9999)) }
}

function threshold(a: SketchPlace, b: SketchPlace, places: Exclude<Places, 'apart'>): number {
  const base = places === 'named' && sharesFamily(a, b) ? SAME.namedOneProblem : SAME[places]
  const titles = word(a, AT.title) !== 0 && word(a, AT.title) === word(b, AT.title) ? SAME.title : 0
  return base - titles
}

function areDistrictsApart(a: SketchPlace, b: SketchPlace): boolean {
  const first = word(a, AT.district)
  const second = word(b, AT.district)
  return first !== 0 && second !== 0 && first !== second
}

type Places = 'named' | 'area' | 'half' | 'none' | 'apart'

/** Shared estate or firm; shared road or town; only one has a site; neither; none in common, or another district. */
function comparePlaces(a: SketchPlace, b: SketchPlace): Places {
  const places = compareSites(a, b)
  return places !== 'named' && areDistrictsApart(a, b) ? 'apart' : places
}

function compareSites(a: SketchPlace, b: SketchPlace): Places {
  const sitesA = allSites(word(a, AT.flags))
  const sitesB = allSites(word(b, AT.flags))
  if (sitesA === 0 || sitesB === 0) return sitesA === sitesB ? 'none' : 'half'
  return sharedSite(a, sitesA, b, sitesB) ?? 'apart'
}

function sharedSite(a: SketchPlace, sitesA: number, b: SketchPlace, sitesB: number): 'named' | 'area' | null {
  const namedA = namedSites(word(a, AT.flags))
  const namedB = namedSites(word(b, AT.flags))
  let shared: 'area' | null = null
  for (let i = 0; i < sitesA; i++) {
    for (let j = 0; j < sitesB; j++) {
      if (word(a, AT.sites + i) !== word(b, AT.sites + j)) continue
      if (i < namedA && j < namedB) return 'named'
      shared = 'area'
    }
  }
  // A shared road does not make two estates one.
  return namedA > 0 && namedB > 0 ? null : shared
}

function sharesFamily(a: SketchPlace, b: SketchPlace): boolean {
  for (let i = 0; i < MAX_FAMILIES; i++) {
    const family = word(a, AT.families + i)
    if (family === 0) return false
    for (let j = 0; j < MAX_FAMILIES; j++) if (family === word(b, AT.families + j)) return true
  }
  return false
}

/** Cosine of the term vectors, whose length is 255. */
function toCosine(dot: number): number {
  return Math.min(1, dot / (255 * 255))
}

const dotOfAll = (a: SketchPlace, b: SketchPlace): number => dotOf(a, b, false)

/** Both lists of hashes ascend. @param titled counts only what both titles have */
function dotOf(a: SketchPlace, b: SketchPlace, titled: boolean): number {
  const [first, second] = [a.table, b.table]
  const [fromA, fromB] = [a.at + AT.terms, b.at + AT.terms]
  let dot = 0
  for (let i = 0, j = 0; i < MAX_TERMS && j < MAX_TERMS;) {
    const x = first[fromA + i] ?? 0
    const y = second[fromB + j] ?? 0
    if (x === 0 || y === 0) break
    if (x === y && (!titled || areTitled(a, i, b, j)))
      dot += weightAt(first, a.at, i) * weightAt(second, b.at, j)
    if (x <= y) i++
    if (y <= x) j++
  }
  return dot
}

function areTitled(a: SketchPlace, i: number, b: SketchPlace, j: number): boolean {
  return isTitled(word(a, AT.flags), i) && isTitled(word(b, AT.flags), j)
}

function haveOtherTitles(a: SketchPlace, b: SketchPlace): boolean {
  const areFormal = isFormal(word(a, AT.flags)) && isFormal(word(b, AT.flags))
  return areFormal && titleLikeness(a, b) < TITLE
}

/** Cosine of the terms that the titles have; titles that say nothing agree in nothing. */
function titleLikeness(a: SketchPlace, b: SketchPlace): number {
  const lengths = titleLength(a) * titleLength(b)
  return lengths === 0 ? 0 : dotOf(a, b, true) / lengths
}

function titleLength(place: SketchPlace): number {
  const flags = word(place, AT.flags)
  let sum = 0
  for (let index = 0; index < MAX_TERMS; index++)
    if (isTitled(flags, index)) sum += weightAt(place.table, place.at, index) ** 2
  return Math.sqrt(sum)
}

function isEmpty(place: SketchPlace): boolean {
  return word(place, AT.exact) === 0 && word(place, AT.exact + 1) === 0
}

function isEqual(a: SketchPlace, b: SketchPlace): boolean {
  return word(a, AT.exact) === word(b, AT.exact) && word(a, AT.exact + 1) === word(b, AT.exact + 1)
}

function bothHaveBins(a: SketchPlace, b: SketchPlace): boolean {
  return hasBins(word(a, AT.flags)) && hasBins(word(b, AT.flags))
}

/** Signed, so that it is no number on the heap; equal words stay equal. */
function word(place: SketchPlace, offset: number): number {
  return (place.table[place.at + offset] ?? 0) | 0
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
