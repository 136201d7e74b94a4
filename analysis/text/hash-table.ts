/**
 * Hash → number, open addressing on two typed arrays: a map of some hundred thousand words costs each thread forty
 * megabytes. 0 marks a free slot and is no hash.
 */
export class HashTable {
  readonly #keys: Uint32Array
  readonly #values: Float32Array

  /** @param entries the most there will be */
  constructor(entries: number) {
    let size = 16
    while (size < entries * 2) size *= 2
    this.#keys = new Uint32Array(size)
    this.#values = new Float32Array(size)
  }

  set(hash: number, value: number): void {
    const slot = this.#slotOf(hash)
    this.#keys[slot] = hash
    this.#values[slot] = value
  }

  get(hash: number): number | undefined {
    const slot = this.#slotOf(hash)
    return this.#keys[slot] === hash ? this.#values[slot] : undefined
  }

  #slotOf(hash: number): number {
    const mask = this.#keys.length - 1
    let slot = hash & mask
    while (this.#keys[slot] !== 0 && this.#keys[slot] !== hash) slot = (slot + 1) & mask
    return slot
  }
}
