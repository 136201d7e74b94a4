import { BucketWindows, emptyBuckets, WINDOW, type BucketData } from './bucket-windows.ts'
import { emptyKeys, fillKeys, type KeyTable } from './key-table.ts'
import { MOST_KEYS } from './keys.ts'
import { STRIDE, type SketchTable } from './layout.ts'
import { emptyLinks, LinkTable, type LinkData } from './link-table.ts'
import { relate } from './relation.ts'
import { RepeatedKeys } from './repeated-keys.ts'
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

/** The buckets of a share of the keys. Those that only one voice has are left out. */
export function fillBuckets(table: KeyTable, share: number, shares: number): BucketData {
  const repeated = new RepeatedKeys(Math.ceil(table.keys.length / shares))
  visitKeys(table, share, shares, (key) => {
    repeated.note(key)
  })
  let entries = 0
  visitKeys(table, share, shares, (key) => {
    if (repeated.has(key)) entries++
  })
  const data = emptyBuckets(entries)
  const buckets = new BucketWindows(data)
  visitKeys(table, share, shares, (key, voice) => {
    if (repeated.has(key)) buckets.put(key, voice)
  })
  return data
}

const shareOf = (key: number, shares: number): number => (key >>> 4) % shares

/** Tells the keys of a share, voice after voice. */
function visitKeys(
  { keys, counts }: KeyTable,
  share: number,
  shares: number,
  visit: (key: number, voice: number) => void,
): void {
  for (let voice = 0; voice < counts.length; voice++) {
    const from = voice * MOST_KEYS
    const to = from + (counts[voice] ?? 0)
    for (let at = from; at < to; at++) {
      const key = keys[at] ?? 0
      if (shareOf(key, shares) === share) visit(key, voice)
    }
  }
}

/** What linking reads, and the links it writes. */
export interface LinkTask {
  readonly table: SketchTable
  readonly keys: KeyTable
  /** By share of the keys. */
  readonly buckets: readonly BucketData[]
  readonly links: LinkData
}

/** Links a share of the voices with earlier ones; each pair is compared once, however many buckets it shares. */
export function linkShare(
  { table, keys, buckets, links: data }: LinkTask,
  share: number,
  shares: number,
): void {
  const windows = buckets.map((bucket) => new BucketWindows(bucket))
  const links = new LinkTable(data)
  const met = new Int32Array(MOST_KEYS * WINDOW)
  const seen = new Int32Array(keys.counts.length).fill(-1)
  const [one, other] = [new SketchAt(table), new SketchAt(table)]
  const terms = new TermProbe()
  const dotOfTerms = (): number => terms.dot(table, other.at)
  for (const [from, to] of ofShare(keys.counts.length, share, shares)) {
    for (let voice = from; voice < to; voice++) {
      one.at = voice * STRIDE
      terms.hold(table, one.at)
      const end = earlierOf(voice, keys, windows, met)
      for (let index = 0; index < end; index++) {
        const earlier = met[index] ?? 0
        if (seen[earlier] === voice) continue
        seen[earlier] = voice
        other.at = earlier * STRIDE
        const relation = relate(one, other, 0, dotOfTerms)
        if (relation) links.add(voice, earlier, relation)
      }
    }
  }
}

/** Writes the earlier voices that a voice meets in its buckets into `met`, some more than once; returns the end. */
function earlierOf(
  voice: number,
  { keys, counts }: KeyTable,
  windows: readonly BucketWindows[],
  met: Int32Array,
): number {
  const from = voice * MOST_KEYS
  const to = from + (counts[voice] ?? 0)
  let end = 0
  for (let at = from; at < to; at++) {
    const key = keys[at] ?? 0
    end = windows[shareOf(key, windows.length)]?.earlier(key, voice, met, end) ?? end
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
