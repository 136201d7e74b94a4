/** Terms of one text, summed by hash in scratch arrays that all texts of a thread share. */
const MOST = 1024
const MASK = 2047
/** Room for the best: the most that anybody asks for. */
const BEST = 32

export class TopTerms {
  /** The best of the last call of `rank`, in descending order. */
  readonly bestTerms = new Uint32Array(BEST)
  readonly bestWeights = new Float64Array(BEST)
  readonly #slots = new Int16Array(MASK + 1)
  readonly #used = new Int16Array(MOST)
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

  /**
   * Puts the `limit` weightiest into `bestTerms` and `bestWeights`, heaviest first; of equal weights the smaller term
   * first. Returns how many there are. Makes no object.
   */
  rank(limit: number): number {
    let found = 0
    for (let index = 0; index < this.#count; index++) {
      const weight = this.#weights[index] ?? 0
      const term = this.#terms[index] ?? 0
      let place = found
      while (place > 0 && this.#isBefore(weight, term, place - 1)) place--
      if (place >= limit) continue
      this.#makeRoom(place, found < limit ? found : limit - 1)
      this.bestTerms[place] = term
      this.bestWeights[place] = weight
      if (found < limit) found++
    }
    return found
  }

  #isBefore(weight: number, term: number, place: number): boolean {
    const other = this.bestWeights[place] ?? 0
    return weight === other ? term < (this.bestTerms[place] ?? 0) : weight > other
  }

  /** Moves the best from `place` on by one; what stood at `last` goes. */
  #makeRoom(place: number, last: number): void {
    for (let moved = last; moved > place; moved--) {
      this.bestTerms[moved] = this.bestTerms[moved - 1] ?? 0
      this.bestWeights[moved] = this.bestWeights[moved - 1] ?? 0
    }
  }

  /** The `limit` weightiest in descending order; of equal weights the smaller term first. */
  best(limit: number): { term: number; weight: number }[] {
    return Array.from({ length: this.rank(limit) }, (_, at) => ({
      term: this.bestTerms[at] ?? 0,
      weight: this.bestWeights[at] ?? 0,
    }))
  }
}
