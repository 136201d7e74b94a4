import {
  areDistrictsApart,
  commonPlace,
  comparePlaces,
  hasOwnSite,
  isArea,
  isPlaced,
  joinProfiles,
  profileOf,
  type PlaceProfile,
  type PlaceRelation,
} from './place-profile.ts'
import type { MergeGuard } from './clusters.ts'
import { NO_SITES, type VoiceSites } from './sites.ts'
import { dotSums, joinSums, sumOf, type TermSum } from './term-sums.ts'
import { norm, type SparseVector, type VectorSpace } from './vectors.ts'

/** A group's places, and its words without the places: where it is and what is wrong there. */
export interface IssueState {
  places: PlaceProfile
  problem: TermSum
}

export interface IssueRules {
  /** Lowest mean likeness of the problem words of two groups. */
  problem: number
  /** Lowest mean likeness of all words when neither names a place. */
  placeless: number
  /** The same when only one does. */
  halfPlaced: number
  /** The same when they name different districts. */
  otherDistrict: number
}

const ANONYMOUS = /^[A-Z]\d*[市县区]/

/** The vectors without place words, at the length they had: 云栖新城 says where, 搅拌站 says what. */
export function problemVectors(space: VectorSpace, sites: readonly VoiceSites[]): SparseVector[] {
  return space.vectors.map((vector, item) => {
    const names = [...(sites[item]?.all ?? [])]
    const words = Array.from(vector.terms, (term) => space.words[term] ?? '')
    const kept = [...words.keys()].filter((position) => !isPlaceWord(words[position] ?? '', names))
    const length =
      norm(kept.map((position) => vector.weights[position] ?? 0)) / (norm(vector.weights) || 1) || 1
    return {
      terms: Int32Array.from(kept, (position) => vector.terms[position] ?? 0),
      weights: Float64Array.from(kept, (position) => (vector.weights[position] ?? 0) / length),
    }
  })
}

/** Part of a name, or a name with more at its ends: 云湖 and 云湖国际社区 beside 云湖国际. */
function isPlaceWord(word: string, names: readonly string[]): boolean {
  if (word.startsWith('@')) return true
  return ANONYMOUS.test(word) || names.some((name) => name.includes(word) || word.includes(name))
}

/** Different issues at one place stay apart; one problem at different places is not one issue. */
export function issueGuard(
  problems: readonly SparseVector[],
  sites: readonly VoiceSites[],
  rules: IssueRules,
): MergeGuard<IssueState> {
  return {
    start(item) {
      const vector = problems[item]
      return {
        places: profileOf(sites[item] ?? NO_SITES),
        problem: sumOf(vector ? [vector] : []),
      }
    },
    join(a, b) {
      return { places: joinProfiles(a.places, b.places), problem: joinSums(a.problem, b.problem) }
    },
    allows(a, b, similarity) {
      const relation = relationOf(a.places, b.places)
      if (relation === 'different') return false
      const problem = dotSums(a.problem, b.problem) / (a.places.size * b.places.size)
      if (problem < rules.problem) return false
      if (relation === 'same') return true
      if (areDistrictsApart(a.places, b.places)) return similarity >= rules.otherDistrict
      return similarity >= (isPlaced(a.places) === isPlaced(b.places) ? rules.placeless : rules.halfPlaced)
    },
  }
}

/** A road or lake that one group only mentions on the way does not make two groups one place. */
function relationOf(a: PlaceProfile, b: PlaceProfile): PlaceRelation {
  const relation = comparePlaces(a, b)
  if (relation !== 'same') return relation
  const common = commonPlace(a, b)
  if (common.isMain || !isArea(common.name)) return relation
  if (!isPlaced(a) || !isPlaced(b)) return 'unknown'
  return hasOwnSite(a) || hasOwnSite(b) ? 'different' : relation
}
