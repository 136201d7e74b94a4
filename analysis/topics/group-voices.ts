import { attachFragments } from './attach.ts'
import { dayOf } from './calendar.ts'
import { clusterItems } from './clusters.ts'
import { groupCopies, type CopyGroup } from '../matters/copies.ts'
import { dropFrameWords } from './frame-words.ts'
import { issueGuard, problemVectors } from './issue.ts'
import { bodyText, titleText } from './letter-text.ts'
import { latentVectors } from './latent.ts'
import { findNeighbours } from './neighbours.ts'
import { joinAtPlaces } from './place-issues.ts'
import { comparePlaces, profileOf } from './place-profile.ts'
import { kindsOf } from './problem-words.ts'
import { findSites, NO_SITES, type VoiceSites } from './sites.ts'
import { countTerms } from './terms.ts'
import { buildVectors, type SparseVector, type VectorSpace } from './vectors.ts'
import type { Segment, TopicVoice } from './voice.ts'

/** Chosen on letters of one city; see docs/benchmarks.md for what they reach. */
export const SETTINGS = {
  copies: 0.7,
  neighbours: { minimum: 0.12, most: 24 },
  matter: { threshold: 0.45, problem: 0.3, placeless: 0.5, halfPlaced: 0.6, otherDistrict: 0.7 },
  issue: { threshold: 0.16, problem: 0.09, placeless: 0.22, halfPlaced: 0.26, otherDistrict: 0.3 },
  place: {
    rarest: 6,
    lowest: 0.1,
    threshold: 0.4,
    step: 0.1,
    seldom: 12,
    mentioned: 0.2,
    area: 0.25,
    otherDistrict: 0.3,
    words: 1.5,
    otherKind: 0.3,
  },
  /** From fewer texts no company of words can be learned. */
  latentItems: 500,
  attach: { core: 4, relative: 0.6, elsewhere: 0.85, minimum: 0.12 },
}

export interface GroupedVoices {
  /** In the order of all other lists. */
  voices: readonly TopicVoice[]
  /** Copies of one text; the first member stands for all of them in `space`, `problems` and `sites`. */
  items: readonly CopyGroup[]
  space: VectorSpace
  problems: readonly SparseVector[]
  sites: readonly VoiceSites[]
  /** Groups of items that are one matter, ascending. */
  matters: readonly (readonly number[])[]
  /** The matter of each item. */
  matterOf: Int32Array
  /** Groups of items that are one issue; every matter lies in exactly one. */
  issues: readonly (readonly number[])[]
}

/** Copies → matters → issues, in one pass over `voices` (ordered by id; see `inOrder`). */
export function groupVoices(
  voices: readonly TopicVoice[],
  options: { segment: Segment; knownNames?: Iterable<string> },
): GroupedVoices {
  const allSites = findSites(voices, options.knownNames)
  const profiles = allSites.map((sites) => ({ sites }))
  const items = groupCopies(
    voices.map((voice) => `${titleText(voice.title)}\n${bodyText(voice.body)}`),
    {
      jaccard: SETTINGS.copies,
      areApart: (a, b) => comparePlacesOf(profiles[a]?.sites, profiles[b]?.sites) === 'different',
    },
  )
  const firsts = items.flatMap((item) => item.members[0] ?? [])
  const sites = firsts.map((first) => allSites[first] ?? NO_SITES)
  const counts = firsts.map((first, item) =>
    countTerms(voices[first] ?? { title: '', body: '' }, sites[item] ?? NO_SITES, options.segment),
  )
  dropFrameWords(
    counts,
    firsts.map((first) => voices[first]?.author ?? null),
  )
  const space = buildVectors(counts)
  const problems = problemVectors(space, sites)
  const kinds = firsts.map((first) => kindsOf(titleText(voices[first]?.title ?? '')))
  const neighbours = findNeighbours(space, SETTINGS.neighbours)
  const start = groupByTitle(firsts.map((first) => voices[first]))
  const matters = clusterItems(start, space.vectors, neighbours, {
    threshold: SETTINGS.matter.threshold,
    guard: issueGuard(problems, sites, SETTINGS.matter),
  })
  const issues = clusterItems(matters, space.vectors, neighbours, {
    threshold: SETTINGS.issue.threshold,
    guard: issueGuard(problems, sites, SETTINGS.issue),
  })
  const gathered =
    items.length < SETTINGS.latentItems
      ? issues
      : joinAtPlaces(
          issues,
          latentVectors(problems, space.words.length),
          problems,
          sites,
          kinds,
          SETTINGS.place,
        )
  const attached = attachFragments(gathered, space, problems, sites, neighbours, SETTINGS.attach)
  const matterOf = new Int32Array(items.length)
  matters.forEach((members, matter) => {
    for (const item of members) matterOf[item] = matter
  })
  return { voices, items, space, problems, sites, matters, matterOf, issues: attached }
}

function comparePlacesOf(a: VoiceSites | undefined, b: VoiceSites | undefined): string {
  return a && b ? comparePlaces(profileOf(a), profileOf(b)) : 'unknown'
}

/** A title of this many letters is no coincidence, unless many bear it: then it is a form heading. */
const TELLING_TITLE = 12
const MOST_BEARERS = 6
const NEAR_DAYS = 60

/** Items under one telling title, sent within two months of each other, start as one group. */
function groupByTitle(voices: readonly (TopicVoice | undefined)[]): number[][] {
  const byTitle = new Map<string, number[]>()
  voices.forEach((voice, item) => {
    const key = titleText(voice?.title ?? '').replace(/[^\p{L}\p{N}]+/gu, '')
    const own = key.length >= TELLING_TITLE ? key : `#${String(item)}`
    byTitle.set(own, [...(byTitle.get(own) ?? []), item])
  })
  return [...byTitle.values()]
    .flatMap((items) =>
      items.length > 1 && isOneMatter(items, voices) ? [items] : items.map((item) => [item]),
    )
    .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
}

function isOneMatter(items: readonly number[], voices: readonly (TopicVoice | undefined)[]): boolean {
  const days = items.flatMap((item) => dayOf(voices[item]?.createdAt ?? null) ?? [])
  return items.length <= MOST_BEARERS && Math.max(...days, 0) - Math.min(...days, Infinity) <= NEAR_DAYS
}
