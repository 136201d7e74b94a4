/** Voices compared within one bucket: the earliest ones. A bucket of thousands costs no more than one of eight. */
export const WINDOW = 8

/** Buckets by key, each holding its first `WINDOW` voices; open addressing in typed arrays. */
export class BucketWindows {
  readonly #mask: number
  readonly #keys: Uint32Array
  /** The first voice of the bucket, +1; 0 for a free slot. Most buckets have one voice only. */
  readonly #firsts: Int32Array
  /** Where the later voices lie: entry of the last one put in, +1. */
  readonly #lasts: Int32Array
  readonly #voices: Int32Array
  readonly #before: Int32Array
  #used = 0

  /** @param entries most voices that may be put in, counted once per key */
  constructor(entries: number) {
    let size = 64
    while (size < entries * 1.5) size *= 2
    this.#mask = size - 1
    this.#keys = new Uint32Array(size)
    this.#firsts = new Int32Array(size)
    this.#lasts = new Int32Array(size)
    this.#voices = new Int32Array(entries)
    this.#before = new Int32Array(entries)
  }

  /**
   * Writes the voices that came earlier under this key into `earlier` from `from` on, then puts `voice` in if there is
   * room. Returns the end of what was written.
   */
  visit(key: number, voice: number, earlier: Int32Array, from: number): number {
    let slot = (key ^ (key >>> 15)) & this.#mask
    while (this.#firsts[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & this.#mask
    const first = this.#firsts[slot] ?? 0
    if (first === 0) {
      this.#firsts[slot] = voice + 1
      this.#keys[slot] = key
      return from
    }
    let end = from
    earlier[end++] = first - 1
    for (let entry = this.#lasts[slot] ?? 0; entry !== 0; entry = this.#before[entry - 1] ?? 0)
      earlier[end++] = this.#voices[entry - 1] ?? 0
    if (end - from < WINDOW) this.#put(slot, voice)
    return end
  }

  #put(slot: number, voice: number): void {
    this.#voices[this.#used] = voice
    this.#before[this.#used] = this.#lasts[slot] ?? 0
    this.#lasts[slot] = ++this.#used
  }
}
