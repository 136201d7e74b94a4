import { clusterItems, type MergeGuard } from './clusters.ts'
import { areKindsApart, joinKinds, kindCounts, type KindCounts } from './kinds.ts'
import type { Neighbour } from './neighbours.ts'
import {
  areDistrictsApart,
  isArea,
  joinProfiles,
  profileOf,
  sharedPlace,
  type PlaceProfile,
} from './place-profile.ts'
import { NO_SITES, type VoiceSites } from './sites.ts'
import type { SparseVector } from './vectors.ts'

export interface PlaceIssueOptions {
  /** Lowest mean likeness (latent + words) of two groups at a seldom named place. */
  threshold: number
  /** Lowest mean likeness at any place. */
  lowest: number
  /** Added with each doubling of the number of letters that name the place beyond `seldom`. */
  step: number
  seldom: number
  /** Places that fewer letters name count as named by this many. */
  rarest: number
  /** Added when the place is only mentioned in one of the groups. */
  mentioned: number
  /** Added when the name is that of an area or a road rather than of a site. */
  area: number
  /** Added when the groups name different districts. */
  otherDistrict: number
  /** What the likeness of the words counts beside the latent one. */
  words: number
  /** Added when the titles name different kinds of problem. */
  otherKind: number
}

interface PlaceState {
  places: PlaceProfile
  kinds: KindCounts
}

/** Most groups compared at one place; a name of more is a district by another name. */
const MOST_AT_PLACE = 150

/**
 * Second pass at each named place: groups the first pass left apart for want of common words become one issue when
 * the kind of words they use is the same. Few letters name one estate or firm, so a weaker likeness is proof there,
 * and a stronger one is asked where many letters name the place.
 */
export function joinAtPlaces(
  groups: readonly (readonly number[])[],
  latent: readonly Float64Array[],
  problems: readonly SparseVector[],
  sites: readonly VoiceSites[],
  kinds: readonly (readonly string[])[],
  options: PlaceIssueOptions,
): number[][] {
  const named = countNames(sites)
  const vectors = problems.map((problem, item) => combine(latent[item], problem, options.words))
  const guard: MergeGuard<PlaceState> = {
    start: (item) => ({ places: profileOf(sites[item] ?? NO_SITES), kinds: kindCounts(kinds[item] ?? []) }),
    join: (a, b) => ({ places: joinProfiles(a.places, b.places), kinds: joinKinds(a.kinds, b.kinds) }),
    allows(a, b, similarity) {
      const place = sharedPlace(a.places, b.places, named)
      if (place === null) return false
      const times = Math.log2(Math.max(options.rarest, named.get(place.name) ?? 1) / options.seldom)
      const besides =
        (place.isMain ? 0 : options.mentioned) +
        (isArea(place.name) ? options.area : 0) +
        (areDistrictsApart(a.places, b.places) ? options.otherDistrict : 0) +
        (areKindsApart(a.kinds, b.kinds) ? options.otherKind : 0)
      return similarity >= options.threshold + options.step * times + besides
    },
  }
  const links = linkAtPlaces(groups, sites, vectors.length)
  return clusterItems(groups, vectors, links, { threshold: options.lowest, guard })
}

function countNames(sites: readonly VoiceSites[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { all } of sites) for (const name of all) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

/** One vector of latent and word parts; terms of the words are moved behind the latent ones. */
function combine(latent: Float64Array | undefined, problem: SparseVector, words: number): SparseVector {
  const own = latent ?? new Float64Array(0)
  const scale = Math.sqrt(words)
  return {
    terms: Int32Array.from([...own.keys(), ...problem.terms.map((term) => term + own.length)]),
    weights: Float64Array.from([...own, ...problem.weights.map((weight) => weight * scale)]),
  }
}

/** Links from each group to those that name a place in common, by their first members. */
function linkAtPlaces(
  groups: readonly (readonly number[])[],
  sites: readonly VoiceSites[],
  size: number,
): Neighbour[][] {
  const atPlace = new Map<string, Set<number>>()
  groups.forEach((members, group) => {
    for (const name of namesOf(members, sites)) {
      const there = atPlace.get(name)
      if (there) there.add(group)
      else atPlace.set(name, new Set([group]))
    }
  })
  const links: Neighbour[][] = Array.from({ length: size }, () => [])
  for (const there of atPlace.values()) {
    if (there.size < 2 || there.size > MOST_AT_PLACE) continue
    const firsts = [...there].map((group) => groups[group]?.[0] ?? 0)
    firsts.forEach((first, position) => {
      for (const item of firsts.slice(position + 1)) links[first]?.push({ item, similarity: 0 })
    })
  }
  return links
}

/** Names that half of the members hold. */
function namesOf(members: readonly number[], sites: readonly VoiceSites[]): string[] {
  const counts = new Map<string, number>()
  for (const item of members)
    for (const name of sites[item]?.all ?? []) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].filter(([, count]) => count * 2 >= members.length).map(([name]) => name)
}
