import { inOpening, inRest, inTitle, KINDS, type GramList } from './grams.ts'

/**
 * A text as counted grams, kind by kind: `counts` weighs title and opening double, `titles` counts the title alone.
 * Counts stop at 255.
 */
export interface CountedGrams {
  ids: Uint32Array
  counts: Uint8Array
  titles: Uint8Array
  /** Where each kind of gram ends. */
  ends: Uint32Array
}

const FIRST_SIZE = 1 << 11
export const MOST_COUNT = 255

/** What one occurrence adds: people say what they want in the title and the first lines. */
export const partWeights = Uint8Array.from({ length: 3 }, (_, part) => (part === inRest ? 1 : 2))

/** Words of one slot of the table: id, stamp, count, count in the title. */
export const slotAt = { id: 0, stamp: 1, count: 2, title: 3 } as const
const SLOT = 4

/**
 * Counts grams in one reused open-addressing table that fits into the processor's first cache for letters of usual
 * length. A slot belongs to the current text when its stamp is the current one, so nothing is cleared between texts.
 */
export class GramCounter {
  /** Slots of four numbers, see `slotAt`. */
  table = new Uint32Array(FIRST_SIZE * SLOT)
  /** Where in the table each gram stands, in the order of first occurrence. */
  used = new Uint32Array(FIRST_SIZE)
  /** Where in `used` each kind of gram ends. */
  readonly ends = new Uint32Array(KINDS)
  private size = 0
  private stamp = 0

  /** Counts one text in the table. */
  tally(list: GramList): void {
    this.size = 0
    this.stamp++
    let from = 0
    for (let kind = 0; kind < KINDS; kind++) {
      const to = list.ends[kind] ?? 0
      for (let at = from; at < to; at++) {
        const part = list.parts[at] ?? inOpening
        this.add(list.ids[at] ?? 0, partWeights[part] ?? 1, part === inTitle ? 1 : 0)
      }
      from = to
      this.ends[kind] = this.size
    }
  }

  /** Counts one text; what is returned stays as it is when the next one is counted. */
  count(list: GramList): CountedGrams {
    this.tally(list)
    return this.copy()
  }

  /** The text tallied last; stays as it is when the next one is tallied. */
  copy(): CountedGrams {
    const { table, size } = this
    const ids = new Uint32Array(size)
    const counts = new Uint8Array(size)
    const titles = new Uint8Array(size)
    for (let place = 0; place < size; place++) {
      const at = this.used[place] ?? 0
      ids[place] = table[at] ?? 0
      counts[place] = Math.min(MOST_COUNT, table[at + slotAt.count] ?? 0)
      titles[place] = Math.min(MOST_COUNT, table[at + slotAt.title] ?? 0)
    }
    return { ids, counts, titles, ends: this.ends.slice() }
  }

  private add(id: number, count: number, title: number): void {
    let at = this.find(id)
    if (this.table[at + slotAt.stamp] !== this.stamp) {
      if (this.size * 2 >= this.used.length) {
        this.grow()
        at = this.find(id)
      }
      this.put(at, id, count, title)
      return
    }
    this.table[at + slotAt.count] = (this.table[at + slotAt.count] ?? 0) + count
    this.table[at + slotAt.title] = (this.table[at + slotAt.title] ?? 0) + title
  }

  /** Where the gram stands, or the free place where it belongs. */
  private find(id: number): number {
    const { table, stamp } = this
    const mask = table.length - 1
    let at = (id << 2) & mask
    while (table[at + slotAt.stamp] === stamp && table[at] !== id) at = (at + SLOT) & mask
    return at
  }

  private put(at: number, id: number, count: number, title: number): void {
    const { table } = this
    table[at] = id
    table[at + slotAt.stamp] = this.stamp
    table[at + slotAt.count] = count
    table[at + slotAt.title] = title
    this.used[this.size++] = at
  }

  private grow(): void {
    const { table, used, size } = this
    this.table = new Uint32Array(table.length * 2)
    this.used = new Uint32Array(used.length * 2)
    this.size = 0
    for (const at of used.subarray(0, size)) {
      const id = table[at] ?? 0
      this.put(this.find(id), id, table[at + slotAt.count] ?? 0, table[at + slotAt.title] ?? 0)
    }
  }
}
