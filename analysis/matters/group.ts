import { BucketWindows, WINDOW } from './bucket-windows.ts'
import { MOST_KEYS, writeKeys } from './keys.ts'
import { STRIDE, type SketchTable } from './layout.ts'
import { emptyLinks, LinkTable, type LinkData } from './link-table.ts'
import { relate } from './relation.ts'
import { placeVoice, type Standing } from './standing.ts'

/** Bucket entries held at a time by one thread; more voices are linked in several passes over the keys. */
const ENTRIES_AT_ONCE = 6_000_000

/** Plain data about voices by position. */
export interface Grouping {
  readonly links: LinkData
  readonly standings: StandingTable
}

/**
 * Groups all voices from their sketches, which stand in canonical order: earliest first (see `positionOf`). Every voice
 * meets the earliest voices of each of its buckets only, so the work grows with the number of voices and keys; the
 * result is a function of the set of voices, whatever the order in which they were read.
 */
export function groupSketches(table: SketchTable): Grouping {
  const links = linkShare(table, 0, 1)
  return { links, standings: standAll(table, links) }
}

/**
 * The links that some of the keys lead to: those of share `share` of `shares`. Keys are dealt out and not voices, so
 * that no thread holds the buckets of another; `mergeLinks` puts the shares together.
 */
export function linkShare(table: SketchTable, share: number, shares: number): LinkData {
  const size = sizeOf(table)
  const data = emptyLinks(size)
  const links = new LinkTable(data)
  const passes = Math.max(1, Math.ceil((size * MOST_KEYS) / shares / ENTRIES_AT_ONCE))
  for (let pass = 0; pass < passes; pass++)
    linkPart(table, size, links, pass * shares + share, passes * shares)
  return data
}

/** Links of several shares as one. */
export function mergeLinks(shares: readonly LinkData[]): LinkData {
  const [first = emptyLinks(0), ...others] = shares
  const links = new LinkTable(first)
  for (const other of others) links.merge(other)
  return first
}

function sizeOf(table: SketchTable): number {
  return Math.floor(table.length / STRIDE)
}

function linkPart(table: SketchTable, size: number, links: LinkTable, part: number, parts: number): void {
  const buckets = new BucketWindows(Math.ceil((size * MOST_KEYS) / parts) + 4 * MOST_KEYS + 1024)
  const met = new Int32Array(MOST_KEYS * WINDOW)
  const keys = new Uint32Array(MOST_KEYS)
  const seen = new Int32Array(size).fill(-1)
  const [one, other] = [new SketchAt(table), new SketchAt(table)]
  for (let voice = 0; voice < size; voice++) {
    one.at = voice * STRIDE
    const count = writeKeys(table, one.at, keys)
    let end = 0
    for (let index = 0; index < count; index++) {
      const key = keys[index] ?? 0
      if (parts === 1 || (key >>> 4) % parts === part) end = buckets.visit(key, voice, met, end)
    }
    for (let index = 0; index < end; index++) {
      const earlier = met[index] ?? 0
      if (seen[earlier] === voice) continue
      seen[earlier] = voice
      other.at = earlier * STRIDE
      const relation = relate(one, other)
      if (relation) links.add(voice, earlier, relation)
    }
  }
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
