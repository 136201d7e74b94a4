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

/** The best common name: the smaller of its shares in the two groups. */
function agreement(
  a: ReadonlyMap<string, number>,
  sizeA: number,
  b: ReadonlyMap<string, number>,
  sizeB: number,
): number {
  let best = 0
  for (const [name, count] of a) best = Math.max(best, Math.min(count / sizeA, (b.get(name) ?? 0) / sizeB))
  return best
}
