import { BucketWindows, WINDOW } from './bucket-windows.ts'
import { keysOf } from './keys.ts'
import { STRIDE, type SketchTable } from './layout.ts'
import { emptyLinks, LinkTable, type LinkData } from './link-table.ts'
import { relate } from './relation.ts'
import { placeVoice, type Standing } from './standing.ts'

/** Keys of a voice at most, as `keysOf` makes them. */
const MOST_KEYS = 34
/** Bucket entries held at a time; more voices are grouped in several passes over the keys. */
const ENTRIES_AT_ONCE = 8_000_000

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
  const size = Math.floor(table.length / STRIDE)
  const data = emptyLinks(size)
  const links = new LinkTable(data)
  const parts = Math.max(1, Math.ceil((size * MOST_KEYS) / ENTRIES_AT_ONCE))
  for (let part = 0; part < parts; part++) linkPart(table, size, links, part, parts)
  return { links: data, standings: standAll(table, size, links) }
}

function linkPart(table: SketchTable, size: number, links: LinkTable, part: number, parts: number): void {
  const buckets = new BucketWindows(Math.ceil((size * MOST_KEYS) / parts) + 4 * MOST_KEYS + 1024)
  const met = new Int32Array(MOST_KEYS * WINDOW)
  const seen = new Int32Array(size).fill(-1)
  const [one, other] = [new SketchAt(table), new SketchAt(table)]
  for (let voice = 0; voice < size; voice++) {
    one.at = voice * STRIDE
    let end = 0
    for (const key of keysOf(table, one.at))
      if (parts === 1 || (key >>> 4) % parts === part) end = buckets.visit(key, voice, met, end)
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

function standAll(table: SketchTable, size: number, links: LinkTable): StandingTable {
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
