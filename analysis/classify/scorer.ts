import { partWeights } from './gram-counter.ts'
import { GramList, inTitle, KINDS, type GramOptions } from './grams.ts'
import type { LinearFit } from './fit.ts'
import type { Letter } from './letter.ts'
import { logCounts } from './matrix.ts'
import type { SubjectGrams } from './subject-grams.ts'

const MOST = 255

/** Scores letters one after another without making an object or a string per letter. */
export class LetterScorer {
  private readonly fit: LinearFit
  private readonly list: GramList
  private readonly classes: number
  /** By row: weighted count in the letter, count in the title. Zero between letters. */
  private readonly counts: Uint16Array
  private readonly titles: Uint16Array
  private touched = new Uint32Array(1 << 12)
  private readonly block: Float64Array

  constructor(fit: LinearFit, grams: GramOptions, subjects: SubjectGrams | null) {
    this.fit = fit
    this.classes = fit.bias.length
    this.list = new GramList(grams, subjects)
    this.counts = new Uint16Array(fit.vocabulary.ids.length)
    this.titles = new Uint16Array(fit.vocabulary.ids.length)
    this.block = new Float64Array(this.classes)
  }

  /** One score per class. */
  score(letter: Letter): Float64Array {
    const scores = Float64Array.from(this.fit.bias)
    this.list.read(letter)
    let from = 0
    for (let kind = 0; kind < KINDS; kind++) {
      const to = this.list.ends[kind] ?? 0
      this.addKind(from, to, scores)
      from = to
    }
    return scores
  }

  private addKind(from: number, to: number, scores: Float64Array): void {
    const known = this.tally(from, to)
    const { vocabulary } = this.fit
    this.addBlock(known, null, this.counts, scores)
    this.addBlock(known, vocabulary.titleColumns, this.titles, scores)
    for (let at = 0; at < known; at++) {
      const row = this.touched[at] ?? 0
      this.counts[row] = 0
      this.titles[row] = 0
    }
  }

  /** Counts the known grams of a stretch of the list; returns how many rows were touched. */
  private tally(from: number, to: number): number {
    const { list, counts, titles } = this
    const { vocabulary } = this.fit
    if (this.touched.length < to - from) this.touched = new Uint32Array(2 * (to - from))
    let known = 0
    for (let at = from; at < to; at++) {
      const row = vocabulary.row(list.ids[at] ?? 0)
      if (row === -1) continue
      const part = list.parts[at] ?? 0
      const count = counts[row] ?? 0
      if (count === 0) this.touched[known++] = row
      counts[row] = Math.min(MOST, count + (partWeights[part] ?? 1))
      if (part === inTitle) titles[row] = Math.min(MOST, (titles[row] ?? 0) + 1)
    }
    return known
  }

  /** Adds one block, scaled to length 1. `columns` leads from row to column; null where they are the same. */
  private addBlock(
    known: number,
    columns: Int32Array | null,
    counts: Uint16Array,
    scores: Float64Array,
  ): void {
    const { classes, block } = this
    const { vocabulary, weights } = this.fit
    block.fill(0)
    let square = 0
    for (let at = 0; at < known; at++) {
      const row = this.touched[at] ?? 0
      const count = counts[row] ?? 0
      const column = columns === null ? row : (columns[row] ?? -1)
      if (count === 0 || column === -1) continue
      const value = (logCounts[count] ?? 0) * (vocabulary.idf[column] ?? 0)
      square += value * value
      const start = column * classes
      for (let label = 0; label < classes; label++)
        block[label] = (block[label] ?? 0) + value * (weights[start + label] ?? 0)
    }
    if (square === 0) return
    const scale = 1 / Math.sqrt(square)
    for (let label = 0; label < classes; label++)
      scores[label] = (scores[label] ?? 0) + scale * (block[label] ?? 0)
  }
}
