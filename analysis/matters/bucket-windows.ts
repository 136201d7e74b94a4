import { MOST_KEYS } from './keys.ts'
import type { KeyTable } from './key-table.ts'
import { RepeatedKeys } from './repeated-keys.ts'

/** Voices compared within one bucket: the earliest ones. A bucket of thousands costs no more than one of eight. */
export const WINDOW = 8

/**
 * The buckets of a share of the keys, in shared memory: each a number of voices and then the voices, earliest first, at
 * most `WINDOW`. Place 0 is no bucket.
 */
export type BucketWindows = Int32Array

/** Which share of the buckets a key belongs to. */
export const shareOf = (key: number, shares: number): number => (key >>> 4) % shares

/**
 * Collects the buckets of a share of the keys and writes into `table.places` where each key's bucket lies. Keys that
 * only one voice has get none.
 */
export function fillBuckets(table: KeyTable, share: number, shares: number): BucketWindows {
  const { keys, places } = table
  const entries = repeatedOf(table, share, shares)
  const slots = new KeySlots(entries.length)
  for (const at of entries) slots.count(keys[at] ?? 0)
  const windows = new Int32Array(new SharedArrayBuffer(slots.layOut() * 4))
  for (const at of entries) {
    const place = slots.placeOf(keys[at] ?? 0)
    if (place === 0) continue
    places[at] = place
    const voices = windows[place] ?? 0
    if (voices === WINDOW) continue
    windows[place] = voices + 1
    windows[place + voices + 1] = Math.floor(at / MOST_KEYS)
  }
  return windows
}

/** Where the keys of a share stand that more than one voice may have, voice after voice. */
function repeatedOf({ keys, counts }: KeyTable, share: number, shares: number): Int32Array {
  const repeated = new RepeatedKeys(Math.ceil(keys.length / shares))
  const own = new Int32Array(keys.length)
  let end = 0
  for (let voice = 0; voice < counts.length; voice++) {
    const from = voice * MOST_KEYS
    const to = from + (counts[voice] ?? 0)
    for (let at = from; at < to; at++) {
      const key = keys[at] ?? 0
      if (shareOf(key, shares) !== share) continue
      repeated.note(key)
      own[end++] = at
    }
  }
  let kept = 0
  for (let index = 0; index < end; index++) {
    const at = own[index] ?? 0
    if (repeated.has(keys[at] ?? 0)) own[kept++] = at
  }
  return own.subarray(0, kept)
}

/** Key → count, then place; open addressing, two numbers to a slot. */
class KeySlots {
  readonly #mask: number
  /** Key, and how many voices have it (0 for a free slot); after `layOut` the key's place. */
  readonly #slots: Int32Array

  /** @param entries voices that will be counted, once per key */
  constructor(entries: number) {
    let size = 64
    while (size < entries * 1.25) size *= 2
    this.#mask = size - 1
    this.#slots = new Int32Array(size * 2)
  }

  count(key: number): void {
    const at = this.#find(key)
    this.#slots[at] = key | 0
    this.#slots[at + 1] = (this.#slots[at + 1] ?? 0) + 1
  }

  /** Gives every key that came more than once its place; the others get -1. Returns the length of all windows. */
  layOut(): number {
    const slots = this.#slots
    let end = 1
    for (let at = 1; at < slots.length; at += 2) {
      const voices = slots[at] ?? 0
      if (voices === 0) continue
      slots[at] = voices === 1 ? -1 : end
      if (voices > 1) end += 1 + Math.min(voices, WINDOW)
    }
    return end
  }

  /** 0 for none. */
  placeOf(key: number): number {
    return Math.max(0, this.#slots[this.#find(key) + 1] ?? 0)
  }

  /** Where the key's slot begins, or the free one where it belongs. */
  #find(key: number): number {
    const slots = this.#slots
    const wanted = key | 0
    let slot = (key ^ (key >>> 15)) & this.#mask
    while (slots[2 * slot + 1] !== 0 && slots[2 * slot] !== wanted) slot = (slot + 1) & this.#mask
    return 2 * slot
  }
}
