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

const FIRST_SIZE = 1 << 12
const MOST = 255

/** What one occurrence adds: people say what they want in the title and the first lines. */
export const partWeights = Uint8Array.from({ length: 3 }, (_, part) => (part === inRest ? 1 : 2))

/**
 * Counts grams in one reused open-addressing table: a JavaScript Map boxes keys above 2³¹ and costs several times as
 * much. A slot belongs to the current text when its stamp is the current one, so nothing is cleared between texts.
 */
export class GramCounter {
  private keys = new Uint32Array(FIRST_SIZE)
  private counts = new Uint32Array(FIRST_SIZE)
  private titles = new Uint32Array(FIRST_SIZE)
  private stamps = new Uint32Array(FIRST_SIZE)
  private used = new Uint32Array(FIRST_SIZE)
  private size = 0
  private stamp = 0

  /** Counts one text; grams come in the order of first occurrence. */
  count(list: GramList): CountedGrams {
    this.size = 0
    this.stamp++
    const ends = new Uint32Array(KINDS)
    let from = 0
    for (let kind = 0; kind < KINDS; kind++) {
      const to = list.ends[kind] ?? 0
      for (let at = from; at < to; at++) {
        const part = list.parts[at] ?? inOpening
        this.add(list.ids[at] ?? 0, partWeights[part] ?? 1, part === inTitle ? 1 : 0)
      }
      from = to
      ends[kind] = this.size
    }
    return this.take(ends)
  }

  private add(id: number, count: number, title: number): void {
    let slot = this.slotOf(id)
    if (this.stamps[slot] !== this.stamp) {
      if (this.size * 2 >= this.keys.length) {
        this.grow()
        slot = this.slotOf(id)
      }
      this.put(slot, id, 0, 0)
    }
    this.counts[slot] = (this.counts[slot] ?? 0) + count
    this.titles[slot] = (this.titles[slot] ?? 0) + title
  }

  private take(ends: Uint32Array): CountedGrams {
    const ids = new Uint32Array(this.size)
    const counts = new Uint8Array(this.size)
    const titles = new Uint8Array(this.size)
    for (let place = 0; place < this.size; place++) {
      const slot = this.used[place] ?? 0
      ids[place] = this.keys[slot] ?? 0
      counts[place] = Math.min(MOST, this.counts[slot] ?? 0)
      titles[place] = Math.min(MOST, this.titles[slot] ?? 0)
    }
    return { ids, counts, titles, ends }
  }

  private slotOf(id: number): number {
    const mask = this.keys.length - 1
    let slot = id & mask
    while (this.stamps[slot] === this.stamp && this.keys[slot] !== id) slot = (slot + 1) & mask
    return slot
  }

  private put(slot: number, id: number, count: number, title: number): void {
    this.keys[slot] = id
    this.counts[slot] = count
    this.titles[slot] = title
    this.stamps[slot] = this.stamp
    this.used[this.size++] = slot
  }

  private grow(): void {
    const { keys, counts, titles, used, size } = this
    const length = keys.length * 2
    this.keys = new Uint32Array(length)
    this.counts = new Uint32Array(length)
    this.titles = new Uint32Array(length)
    this.stamps = new Uint32Array(length)
    this.used = new Uint32Array(length)
    this.size = 0
    this.stamp = 1
    for (const slot of used.subarray(0, size))
      this.put(this.slotOf(keys[slot] ?? 0), keys[slot] ?? 0, counts[slot] ?? 0, titles[slot] ?? 0)
  }
}
