const BITS_PER_KEY = 4

/**
 * Which keys came more than once, in two bits for each of a hash: most keys of a voice are its own alone and lead to
 * nobody. May take a key for repeated that is not, never the other way round.
 */
export class RepeatedKeys {
  readonly #once: Uint32Array
  readonly #again: Uint32Array
  readonly #mask: number

  /** @param keys how many there will be */
  constructor(keys: number) {
    let bits = 1024
    while (bits < keys * BITS_PER_KEY) bits *= 2
    this.#mask = bits - 1
    this.#once = new Uint32Array(bits / 32)
    this.#again = new Uint32Array(bits / 32)
  }

  note(key: number): void {
    const word = (key & this.#mask) >>> 5
    const bit = 1 << (key & 31)
    const once = this.#once[word] ?? 0
    if ((once & bit) === 0) this.#once[word] = once | bit
    else this.#again[word] = (this.#again[word] ?? 0) | bit
  }

  has(key: number): boolean {
    return ((this.#again[(key & this.#mask) >>> 5] ?? 0) & (1 << (key & 31))) !== 0
  }
}
