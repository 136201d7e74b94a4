/** Voices compared within one bucket: the earliest ones. A bucket of thousands costs no more than one of eight. */
export const WINDOW = 8

/** Numbers of one slot: its key; its first voice, +1, 0 for a free slot; entry of the last voice put in later, +1; how many voices. */
const SLOT = { size: 4, key: 0, first: 1, last: 2, count: 3 } as const

/** Shared memory, so that threads read buckets that others filled. */
export interface BucketData {
  readonly slots: Int32Array
  /** Most buckets have few voices; all but the first lie here, each with the entry of the one before it. */
  readonly entries: Int32Array
}

/** @param most voices that may be put in, counted once per key */
export function emptyBuckets(most: number): BucketData {
  let size = 64
  while (size < most * 1.25) size *= 2
  return { slots: sharedNumbers(size * SLOT.size), entries: sharedNumbers(most * 2) }
}

function sharedNumbers(length: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(length * 4))
}

/** Buckets by key, each holding its first `WINDOW` voices; open addressing with one slot to a cache line's part. */
export class BucketWindows {
  readonly #mask: number
  readonly #slots: Int32Array
  readonly #entries: Int32Array
  #used = 0

  constructor({ slots, entries }: BucketData) {
    this.#slots = slots
    this.#entries = entries
    this.#mask = slots.length / SLOT.size - 1
  }

  /** Puts a voice in if there is room. Voices come in their order. */
  put(key: number, voice: number): void {
    const slots = this.#slots
    const at = this.#find(key)
    const count = slots[at + SLOT.count] ?? 0
    if (count === WINDOW) return
    slots[at + SLOT.count] = count + 1
    if (count === 0) {
      slots[at + SLOT.key] = key | 0
      slots[at + SLOT.first] = voice + 1
      return
    }
    this.#entries[2 * this.#used] = voice
    this.#entries[2 * this.#used + 1] = slots[at + SLOT.last] ?? 0
    slots[at + SLOT.last] = ++this.#used
  }

  /** Writes the voices under this key that come before `voice` into `found` from `from` on; returns the end. */
  earlier(key: number, voice: number, found: Int32Array, from: number): number {
    const entries = this.#entries
    const at = this.#find(key)
    const first = this.#slots[at + SLOT.first] ?? 0
    if (first === 0 || first > voice) return from
    let end = from
    found[end++] = first - 1
    for (let entry = this.#slots[at + SLOT.last] ?? 0; entry !== 0; entry = entries[2 * entry - 1] ?? 0) {
      const other = entries[2 * entry - 2] ?? 0
      if (other < voice) found[end++] = other
    }
    return end
  }

  /** Where the key's slot begins, or the free one where it belongs. */
  #find(key: number): number {
    const slots = this.#slots
    const wanted = key | 0
    let slot = (key ^ (key >>> 15)) & this.#mask
    while (slots[slot * SLOT.size + SLOT.first] !== 0 && slots[slot * SLOT.size] !== wanted)
      slot = (slot + 1) & this.#mask
    return slot * SLOT.size
  }
}
