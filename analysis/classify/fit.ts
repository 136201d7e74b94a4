import type { CountedGrams } from './gram-counter.ts'
import { KINDS } from './grams.ts'
import { trainLinearSvm, type SvmOptions } from './linear-svm.ts'
import { logCountRatios, scaleColumns } from './log-count-ratio.ts'
import { toMatrix, type BlockWeights } from './matrix.ts'
import type { SparseMatrix } from './sparse.ts'
import { tellingOf } from './select-grams.ts'
import { keepBest, learnVocabulary, type Vocabulary, type VocabularyOptions } from './vocabulary.ts'

/** One linear SVM of the ensemble. */
export interface Member {
  blocks: BlockWeights
  /** Features scaled by naive-Bayes log-count ratios first. */
  scaled: boolean
  svm: SvmOptions
  /** How much its score counts. */
  share: number
}

export interface FitOptions {
  vocabulary: VocabularyOptions
  members: readonly Member[]
}

const svm = { passes: 10, tolerance: 0.1, seed: 1 }

/**
 * Chosen by cross-validation on citizens' letters: an NBSVM on everything, and a plain SVM on the characters of the
 * letter, whose errors differ from the first's.
 */
export const defaultFit: FitOptions = {
  vocabulary: { leastTexts: 4, mostShare: 0.6, mostGrams: 250_000 },
  members: [
    {
      blocks: { title: [0.7, 0.7, 0.7], letter: [1, 1, 0.7] },
      scaled: true,
      svm: { ...svm, cost: 0.3 },
      share: 1,
    },
    {
      blocks: { title: [0, 0, 0], letter: [0, 1, 0] },
      scaled: false,
      svm: { ...svm, cost: 1 },
      share: 0.5,
    },
  ],
}

/** What a fit yields: the linear part of a model. `weights` holds the columns one after another, a number per class. */
export interface LinearFit {
  vocabulary: Vocabulary
  weights: Float32Array
  bias: Float32Array
}

/**
 * Fits one class against the rest with every member. All of them are linear in the same features, so their sum is one
 * weight per column and class and costs nothing at prediction, where every block has length 1.
 *
 * @param targets class number of each text
 */
export function fitLinear(
  texts: readonly CountedGrams[],
  targets: readonly number[],
  classes: number,
  options: FitOptions = defaultFit,
): LinearFit {
  const common = learnVocabulary(texts, options.vocabulary)
  const vocabulary = keepBest(
    common,
    tellingOf(texts, targets, classes, common),
    options.vocabulary.mostGrams,
  )
  const weights = new Float32Array(vocabulary.columns * classes)
  const bias = new Float32Array(classes)
  for (const member of options.members) {
    const matrix = toMatrix(texts, vocabulary, member.blocks)
    const factors = columnFactors(texts, vocabulary, member)
    for (let label = 0; label < classes; label++) {
      const signs = Int8Array.from(targets, (target) => (target === label ? 1 : -1))
      const fitted = fitOne(matrix, signs, member)
      for (let column = 0; column < matrix.columns; column++) {
        const at = column * classes + label
        weights[at] = (weights[at] ?? 0) + (fitted[column] ?? 0) * (factors[column] ?? 0)
      }
      bias[label] = (bias[label] ?? 0) + member.share * (fitted[matrix.columns] ?? 0)
    }
  }
  return { vocabulary, weights, bias }
}

function fitOne(matrix: SparseMatrix, signs: Int8Array, member: Member): Float64Array {
  if (!member.scaled) return trainLinearSvm(matrix, signs, member.svm)
  const ratios = logCountRatios(matrix, signs)
  const fitted = trainLinearSvm(scaleColumns(matrix, ratios), signs, member.svm)
  return fitted.map((weight, column) => weight * (ratios[column] ?? 1))
}

/** The member's share times the length it gives to each column's block. */
function columnFactors(
  texts: readonly CountedGrams[],
  vocabulary: Vocabulary,
  { blocks, share }: Member,
): Float64Array {
  const factors = new Float64Array(vocabulary.columns)
  for (const text of texts) {
    let from = 0
    for (let kind = 0; kind < KINDS; kind++) {
      const to = text.ends[kind] ?? 0
      for (let at = from; at < to; at++) {
        const row = vocabulary.row(text.ids[at] ?? 0)
        if (row === -1) continue
        factors[row] = share * (blocks.letter[kind] ?? 0)
        const title = vocabulary.titleColumns[row] ?? -1
        if (title !== -1) factors[title] = share * (blocks.title[kind] ?? 0)
      }
      from = to
    }
  }
  return factors
}
