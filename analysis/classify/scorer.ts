import type { LinearFit } from './fit.ts'
import { GramCounter, MOST_COUNT, slotAt } from './gram-counter.ts'
import { GramList, KINDS, type GramOptions } from './grams.ts'
import type { Letter } from './letter.ts'
import { logCounts } from './matrix.ts'
import type { SubjectGrams } from './subject-grams.ts'
import type { Vocabulary } from './vocabulary.ts'

/**
 * Scores letters one after another without making an object or a string per letter. What is needed of a gram lies
 * together in memory (idf, then idf × weight of each class), because waiting for memory is most of the time.
 */
export class LetterScorer {
  private readonly vocabulary: Vocabulary
  private readonly list: GramList
  private readonly counter = new GramCounter()
  private readonly classes: number
  private readonly bias: Float32Array
  /** Records of rows, then of title columns: `classes + 1` numbers each. */
  private readonly records: Float32Array
  private readonly block: Float64Array

  constructor(fit: LinearFit, grams: GramOptions, subjects: SubjectGrams | null) {
    this.vocabulary = fit.vocabulary
    this.bias = fit.bias
    this.classes = fit.bias.length
    this.list = new GramList(grams, subjects)
    this.records = pack(fit)
    this.block = new Float64Array(this.classes)
  }

  /** One score per class. */
  score(letter: Letter): Float64Array {
    const scores = Float64Array.from(this.bias)
    this.list.read(letter)
    this.counter.tally(this.list)
    let from = 0
    for (let kind = 0; kind < KINDS; kind++) {
      const to = this.counter.ends[kind] ?? 0
      this.addLetter(from, to, scores)
      this.addTitle(from, to, scores)
      from = to
    }
    return scores
  }

  /** The block of the whole letter, scaled to length 1. */
  private addLetter(from: number, to: number, scores: Float64Array): void {
    const { vocabulary, block } = this
    const { table, used } = this.counter
    block.fill(0)
    let square = 0
    for (let place = from; place < to; place++) {
      const at = used[place] ?? 0
      const row = vocabulary.row(table[at] ?? 0)
      if (row === -1) continue
      square += this.addColumn(row, table[at + slotAt.count] ?? 0)
    }
    this.addBlock(square, scores)
  }

  /** The block of the title; few grams stand in it. */
  private addTitle(from: number, to: number, scores: Float64Array): void {
    const { vocabulary, block } = this
    const { table, used } = this.counter
    block.fill(0)
    let square = 0
    for (let place = from; place < to; place++) {
      const at = used[place] ?? 0
      const count = table[at + slotAt.title] ?? 0
      if (count === 0) continue
      const row = vocabulary.row(table[at] ?? 0)
      const column = row === -1 ? -1 : (vocabulary.titleColumns[row] ?? -1)
      if (column !== -1) square += this.addColumn(column, count)
    }
    this.addBlock(square, scores)
  }

  /** Adds a column to the block; returns the square of its value. */
  private addColumn(column: number, count: number): number {
    const { records, block, classes } = this
    const frequency = logCounts[count < MOST_COUNT ? count : MOST_COUNT] ?? 0
    const from = column * (classes + 1)
    const value = frequency * (records[from] ?? 0)
    for (let label = 0; label < classes; label++)
      block[label] = (block[label] ?? 0) + frequency * (records[from + 1 + label] ?? 0)
    return value * value
  }

  private addBlock(square: number, scores: Float64Array): void {
    if (square === 0) return
    const scale = 1 / Math.sqrt(square)
    for (let label = 0; label < this.classes; label++)
      scores[label] = (scores[label] ?? 0) + scale * (this.block[label] ?? 0)
  }
}

function pack({ vocabulary, weights, bias }: LinearFit): Float32Array {
  const classes = bias.length
  const records = new Float32Array(vocabulary.columns * (classes + 1))
  for (let column = 0; column < vocabulary.columns; column++) {
    const idf = vocabulary.idf[column] ?? 0
    const from = column * (classes + 1)
    records[from] = idf
    for (let label = 0; label < classes; label++)
      records[from + 1 + label] = idf * (weights[column * classes + label] ?? 0)
  }
  return records
}
