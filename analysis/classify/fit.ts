import type { BlockCounts } from './features.ts'
import { trainLinearSvm, type SvmOptions } from './linear-svm.ts'
import { logCountRatios, scaleColumns } from './log-count-ratio.ts'
import type { SparseMatrix } from './sparse.ts'
import {
  learnVocabulary,
  toMatrix,
  vectorise,
  type Vocabulary,
  type VocabularyOptions,
} from './vocabulary.ts'

export interface FitOptions {
  vocabulary: VocabularyOptions
  /** The SVM on tf-idf features. */
  plain: SvmOptions
  /** The SVM on the same features scaled by log-count ratios; null to do without. */
  scaled: SvmOptions | null
}

/** Costs, pruning and pass limits chosen by cross-validation on citizens' letters; good from hundreds of examples on. */
export const defaultFit: FitOptions = {
  vocabulary: { leastTexts: 4, mostShare: 0.6 },
  plain: { cost: 1, passes: 10, tolerance: 0.1, seed: 1 },
  scaled: { cost: 0.3, passes: 10, tolerance: 0.1, seed: 1 },
}

/** What a fit yields: the linear part of a model. */
export interface LinearFit {
  vocabulary: Vocabulary
  weights: Float32Array
  bias: Float32Array
}

/**
 * Fits one class against the rest, each with two SVMs (plain and NBSVM) whose scores are added. Both are linear in
 * the same features, so their sum is one weight per gram and class and costs nothing at prediction.
 *
 * @param targets class number of each text
 */
export function fitLinear(
  texts: readonly (readonly BlockCounts[])[],
  targets: readonly number[],
  classes: number,
  blockWeights: readonly number[],
  options: FitOptions = defaultFit,
): LinearFit {
  const vocabulary = learnVocabulary(texts, options.vocabulary)
  const matrix = toMatrix(texts, vocabulary, blockWeights)
  const weights = new Float32Array(matrix.columns * classes)
  const bias = new Float32Array(classes)
  for (let label = 0; label < classes; label++) {
    const signs = Int8Array.from(targets, (target) => (target === label ? 1 : -1))
    const fitted = fitOne(matrix, signs, options)
    for (let column = 0; column < matrix.columns; column++)
      weights[column * classes + label] = fitted[column] ?? 0
    bias[label] = fitted[matrix.columns] ?? 0
  }
  return { vocabulary, weights, bias }
}

function fitOne(matrix: SparseMatrix, signs: Int8Array, options: FitOptions): Float64Array {
  const plain = trainLinearSvm(matrix, signs, options.plain)
  if (options.scaled === null) return plain
  const ratios = logCountRatios(matrix, signs)
  const scaled = trainLinearSvm(scaleColumns(matrix, ratios), signs, options.scaled)
  return plain.map((weight, column) => weight + (scaled[column] ?? 0) * (ratios[column] ?? 1))
}

/** Scores of one text, one per class. */
export function scoreText(
  fit: LinearFit,
  blocks: readonly BlockCounts[],
  blockWeights: readonly number[],
): Float64Array {
  const { indices, values } = vectorise(blocks, fit.vocabulary, blockWeights)
  const classes = fit.bias.length
  const scores = Float64Array.from(fit.bias)
  for (const [at, index] of indices.entries()) {
    const value = values[at] ?? 0
    const from = index * classes
    for (let label = 0; label < classes; label++) {
      scores[label] = (scores[label] ?? 0) + value * (fit.weights[from + label] ?? 0)
    }
  }
  return scores
}
