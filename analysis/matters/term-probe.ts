import { weightAt } from './keys.ts'
import { AT, MAX_TERMS, type SketchTable } from './layout.ts'

const SLOTS = 512
const MASK = SLOTS - 1

/** The terms of one sketch by hash, to be compared with those of many others: no walk along both lists for each pair. */
export class TermProbe {
  /** Signed like the words below, so that none is a number on the heap. */
  readonly #terms = new Int32Array(SLOTS)
  readonly #weights = new Uint8Array(SLOTS)

  /** Holds the terms of the sketch at `at` from here on. */
  hold(table: SketchTable, at: number): void {
    this.#terms.fill(0)
    for (let index = 0; index < MAX_TERMS; index++) {
      const term = (table[at + AT.terms + index] ?? 0) | 0
      if (term === 0) return
      const slot = this.#find(term)
      this.#terms[slot] = term
      this.#weights[slot] = weightAt(table, at, index)
    }
  }

  /** Sum of the products of the weights of common terms. */
  dot(table: SketchTable, at: number): number {
    let dot = 0
    for (let index = 0; index < MAX_TERMS; index++) {
      const term = (table[at + AT.terms + index] ?? 0) | 0
      if (term === 0) break
      const slot = this.#find(term)
      if (this.#terms[slot] === term) dot += (this.#weights[slot] ?? 0) * weightAt(table, at, index)
    }
    return dot
  }

  /** The term's slot, or the free one where it belongs. */
  #find(term: number): number {
    const terms = this.#terms
    let slot = term & MASK
    for (let held = terms[slot]; held !== 0 && held !== term; held = terms[slot]) slot = (slot + 1) & MASK
    return slot
  }
}
