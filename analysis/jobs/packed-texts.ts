const decoder = new TextDecoder()
const encoder = new TextEncoder()
/** A UTF-16 code takes at most three bytes of UTF-8. */
const WIDEST = 3

/**
 * Texts by index, kept as UTF-8 outside the heap: millions of short strings would triple the memory that the garbage
 * collector lets the process have.
 */
export class PackedTexts {
  #bytes = new Uint8Array(1 << 16)
  #end = 0
  readonly #starts: Float64Array
  readonly #lengths: Uint32Array

  /** @param size how many there will be; those not set are empty */
  constructor(size: number) {
    this.#starts = new Float64Array(size)
    this.#lengths = new Uint32Array(size)
  }

  get size(): number {
    return this.#lengths.length
  }

  set(index: number, text: string): void {
    this.#makeRoom(WIDEST * text.length)
    const { written } = encoder.encodeInto(text, this.#bytes.subarray(this.#end))
    this.#starts[index] = this.#end
    this.#lengths[index] = written
    this.#end += written
  }

  get(index: number): string {
    const start = this.#starts[index] ?? 0
    return decoder.decode(this.#bytes.subarray(start, start + (this.#lengths[index] ?? 0)))
  }

  #makeRoom(bytes: number): void {
    if (this.#end + bytes <= this.#bytes.length) return
    const wider = new Uint8Array(2 * this.#bytes.length + bytes)
    wider.set(this.#bytes)
    this.#bytes = wider
  }
}
