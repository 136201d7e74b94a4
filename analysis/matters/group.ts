import { fillBuckets, shareOf, WINDOW, type BucketWindows } from './bucket-windows.ts'
import { emptyKeys, fillKeys, type KeyTable } from './key-table.ts'
import { MOST_KEYS } from './keys.ts'
import { STRIDE, type SketchTable } from './layout.ts'
import { emptyLinks, LinkTable, type LinkData } from './link-table.ts'
import { relate } from './relation.ts'
import { ofShare } from './shares.ts'
import { placeVoice, type Standing } from './standing.ts'
import { TermProbe } from './term-probe.ts'

/** Plain data about voices by position. */
export interface Grouping {
  readonly keys: KeyTable
  readonly links: LinkData
  readonly standings: StandingTable
}

/**
 * Groups all voices from their sketches, which stand in canonical order: earliest first (see `positionOf`). Every voice
 * meets the earliest voices of each of its buckets only, so the work grows with the number of voices and keys; the
 * result is a function of the set of voices, whatever the order in which they were read.
 */
export function groupSketches(table: SketchTable): Grouping {
  const keys = emptyKeys(sizeOf(table))
  fillKeys(table, keys, 0, 1)
  const links = emptyLinks(sizeOf(table))
  linkShare({ table, keys, buckets: [fillBuckets(keys, 0, 1)], links }, 0, 1)
  return { keys, links, standings: standAll(table, links) }
}

export function sizeOf(table: SketchTable): number {
  return Math.floor(table.length / STRIDE)
}

/** What linking reads, and the links it writes. */
export interface LinkTask {
  readonly table: SketchTable
  readonly keys: KeyTable
  /** By share of the keys. */
  readonly buckets: readonly BucketWindows[]
  readonly links: LinkData
}

/** Links a share of the voices with earlier ones; each pair is compared once, however many buckets it shares. */
export function linkShare(task: LinkTask, share: number, shares: number): void {
  const { table, keys } = task
  const links = new LinkTable(task.links)
  const met = new Int32Array(MOST_KEYS * WINDOW)
  const seen = new Int32Array(keys.counts.length).fill(-1)
  const [one, other] = [new SketchAt(table), new SketchAt(table)]
  const terms = new TermProbe()
  const dotOfTerms = (): number => terms.dot(table, other.at)
  for (const [from, to] of ofShare(keys.counts.length, share, shares)) {
    for (let voice = from; voice < to; voice++) {
      one.at = voice * STRIDE
      terms.hold(table, one.at)
      const end = earlierOf(voice, task, met, seen)
      for (let index = 0; index < end; index++) {
        const earlier = met[index] ?? 0
        other.at = earlier * STRIDE
        const relation = relate(one, other, 0, dotOfTerms)
        if (relation) links.add(voice, earlier, relation)
      }
    }
  }
}

/** Writes the earlier voices that a voice meets in its buckets into `met`, each once; returns how many there are. */
function earlierOf(voice: number, { keys, buckets }: LinkTask, met: Int32Array, seen: Int32Array): number {
  const from = voice * MOST_KEYS
  const to = from + (keys.counts[voice] ?? 0)
  let end = 0
  for (let at = from; at < to; at++) {
    const place = keys.places[at] ?? 0
    if (place === 0) continue
    const windows = buckets[shareOf(keys.keys[at] ?? 0, buckets.length)]
    if (windows === undefined) continue
    const last = place + (windows[place] ?? 0)
    for (let entry = place + 1; entry <= last; entry++) {
      const earlier = windows[entry] ?? voice
      if (earlier >= voice) break
      if (seen[earlier] === voice) continue
      seen[earlier] = voice
      met[end++] = earlier
    }
  }
  return end
}

/** A place in a table that moves, so that no object is made per pair. */
class SketchAt {
  readonly table: SketchTable
  at = 0

  constructor(table: SketchTable) {
    this.table = table
  }
}

/** Where every voice stands, by position. */
export interface StandingTable {
  readonly matter: Int32Array
  readonly copy: Int32Array
  /** 0 none, 1 exact, 2 near. */
  readonly copyTier: Uint8Array
  readonly similarity: Float32Array
}

/** Places every voice by its links, earliest first. */
export function standAll(table: SketchTable, data: LinkData): StandingTable {
  const size = sizeOf(table)
  const links = new LinkTable(data)
  const standings = {
    matter: new Int32Array(size),
    copy: new Int32Array(size),
    copyTier: new Uint8Array(size),
    similarity: new Float32Array(size),
  }
  const of = (voice: number): Standing<number> => ({
    matter: standings.matter[voice] ?? voice,
    copy: standings.copy[voice] ?? voice,
    copyTier: null,
    similarity: 1,
  })
  for (let voice = 0; voice < size; voice++) {
    const standing = placeVoice(voice, links.of(voice), of, (one) => ({ table, at: one * STRIDE }))
    standings.matter[voice] = standing.matter
    standings.copy[voice] = standing.copy
    standings.copyTier[voice] = standing.copyTier === null ? 0 : standing.copyTier === 'exact' ? 1 : 2
    standings.similarity[voice] = standing.similarity
  }
  return standings
}
