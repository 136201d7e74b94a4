import type { CountedGrams } from '../gram-counter.ts'
import { DocumentReader } from './document-vector.ts'
import { fitKernelRidge, KERNEL_SLOPE, kernels } from './kernel-ridge.ts'
import { learnWordVectors, type WordVectors } from './word-vectors.ts'

/** A second member that is asked only where the linear ones are uncertain: what is learnt of it. */
export interface OpinionFit {
  vectors: WordVectors
  /** Mean of the training texts' parts, subtracted from each text's. */
  mean: Float32Array
  /** Vectors of the centres, one after another. */
  centres: Float64Array
  /** Weights of the centres, one after another, a number per class. */
  weights: Float32Array
}

/** Learning from more texts than this takes longer and teaches little. */
const MOST_TEXTS = 10_000
const MOST_CENTRES = 600

/**
 * Learns from texts in one fixed order; centres and, of very many texts, those learnt from lie evenly over them.
 *
 * @param sequences the words of each text in order, as grams
 */
export function learnOpinion(
  texts: readonly CountedGrams[],
  sequences: readonly Uint32Array[],
  targets: readonly number[],
  classes: number,
): OpinionFit {
  const rows = evenly(
    texts.map((_, row) => row),
    MOST_TEXTS,
  )
  const taught = rows.flatMap((row) => texts.slice(row, row + 1))
  const vectors = learnWordVectors(
    rows.flatMap((row) => sequences.slice(row, row + 1)),
    taught,
  )
  const reader = new DocumentReader(vectors)
  const mean = reader.meanOf(taught)
  const units = taught.map((text) => reader.read(text, mean).unit)
  const centres = concat(evenly(units, MOST_CENTRES))
  const weights = fitKernelRidge(
    units,
    centres,
    rows.map((row) => targets[row] ?? 0),
    classes,
  )
  return { vectors, mean, centres, weights }
}

/** What the second member says of one text. */
export interface Opinion {
  /** One score per class. */
  scores: Float64Array
  /** How much each word adds to the label's score beyond what it adds to the others' on average, by its gram. */
  pulls: (label: number) => Map<number, number>
}

/** The second member made ready for one text after another. */
export class SecondOpinion {
  private readonly fit: OpinionFit
  private readonly reader: DocumentReader
  private readonly classes: number

  constructor(fit: OpinionFit, classes: number) {
    this.fit = fit
    this.reader = new DocumentReader(fit.vectors)
    this.classes = classes
  }

  of(text: CountedGrams): Opinion {
    const { reader, classes } = this
    const { mean, centres, weights } = this.fit
    const vector = reader.read(text, mean)
    const near = kernels(vector.unit, centres)
    const scores = new Float64Array(classes)
    for (const [centre, kernel] of near.entries())
      for (let label = 0; label < classes; label++)
        scores[label] = (scores[label] ?? 0) + kernel * (weights[centre * classes + label] ?? 0)
    return {
      scores,
      pulls: (label) => reader.pullsOf(text, vector, this.slope(near, label)),
    }
  }

  /** Slope of the label's lead over the mean of the others at a vector with these kernels. */
  private slope(near: Float64Array, label: number): Float64Array {
    const { centres, weights, mean } = this.fit
    const { classes } = this
    const slope = new Float64Array(mean.length)
    for (const [centre, kernel] of near.entries()) {
      const own = weights.subarray(centre * classes, (centre + 1) * classes)
      const factor = KERNEL_SLOPE * kernel * leadOf(own, label)
      for (let at = 0; at < slope.length; at++)
        slope[at] = (slope[at] ?? 0) + factor * (centres[centre * slope.length + at] ?? 0)
    }
    return slope
  }
}

function leadOf(values: Float32Array, label: number): number {
  const all = values.reduce((sum, value) => sum + value, 0)
  const own = values[label] ?? 0
  return own - (all - own) / Math.max(1, values.length - 1)
}

/** At most `most` elements, spread evenly over the list. */
function evenly<T>(list: readonly T[], most: number): T[] {
  const step = Math.max(1, list.length / most)
  return Array.from({ length: Math.min(most, list.length) }, (_, at) => Math.floor(at * step)).flatMap((at) =>
    list.slice(at, at + 1),
  )
}

function concat(vectors: readonly Float64Array[]): Float64Array {
  const width = vectors[0]?.length ?? 0
  // 32 bits, so that the model's file holds them as they are.
  const whole = new Float32Array(vectors.length * width)
  for (const [place, vector] of vectors.entries()) whole.set(vector, place * width)
  return Float64Array.from(whole)
}

/** Texts whose two best classes lie this far apart or further are certain enough without it. */
const ASK_BELOW = 1
/** How much its score counts. */
const SHARE = 0.5

/** Whether the linear scores leave room for a second opinion. */
export function isUncertain(scores: Float64Array): boolean {
  let best = -Infinity
  let second = -Infinity
  for (const score of scores) {
    second = Math.max(second, Math.min(best, score))
    best = Math.max(best, score)
  }
  return best - second < ASK_BELOW
}

/** Adds what the second member says to the linear scores, in place. */
export function addOpinion(scores: Float64Array, opinion: Opinion): void {
  for (const [label, score] of opinion.scores.entries()) scores[label] = (scores[label] ?? 0) + SHARE * score
}

/** What each word adds through the opinion to the label's lead over the others, times `scale`. */
export function pullsOf(opinion: Opinion, label: number, scale: number): Map<number, number> {
  return new Map([...opinion.pulls(label)].map(([id, pull]) => [id, SHARE * scale * pull]))
}
