/** Voices compared within one bucket: the earliest ones. A bucket of thousands costs no more than one of eight. */
export const WINDOW = 8

/** Numbers of one slot: its key; its first voice, +1, 0 for a free slot; entry of the last voice put in later, +1. */
const SLOT = { size: 4, key: 0, first: 1, last: 2 } as const

/** Buckets by key, each holding its first `WINDOW` voices; open addressing with one slot to a cache line's part. */
export class BucketWindows {
  readonly #mask: number
  readonly #slots: Int32Array
  /** Most buckets have one voice only; the later ones lie here, each with the entry of the one before it. */
  readonly #entries: Int32Array
  #used = 0

  /** @param entries most voices that may be put in, counted once per key */
  constructor(entries: number) {
    let size = 64
    while (size < entries * 1.25) size *= 2
    this.#mask = size - 1
    this.#slots = new Int32Array(size * SLOT.size)
    this.#entries = new Int32Array(entries * 2)
  }

  /**
   * Writes the voices that came earlier under this key into `earlier` from `from` on, then puts `voice` in if there is
   * room. Returns the end of what was written.
   */
  visit(key: number, voice: number, earlier: Int32Array, from: number): number {
    const slots = this.#slots
    const wanted = key | 0
    let slot = (key ^ (key >>> 15)) & this.#mask
    while (slots[slot * SLOT.size + SLOT.first] !== 0 && slots[slot * SLOT.size] !== wanted)
      slot = (slot + 1) & this.#mask
    const at = slot * SLOT.size
    const first = slots[at + SLOT.first] ?? 0
    if (first === 0) {
      slots[at + SLOT.first] = voice + 1
      slots[at] = wanted
      return from
    }
    const entries = this.#entries
    let end = from
    earlier[end++] = first - 1
    for (let entry = slots[at + SLOT.last] ?? 0; entry !== 0; entry = entries[2 * entry - 1] ?? 0)
      earlier[end++] = entries[2 * entry - 2] ?? 0
    if (end - from < WINDOW) {
      entries[2 * this.#used] = voice
      entries[2 * this.#used + 1] = slots[at + SLOT.last] ?? 0
      slots[at + SLOT.last] = ++this.#used
    }
    return end
  }
}
