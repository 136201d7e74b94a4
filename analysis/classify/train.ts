import type { Segmenter } from '../text/index.ts'
import { calibrate, type Scored } from './calibrate.ts'
import { judgeOutOfFold } from './cross-validate.ts'
import { evaluateClassifier } from './evaluate.ts'
import type { BlockCounts, GramOptions } from './features.ts'
import { defaultFit, fitLinear, scoreText, type FitOptions } from './fit.ts'
import { foldsOf, groupKey } from './folds.ts'
import { ClassifierError, type ClassifierModel, type Example } from './model.ts'
import { blockWeights, orderFields, textGrams } from './views.ts'

export interface TrainOptions {
  /** Names of the text fields; all of the first example's by default. */
  fields?: readonly string[]
  segmenter: Segmenter
  fit?: FitOptions
  grams?: GramOptions
  folds?: number
  /** Told how far the training is, for a progress line. */
  onProgress?: (done: number, total: number) => void
}

export const defaultGrams: GramOptions = { words: 2, characters: 3 }
/** Enough folds to calibrate on; the cross-validation that is reported uses more. */
const DEFAULT_FOLDS = 3
const LEAST_EXAMPLES = 20

/** Examples made ready for fitting: the same whatever order they came in. */
export interface Prepared {
  labels: string[]
  fields: string[]
  grams: GramOptions
  examples: Example[]
  texts: BlockCounts[][]
  targets: number[]
  folds: Uint8Array
  weights: number[]
}

/**
 * Trains a classifier, measures it by cross-validation on groups of equal texts and calibrates its confidence on
 * those unseen texts. The same examples in any order give the same model.
 * @throws {ClassifierError} with fewer than 20 examples or fewer than two labels.
 */
export function trainClassifier(examples: readonly Example[], options: TrainOptions): ClassifierModel {
  const prepared = prepare(examples, options)
  const { texts, targets, labels, weights } = prepared
  const scored = scoreOutOfFold(prepared, options)
  const fit = fitLinear(texts, targets, labels.length, weights, options.fit ?? defaultFit)
  options.onProgress?.(1, 1)
  return {
    labels,
    fields: prepared.fields,
    grams: prepared.grams,
    blockWeights: weights,
    ...fit,
    calibration: calibrate(scored),
    record: {
      kind: 'trained',
      examples: examples.length,
      sources: options.segmenter.versions,
      measured: evaluateClassifier(judgeOutOfFold(scored, prepared.folds, labels)),
    },
  }
}

/** Sorts the examples into one fixed order, counts their grams and deals them into folds. */
export function prepare(given: readonly Example[], options: TrainOptions): Prepared {
  const usable = given.filter((example) => example.label !== '')
  const labels = [...new Set(usable.map((example) => example.label))].sort()
  if (usable.length < LEAST_EXAMPLES || labels.length < 2) {
    throw new ClassifierError(
      'CLS_TOO_FEW_EXAMPLES',
      '训练数据太少：至少需要 20 条带标签的留言和两个不同的类别。',
    )
  }
  const asked = options.fields ?? Object.keys(usable[0]?.text ?? {})
  const fields = orderFields(
    usable.map((example) => example.text),
    asked,
  )
  const examples = inFixedOrder(usable, fields)
  const grams = options.grams ?? defaultGrams
  return {
    labels,
    fields,
    grams,
    examples,
    texts: examples.map((example) => textGrams(example.text, fields, grams, options.segmenter)),
    targets: examples.map((example) => labels.indexOf(example.label)),
    folds: foldsOf(examples, fields, options.folds ?? DEFAULT_FOLDS),
    weights: blockWeights(fields.length),
  }
}

/** Scores every example by a model that was fitted without its fold. */
export function scoreOutOfFold(prepared: Prepared, options: TrainOptions): Scored[] {
  const { texts, targets, labels, folds, weights } = prepared
  const total = options.folds ?? DEFAULT_FOLDS
  const scored: Scored[] = []
  for (let fold = 0; fold < total; fold++) {
    const kept = texts.flatMap((_, row) => (folds[row] === fold ? [] : [row]))
    const fit = fitLinear(
      kept.flatMap((row) => texts.slice(row, row + 1)),
      kept.map((row) => targets[row] ?? 0),
      labels.length,
      weights,
      options.fit ?? defaultFit,
    )
    for (const [row, blocks] of texts.entries()) {
      if (folds[row] === fold)
        scored[row] = { scores: scoreText(fit, blocks, weights), target: targets[row] ?? 0 }
    }
    options.onProgress?.(fold + 1, total + 1)
  }
  return scored
}

function inFixedOrder(examples: readonly Example[], fields: readonly string[]): Example[] {
  return examples
    .map((example) => ({
      example,
      key: [
        groupKey(example, fields),
        ...fields.map((field) => example.text[field] ?? ''),
        example.label,
      ].join('\u0000'),
    }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map((one) => one.example)
}
