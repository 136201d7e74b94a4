import type { CountedGrams } from './gram-counter.ts'
import { KINDS } from './grams.ts'
import type { SparseMatrix } from './sparse.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Length to which each block of a text's features is scaled: a kind of gram in the title, in the whole letter. */
export interface BlockWeights {
  title: readonly number[]
  letter: readonly number[]
}

/** 1 + ln count, by count. */
export const logCounts = Float64Array.from({ length: 256 }, (_, count) =>
  count === 0 ? 0 : 1 + Math.log(count),
)

/**
 * Texts as one matrix, one row each. Sublinear term frequency times idf, (1 + ln tf) · idf; every block scaled to the
 * length its weight states, so that a long letter does not drown its title. Blocks of weight 0 are left out.
 */
export function toMatrix(
  texts: readonly CountedGrams[],
  vocabulary: Vocabulary,
  weights: BlockWeights,
): SparseMatrix {
  const starts = new Uint32Array(texts.length + 1)
  const room = texts.reduce((sum, text) => sum + text.ids.length, 0)
  const filler = new RowFiller(room, vocabulary)
  for (const [row, text] of texts.entries()) {
    let from = 0
    for (let kind = 0; kind < KINDS; kind++) {
      const to = text.ends[kind] ?? 0
      const span = { text, from, to }
      filler.letter(span, weights.letter[kind] ?? 0)
      filler.title(span, weights.title[kind] ?? 0)
      from = to
    }
    starts[row + 1] = filler.size
  }
  return {
    rows: texts.length,
    columns: vocabulary.columns,
    starts,
    indices: filler.indices.slice(0, filler.size),
    values: filler.values.slice(0, filler.size),
  }
}

interface Span {
  text: CountedGrams
  from: number
  to: number
}

class RowFiller {
  indices: Uint32Array
  values: Float32Array
  size = 0
  private readonly vocabulary: Vocabulary

  constructor(room: number, vocabulary: Vocabulary) {
    this.indices = new Uint32Array(room)
    this.values = new Float32Array(room)
    this.vocabulary = vocabulary
  }

  letter({ text, from, to }: Span, weight: number): void {
    if (weight === 0) return
    const first = this.size
    for (let at = from; at < to; at++) {
      const row = this.vocabulary.row(text.ids[at] ?? 0)
      if (row !== -1) this.push(row, text.counts[at] ?? 0)
    }
    this.scale(first, weight)
  }

  title({ text, from, to }: Span, weight: number): void {
    if (weight === 0) return
    const first = this.size
    for (let at = from; at < to; at++) {
      const count = text.titles[at] ?? 0
      if (count === 0) continue
      const row = this.vocabulary.row(text.ids[at] ?? 0)
      const column = row === -1 ? -1 : (this.vocabulary.titleColumns[row] ?? -1)
      if (column !== -1) this.push(column, count)
    }
    this.scale(first, weight)
  }

  private push(column: number, count: number): void {
    if (this.size === this.indices.length) this.grow()
    this.indices[this.size] = column
    this.values[this.size++] = (logCounts[count] ?? 0) * (this.vocabulary.idf[column] ?? 0)
  }

  private scale(first: number, weight: number): void {
    let square = 0
    for (let at = first; at < this.size; at++) square += (this.values[at] ?? 0) ** 2
    const factor = square === 0 ? 0 : weight / Math.sqrt(square)
    for (let at = first; at < this.size; at++) this.values[at] = (this.values[at] ?? 0) * factor
  }

  private grow(): void {
    const length = Math.max(1024, this.indices.length * 2)
    const indices = new Uint32Array(length)
    indices.set(this.indices)
    this.indices = indices
    const values = new Float32Array(length)
    values.set(this.values)
    this.values = values
  }
}
