import type { BlockCounts } from './features.ts'
import { GramCounter } from './gram-counter.ts'
import type { SparseMatrix } from './sparse.ts'

export interface VocabularyOptions {
  /** A gram must stand in at least this many training texts. */
  leastTexts: number
  /** … and in at most this share of them. */
  mostShare: number
}

/** The grams a model knows: hash → column, with each column's inverse document frequency. */
export class Vocabulary {
  /** Hashes, the most common first: the column of a gram is its place here, so common columns share cache lines. */
  readonly ids: Uint32Array
  readonly idf: Float32Array
  private readonly slots: Int32Array
  private readonly mask: number

  constructor(ids: Uint32Array, idf: Float32Array) {
    this.ids = ids
    this.idf = idf
    let size = 16
    while (size < ids.length * 2) size *= 2
    this.mask = size - 1
    this.slots = new Int32Array(size).fill(-1)
    for (const [column, id] of ids.entries()) {
      let slot = id & this.mask
      while (this.slots[slot] !== -1) slot = (slot + 1) & this.mask
      this.slots[slot] = column
    }
  }

  /** Column of a gram, or -1 when the model does not know it. */
  column(id: number): number {
    let slot = id & this.mask
    for (;;) {
      const column = this.slots[slot] ?? -1
      if (column === -1 || this.ids[column] === id) return column
      slot = (slot + 1) & this.mask
    }
  }
}

/** Learns which grams to keep and their smoothed idf, ln((1 + texts) / (1 + texts with the gram)) + 1. */
export function learnVocabulary(
  texts: readonly (readonly BlockCounts[])[],
  options: VocabularyOptions,
): Vocabulary {
  const counter = new GramCounter(1 << 20)
  counter.start()
  for (const blocks of texts) for (const block of blocks) for (const id of block.ids) counter.add(id)
  const { ids: all, counts } = counter.take()
  const most = Math.max(texts.length * options.mostShare, options.leastTexts)
  const kept: { id: number; count: number }[] = []
  for (const [place, id] of all.entries()) {
    const count = counts[place] ?? 0
    if (count >= options.leastTexts && count <= most) kept.push({ id, count })
  }
  kept.sort((a, b) => b.count - a.count || a.id - b.id)
  const ids = Uint32Array.from(kept, ({ id }) => id)
  const idf = Float32Array.from(kept, ({ count }) => Math.log((1 + texts.length) / (1 + count)) + 1)
  return new Vocabulary(ids, idf)
}

/** Room for one text's features, so that predicting thousands of texts makes no garbage. */
export interface Vector {
  indices: number[]
  values: number[]
}

/**
 * Sublinear term frequency times idf, (1 + ln tf) · idf; every block scaled to the length its weight states, so that
 * a long letter does not drown its title.
 */
export function vectorise(
  blocks: readonly BlockCounts[],
  vocabulary: Vocabulary,
  weights: readonly number[],
  into: Vector = { indices: [], values: [] },
): Vector {
  const { indices, values } = into
  for (const [position, block] of blocks.entries()) {
    const from = values.length
    let square = 0
    for (let at = 0; at < block.ids.length; at++) {
      const column = vocabulary.column(block.ids[at] ?? 0)
      if (column === -1) continue
      const value = (1 + Math.log(block.counts[at] ?? 1)) * (vocabulary.idf[column] ?? 0)
      square += value * value
      indices.push(column)
      values.push(value)
    }
    const scale = square === 0 ? 0 : (weights[position] ?? 1) / Math.sqrt(square)
    for (let at = from; at < values.length; at++) values[at] = (values[at] ?? 0) * scale
  }
  return into
}

/** All texts as one matrix, one row each. */
export function toMatrix(
  texts: readonly (readonly BlockCounts[])[],
  vocabulary: Vocabulary,
  weights: readonly number[],
): SparseMatrix {
  const starts = new Uint32Array(texts.length + 1)
  const all: Vector = { indices: [], values: [] }
  for (const [row, blocks] of texts.entries()) {
    vectorise(blocks, vocabulary, weights, all)
    starts[row + 1] = all.indices.length
  }
  return {
    rows: texts.length,
    columns: vocabulary.ids.length,
    starts,
    indices: Uint32Array.from(all.indices),
    values: Float32Array.from(all.values),
  }
}
