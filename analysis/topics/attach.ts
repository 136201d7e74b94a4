import { comparePlaces, isPlaced, joinProfiles, profileOf, type PlaceProfile } from './place-profile.ts'
import type { Neighbour } from './neighbours.ts'
import { NO_SITES, type VoiceSites } from './sites.ts'
import { dotVector, sumOf, type TermSum } from './term-sums.ts'
import type { SparseVector, VectorSpace } from './vectors.ts'

export interface AttachOptions {
  /** Groups of at least this many take in fragments. */
  core: number
  /** A fragment's voice must be at least this share as like the core as the core's middle member. */
  relative: number
  /** The same for a fragment that does not name the core's place. */
  elsewhere: number
  /** … and at least this like it. */
  minimum: number
}

interface Core {
  group: number
  members: readonly number[]
  sum: TermSum
  problem: TermSum
  places: PlaceProfile
  /** Middle likeness of a member to the others. */
  cohesion: number
  problemCohesion: number
  signature: ReadonlySet<number>
}

/** Share of a core's members that must hold a signature term, and how many times more often than everyone. */
const SIGNATURE_SHARE = 0.35
const SIGNATURE_LIFT = 6
const MIN_SHARED_SIGNATURE = 2

/**
 * Second pass: fragments left by the first (other wording, short letters) join the core they are like, judged against
 * the core's own cohesion instead of one threshold for all. A fragment joins whole or not at all, and only one core.
 */
export function attachFragments(
  groups: readonly (readonly number[])[],
  space: VectorSpace,
  problems: readonly SparseVector[],
  sites: readonly VoiceSites[],
  neighbours: readonly (readonly Neighbour[])[],
  options: AttachOptions,
): number[][] {
  const groupOf = new Int32Array(space.size)
  groups.forEach((members, group) => {
    for (const item of members) groupOf[item] = group
  })
  const cores = new Map<number, Core>()
  groups.forEach((members, group) => {
    if (members.length >= options.core) cores.set(group, coreOf(group, members, space, problems, sites))
  })
  const target = groups.map((members, group) => {
    let best = { group, score: 0 }
    for (const near of nearGroups(members, groupOf, neighbours)) {
      const core = cores.get(near)
      if (!core || near === group || members.length * 2 > core.members.length) continue
      const score = likeness(members, core, space, problems, sites, options)
      if (score > best.score) best = { group: near, score }
    }
    return best.group
  })
  const joined = groups.map((members, group) => (target[group] === group ? [...members] : []))
  groups.forEach((members, group) => {
    const into = target[group] ?? group
    if (into !== group) joined[into]?.push(...members)
  })
  return joined.filter((members) => members.length > 0).map((members) => members.sort((a, b) => a - b))
}

function nearGroups(
  members: readonly number[],
  groupOf: Int32Array,
  neighbours: readonly (readonly Neighbour[])[],
): number[] {
  const near = new Set<number>()
  for (const item of members) for (const other of neighbours[item] ?? []) near.add(groupOf[other.item] ?? -1)
  return [...near].sort((a, b) => a - b)
}

function coreOf(
  group: number,
  members: readonly number[],
  space: VectorSpace,
  problems: readonly SparseVector[],
  sites: readonly VoiceSites[],
): Core {
  const vectors = members.flatMap((item) => space.vectors[item] ?? [])
  const own = members.flatMap((item) => problems[item] ?? [])
  const sum = sumOf(vectors)
  const problem = sumOf(own)
  const places = members.map((item) => profileOf(sites[item] ?? NO_SITES))
  return {
    group,
    members,
    sum,
    problem,
    places: places.reduce(joinProfiles),
    cohesion: middleLikeness(vectors, sum),
    problemCohesion: middleLikeness(own, problem),
    signature: signatureOf(vectors, space),
  }
}

function middleLikeness(vectors: readonly SparseVector[], sum: TermSum): number {
  const values = vectors.map((vector) => (dotVector(sum, vector) - 1) / Math.max(1, vectors.length - 1))
  values.sort((a, b) => a - b)
  return values[Math.floor(values.length / 2)] ?? 0
}

/** Terms that mark the core: held by many of its members and by few others. */
function signatureOf(vectors: readonly SparseVector[], space: VectorSpace): Set<number> {
  const counts = new Map<number, number>()
  for (const vector of vectors) for (const term of vector.terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  const signature = new Set<number>()
  for (const [term, count] of counts) {
    const share = count / vectors.length
    const everywhere = (space.frequency[term] ?? 0) / space.size
    const word = space.words[term] ?? ''
    if (share >= SIGNATURE_SHARE && share >= SIGNATURE_LIFT * everywhere && !word.startsWith('='))
      signature.add(term)
  }
  return signature
}

/** Mean likeness of a fragment to a core, relative to the core's cohesion; 0 when it does not belong. */
function likeness(
  members: readonly number[],
  core: Core,
  space: VectorSpace,
  problems: readonly SparseVector[],
  sites: readonly VoiceSites[],
  options: AttachOptions,
): number {
  let similarity = 0
  let sameProblem = 0
  let signed = 0
  for (const item of members) {
    const vector = space.vectors[item]
    const problem = problems[item]
    if (!vector || !problem) continue
    similarity += dotVector(core.sum, vector) / core.members.length / members.length
    sameProblem += dotVector(core.problem, problem) / core.members.length / members.length
    const shared = vector.terms.reduce((count, term) => count + (core.signature.has(term) ? 1 : 0), 0)
    if (shared >= MIN_SHARED_SIGNATURE) signed++
  }
  const places = members.map((item) => profileOf(sites[item] ?? NO_SITES)).reduce(joinProfiles)
  const relation = comparePlaces(core.places, places)
  if (relation === 'different' || signed * 2 <= members.length) return 0
  const relative = relation === 'unknown' && isPlaced(core.places) ? options.elsewhere : options.relative
  const isLike = similarity >= Math.max(options.minimum, relative * core.cohesion)
  return isLike && sameProblem >= relative * core.problemCohesion ? similarity / core.cohesion : 0
}
