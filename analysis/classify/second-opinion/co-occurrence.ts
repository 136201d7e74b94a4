import type { SparseMatrix } from '../sparse.ts'

/** Words further apart than this do not count as company. */
const WINDOW = 10
/** Power that lifts the share of rare context words (Levy, Goldberg and Dagan, TACL 2015). */
const SMOOTHING = 0.75

/**
 * Positive pointwise mutual information of words that stand near each other; a pair `d` words apart counts 1 / d.
 * Levy and Goldberg, "Neural Word Embedding as Implicit Matrix Factorization", NIPS 2014.
 *
 * @param sequences word rows of each text in order; -1 for a word without a row
 */
export function mutualInformation(sequences: readonly Int32Array[], words: number): SparseMatrix {
  const company = new Company(sequences, words)
  const totals = Float64Array.from({ length: words }, (_, word) => company.sumOf(word))
  const contexts = totals.map((total) => total ** SMOOTHING)
  const all = contexts.reduce((sum, context) => sum + context, 0)
  const starts = new Uint32Array(words + 1)
  const cells = new Cells()
  for (let word = 0; word < words; word++) {
    company.visit(word, (other, count) => {
      const information = Math.log((count * all) / ((totals[word] ?? 1) * (contexts[other] ?? 1)))
      if (information > 0) cells.push(other, information)
    })
    starts[word + 1] = cells.size
  }
  return {
    rows: words,
    columns: words,
    starts,
    indices: cells.indices.subarray(0, cells.size),
    values: cells.values.subarray(0, cells.size),
  }
}

/** All texts in one line, a gap between two as wide as the window, and where in it each word stands. */
class Company {
  private readonly line: Int32Array
  private readonly starts: Uint32Array
  private readonly positions: Uint32Array
  private readonly counts: Float64Array

  constructor(sequences: readonly Int32Array[], words: number) {
    const length = sequences.reduce((sum, sequence) => sum + sequence.length + WINDOW, WINDOW)
    this.line = new Int32Array(length).fill(-1)
    let at = WINDOW
    for (const sequence of sequences) {
      this.line.set(sequence, at)
      at += sequence.length + WINDOW
    }
    this.counts = new Float64Array(words)
    this.starts = new Uint32Array(words + 1)
    for (const word of this.line) if (word !== -1) this.starts[word + 1] = (this.starts[word + 1] ?? 0) + 1
    for (let word = 0; word < words; word++)
      this.starts[word + 1] = (this.starts[word + 1] ?? 0) + (this.starts[word] ?? 0)
    this.positions = new Uint32Array(this.starts[words] ?? 0)
    const next = this.starts.slice()
    for (const [position, word] of this.line.entries())
      if (word !== -1) {
        const place = next[word] ?? 0
        this.positions[place] = position
        next[word] = place + 1
      }
  }

  /** The weights of everything near the word. */
  sumOf(word: number): number {
    let sum = 0
    this.near(word, (_, weight) => (sum += weight))
    return sum
  }

  /** Tells every word that stands near this one, each once, with the sum of its weights. */
  visit(word: number, tell: (other: number, count: number) => void): void {
    const { counts } = this
    const found: number[] = []
    this.near(word, (other, weight) => {
      if (counts[other] === 0) found.push(other)
      counts[other] = (counts[other] ?? 0) + weight
    })
    for (const other of found) {
      tell(other, counts[other] ?? 0)
      counts[other] = 0
    }
  }

  private near(word: number, tell: (other: number, weight: number) => void): void {
    const { line, positions } = this
    const end = this.starts[word + 1] ?? 0
    for (let place = this.starts[word] ?? 0; place < end; place++) {
      const position = positions[place] ?? 0
      for (let distance = 1; distance <= WINDOW; distance++) {
        const before = line[position - distance] ?? -1
        const after = line[position + distance] ?? -1
        if (before !== -1) tell(before, 1 / distance)
        if (after !== -1) tell(after, 1 / distance)
      }
    }
  }
}

/** Cells of a sparse matrix in arrays that grow. */
class Cells {
  indices = new Uint32Array(1 << 16)
  values = new Float32Array(1 << 16)
  size = 0

  push(index: number, value: number): void {
    if (this.size === this.indices.length) this.grow()
    this.indices[this.size] = index
    this.values[this.size++] = value
  }

  private grow(): void {
    const indices = new Uint32Array(this.size * 2)
    const values = new Float32Array(this.size * 2)
    indices.set(this.indices)
    values.set(this.values)
    this.indices = indices
    this.values = values
  }
}
