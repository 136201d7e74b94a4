/** Voices compared within one bucket: the earliest ones. A bucket of thousands costs no more than one of sixteen. */
export const WINDOW = 16

/** Buckets by key, each holding its first `WINDOW` voices; open addressing in typed arrays. */
export class BucketWindows {
  readonly #mask: number
  readonly #keys: Uint32Array
  readonly #counts: Uint8Array
  readonly #heads: Int32Array
  readonly #nodes: Int32Array
  readonly #next: Int32Array
  #used = 0

  /** @param entries most voices that may be put in, counted once per key */
  constructor(entries: number) {
    let size = 64
    while (size < entries * 1.6) size *= 2
    this.#mask = size - 1
    this.#keys = new Uint32Array(size)
    this.#counts = new Uint8Array(size)
    this.#heads = new Int32Array(size)
    this.#nodes = new Int32Array(entries)
    this.#next = new Int32Array(entries)
  }

  /** Calls back with the voices that came earlier under this key, then puts `voice` in if there is room. */
  visit(key: number, voice: number, earlier: (voice: number) => void): void {
    let slot = key & this.#mask
    while (this.#counts[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & this.#mask
    const count = this.#counts[slot] ?? 0
    let node = this.#heads[slot] ?? 0
    for (let index = 0; index < count; index++) {
      earlier(this.#nodes[node] ?? 0)
      node = this.#next[node] ?? 0
    }
    if (count >= WINDOW) return
    this.#nodes[this.#used] = voice
    this.#next[this.#used] = this.#heads[slot] ?? 0
    this.#keys[slot] = key
    this.#heads[slot] = this.#used++
    this.#counts[slot] = count + 1
  }
}
