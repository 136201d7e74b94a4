import type { LinearFit } from './fit.ts'
import { GramCounter, MOST_COUNT, slotAt } from './gram-counter.ts'
import { GramList, KINDS, type GramOptions } from './grams.ts'
import type { Letter } from './letter.ts'
import { logCounts } from './matrix.ts'
import { PackedWeights } from './packed-weights.ts'
import {
  addOpinion,
  isUncertain,
  pullsOf,
  SecondOpinion,
  type Opinion,
  type OpinionFit,
} from './second-opinion/opinion.ts'
import type { SubjectGrams } from './subject-grams.ts'

/** Scores letters one after another without making an object or a string per letter. */
export class LetterScorer {
  private readonly list: GramList
  private readonly counter = new GramCounter()
  private readonly bias: Float32Array
  private readonly ofLetter: PackedWeights
  private readonly ofTitle: PackedWeights
  private readonly block: Float64Array
  private readonly second: SecondOpinion | null
  private opinion: Opinion | null = null
  /** Length of the letter's block of words before it was scaled. */
  private wordsLength = 0

  constructor(
    fit: LinearFit & { opinion?: OpinionFit | null },
    grams: GramOptions,
    subjects: SubjectGrams | null,
  ) {
    this.bias = fit.bias
    this.list = new GramList(grams, subjects)
    this.ofLetter = new PackedWeights(fit, (row) => row)
    this.ofTitle = new PackedWeights(fit, (row) => fit.vocabulary.titleColumns[row] ?? -1)
    this.block = new Float64Array(fit.bias.length)
    this.second = fit.opinion ? new SecondOpinion(fit.opinion, fit.bias.length) : null
  }

  /** One score per class: the bias and, for each kind of gram, the letter's block and the title's. */
  score(letter: Letter): Float64Array {
    const scores = Float64Array.from(this.bias)
    this.list.read(letter)
    this.counter.tally(this.list)
    let from = 0
    for (let kind = 0; kind < KINDS; kind++) {
      const to = this.counter.ends[kind] ?? 0
      const length = this.addBlock(from, to, slotAt.count, this.ofLetter, scores)
      if (kind === 0) this.wordsLength = length
      this.addBlock(from, to, slotAt.title, this.ofTitle, scores)
      from = to
    }
    this.opinion = this.second && isUncertain(scores) ? this.second.of(this.counter.copy()) : null
    if (this.opinion) addOpinion(scores, this.opinion)
    return scores
  }

  /**
   * What each word of the letter scored last, by its gram, added through the second opinion to the label's lead, in the
   * measure of idf × weight; undefined where it was not asked.
   */
  pullsOfOpinion(label: number): Map<number, number> | undefined {
    return this.opinion ? pullsOf(this.opinion, label, this.wordsLength) : undefined
  }

  /** Adds a block of grams, scaled to length 1; returns its length before. */
  private addBlock(
    from: number,
    to: number,
    which: number,
    weights: PackedWeights,
    scores: Float64Array,
  ): number {
    const { block } = this
    const { table, used } = this.counter
    block.fill(0)
    let square = 0
    for (let place = from; place < to; place++) {
      const at = used[place] ?? 0
      const count = table[at + which] ?? 0
      if (count === 0) continue
      const frequency = logCounts[count < MOST_COUNT ? count : MOST_COUNT] ?? 0
      square += weights.add(table[at] ?? 0, frequency, block)
    }
    if (square === 0) return 0
    const scale = 1 / Math.sqrt(square)
    for (let label = 0; label < block.length; label++)
      scores[label] = (scores[label] ?? 0) + scale * (block[label] ?? 0)
    return 1 / scale
  }
}
