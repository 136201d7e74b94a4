/** Terms of one text, summed by hash in scratch arrays that all texts of a thread share. */
const MOST = 1024
const MASK = 4095

export class TopTerms {
  readonly #slots = new Int32Array(MASK + 1)
  readonly #used = new Int32Array(MOST)
  readonly #terms = new Uint32Array(MOST)
  readonly #weights = new Float64Array(MOST)
  #count = 0

  clear(): void {
    for (let index = 0; index < this.#count; index++) this.#slots[this.#used[index] ?? 0] = 0
    this.#count = 0
  }

  add(term: number, weight: number): void {
    let slot = term & MASK
    for (let index = this.#slots[slot] ?? 0; index !== 0; index = this.#slots[slot] ?? 0) {
      if (this.#terms[index - 1] === term) {
        this.#weights[index - 1] = (this.#weights[index - 1] ?? 0) + weight
        return
      }
      slot = (slot + 1) & MASK
    }
    if (this.#count === MOST) return
    this.#used[this.#count] = slot
    this.#terms[this.#count] = term
    this.#weights[this.#count] = weight
    this.#slots[slot] = ++this.#count
  }

  /** The `limit` weightiest in descending order; of equal weights the smaller term first. */
  best(limit: number): { term: number; weight: number }[] {
    const chosen: { term: number; weight: number }[] = []
    for (let index = 0; index < this.#count; index++) {
      const weight = this.#weights[index] ?? 0
      const term = this.#terms[index] ?? 0
      let place = chosen.length
      for (; place > 0; place--) {
        const above = chosen[place - 1]
        if (above === undefined || above.weight > weight || (above.weight === weight && above.term < term))
          break
      }
      if (place >= limit) continue
      chosen.splice(place, 0, { term, weight })
      if (chosen.length > limit) chosen.pop()
    }
    return chosen
  }
}
