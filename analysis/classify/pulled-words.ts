const BARE_FIGURE = /^[\d.,:%]+$/
/** A second mention adds half of the first: counts act by their logarithm. */
const REPEATED = 1.2
const SLOTS = 256

/** The words of one letter and how strongly each pulls; the arrays are reused from letter to letter. */
export class PulledWords {
  private readonly words: string[] = []
  private readonly pulls: number[] = []
  /** Place of the word put in last under the lowest bits of its gram, +1; 0 for none. */
  private readonly heads = new Int32Array(SLOTS)
  /** The place before it under the same bits, +1. */
  private readonly next: number[] = []

  clear(): void {
    this.words.length = 0
    this.pulls.length = 0
    this.next.length = 0
    this.heads.fill(0)
  }

  /** Strengthens a word that was put in before; false when it was not. */
  repeat(word: string, gram: number): boolean {
    for (let place = this.heads[gram % SLOTS] ?? 0; place !== 0; place = this.next[place - 1] ?? 0) {
      if (this.words[place - 1] !== word) continue
      this.pulls[place - 1] = (this.pulls[place - 1] ?? 0) * REPEATED
      return true
    }
    return false
  }

  add(word: string, gram: number, pull: number): void {
    this.next.push(this.heads[gram % SLOTS] ?? 0)
    this.pulls.push(pull)
    this.heads[gram % SLOTS] = this.words.push(word)
  }

  /**
   * The strongest first; bare figures and words that contain or lie within a stronger one are left out. Ties are
   * settled by the word itself. Few passes over few words cost less than sorting them.
   */
  strongest(limit: number): string[] {
    const named: string[] = []
    while (named.length < limit) {
      const best = this.takeBest()
      if (best === null) break
      if (!BARE_FIGURE.test(best) && !named.some((other) => other.includes(best) || best.includes(other)))
        named.push(best)
    }
    return named
  }

  private takeBest(): string | null {
    let best = -1
    let most = 0
    for (let place = 0; place < this.words.length; place++) {
      const pull = this.pulls[place] ?? 0
      if (pull < most || pull <= 0) continue
      if (pull === most && (this.words[place] ?? '') >= (this.words[best] ?? '')) continue
      best = place
      most = pull
    }
    if (best === -1) return null
    this.pulls[best] = 0
    return this.words[best] ?? null
  }
}
