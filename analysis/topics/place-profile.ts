import type { VoiceSites } from './sites.ts'

/** How often names occur in a group of voices. Addable: the profile of two groups is the sum of theirs. */
export interface PlaceProfile {
  size: number
  /** Voices with a site of their own. */
  placed: number
  main: Map<string, number>
  all: Map<string, number>
  districted: number
  districts: Map<string, number>
}

export function profileOf(sites: VoiceSites): PlaceProfile {
  return {
    size: 1,
    placed: sites.main.length > 0 ? 1 : 0,
    main: ones(sites.main),
    all: ones(sites.all),
    districted: sites.districts.length > 0 ? 1 : 0,
    districts: ones(sites.districts),
  }
}

export function joinProfiles(a: PlaceProfile, b: PlaceProfile): PlaceProfile {
  return {
    size: a.size + b.size,
    placed: a.placed + b.placed,
    main: add(a.main, b.main),
    all: add(a.all, b.all),
    districted: a.districted + b.districted,
    districts: add(a.districts, b.districts),
  }
}

function ones(names: Iterable<string>): Map<string, number> {
  return new Map([...names].map((name) => [name, 1]))
}

/** Counts go into the larger map, which is used up. */
function add(a: Map<string, number>, b: Map<string, number>): Map<string, number> {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  for (const [name, count] of small) large.set(name, (large.get(name) ?? 0) + count)
  return large
}

/** Share of a group that must name a site before the group counts as tied to sites. */
const PLACED = 0.5

export type PlaceRelation = 'same' | 'different' | 'unknown'

/** Whether two groups are about one place: shared site names, else districts, else not known. */
export function comparePlaces(a: PlaceProfile, b: PlaceProfile): PlaceRelation {
  const shared = Math.max(agreement(a.main, a.size, b.all, b.size), agreement(b.main, b.size, a.all, a.size))
  if (shared >= 0.5) return 'same'
  if (isPlaced(a) && isPlaced(b) && shared < 0.45) return 'different'
  return 'unknown'
}

export function isPlaced(profile: PlaceProfile): boolean {
  return profile.placed >= PLACED * profile.size
}

/** Whether both groups name districts and have none in common. */
export function areDistrictsApart(a: PlaceProfile, b: PlaceProfile): boolean {
  if (a.districted < PLACED * a.size || b.districted < PLACED * b.size) return false
  return agreement(a.districts, a.size, b.districts, b.size) < 0.2
}

/**
 * The place both groups are about, and whether both are mainly about it. null when they are not known to be at one
 * place, and when what they share is only the wider area of two places: each then has a rarer name of its own.
 */
export function sharedPlace(
  a: PlaceProfile,
  b: PlaceProfile,
  named: ReadonlyMap<string, number>,
): { name: string; isMain: boolean } | null {
  const best = commonPlace(a, b)
  if (best.share < 0.5) return null
  if (hasRarer(a, best.name, named) && hasRarer(b, best.name, named)) return null
  if (isOtherBody(a, best.name, b, named) || isOtherBody(b, best.name, a, named)) return null
  return best
}

/** The name two groups hold most in common, and whether both are mainly about it. */
export function commonPlace(
  a: PlaceProfile,
  b: PlaceProfile,
): { name: string; share: number; isMain: boolean } {
  const main = bestCommon(a.main, a.size, b.main, b.size)
  const ab = bestCommon(a.main, a.size, b.all, b.size)
  const ba = bestCommon(b.main, b.size, a.all, a.size)
  const best = [main, ab, ba].reduce((x, y) => (y.share > x.share ? y : x))
  return { ...best, isMain: main.share >= 0.5 }
}

const TELLING_NAME = 3
const AREA = /(?:路|大道|大街|街|号线|线|湖|镇|乡|新城)$/u

/** Whether a name is that of a road, a lake or a wider area rather than of a site. */
export function isArea(name: string): boolean {
  return name.length < TELLING_NAME || AREA.test(name)
}

/** Whether half of a group's voices are mainly about one site, not only about roads. */
export function hasOwnSite(profile: PlaceProfile): boolean {
  return [...profile.main].some(([name, count]) => count * 2 >= profile.size && !isArea(name))
}

/** Times rarer a name must be to be the place, and the shared one its area. */
const RARER = 2.5

function hasRarer(profile: PlaceProfile, shared: string, named: ReadonlyMap<string, number>): boolean {
  const limit = (named.get(shared) ?? 1) / RARER
  return [...profile.main].some(
    ([name, count]) =>
      count * 2 >= profile.size &&
      !shared.includes(name) &&
      (named.get(name) ?? 1) <= limit &&
      (named.get(name) ?? 1) > 1,
  )
}

/** Bodies whose longer name is another body: 财经学院 is not 示例财经学院's short name, as 栖霞之城 is 示例栖霞之城's. */
const INSTITUTION = /(?:学院|大学|中学|小学|学校|医院|银行|法院)$/u
/** Letters that make a longer name more than a slip of the reader. */
const KNOWN = 3

function isOtherBody(
  profile: PlaceProfile,
  shared: string,
  other: PlaceProfile,
  named: ReadonlyMap<string, number>,
): boolean {
  if (!INSTITUTION.test(shared)) return false
  return [...profile.main].some(
    ([name, count]) =>
      count * 2 >= profile.size &&
      name !== shared &&
      name.endsWith(shared) &&
      (named.get(name) ?? 0) >= KNOWN &&
      !other.all.has(name),
  )
}

function agreement(
  a: ReadonlyMap<string, number>,
  sizeA: number,
  b: ReadonlyMap<string, number>,
  sizeB: number,
): number {
  return bestCommon(a, sizeA, b, sizeB).share
}

/** The best common name: the smaller of its shares in the two groups; the longer name of equals. */
function bestCommon(
  a: ReadonlyMap<string, number>,
  sizeA: number,
  b: ReadonlyMap<string, number>,
  sizeB: number,
): { name: string; share: number } {
  let best = { name: '', share: 0 }
  for (const [name, count] of a) {
    const share = Math.min(count / sizeA, (b.get(name) ?? 0) / sizeB)
    if (share > best.share || (share === best.share && share > 0 && isLonger(name, best.name)))
      best = { name, share }
  }
  return best
}

function isLonger(name: string, other: string): boolean {
  return name.length > other.length || (name.length === other.length && name < other)
}
