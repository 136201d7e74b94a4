import type { Catalogue } from '../catalogue/index.ts'
import type { Segmenter } from '../text/index.ts'
import { calibrate, type Scored } from './calibrate.ts'
import { trustedRows } from './contradicted.ts'
import { judgeOutOfFold, type UnseenPrediction } from './cross-validate.ts'
import { evaluateClassifier } from './evaluate.ts'
import type { Example, TextFields } from './example.ts'
import { defaultFit, fitLinear, type FitOptions, type LinearFit } from './fit.ts'
import { foldsOf, groupKey, plainFolds } from './folds.ts'
import { GramCounter, type CountedGrams } from './gram-counter.ts'
import { wordGram } from './gram-hash.ts'
import { GramList, type GramOptions } from './grams.ts'
import { orderFields, readLetter } from './letter.ts'
import { ClassifierError, type ClassifierModel } from './model.ts'
import { scoreCounted } from './score-counted.ts'
import {
  addOpinion,
  isUncertain,
  learnOpinion,
  SecondOpinion,
  type OpinionFit,
} from './second-opinion/opinion.ts'
import { SubjectGrams } from './subject-grams.ts'

export interface TrainOptions {
  /** Names of the text fields; all of the first example's by default. */
  fields?: readonly string[]
  segmenter: Segmenter
  /** The catalogue through which letters are read; without it only their own words count. */
  catalogue?: Catalogue
  fit?: FitOptions
  /** With fewer examples no second opinion is learnt; 1,000 by default. */
  leastForOpinion?: number
  folds?: number
  /** Folds at random by class instead of with equal texts in one fold; only for comparison with published figures. */
  plainSeed?: number
  /** Told how far the training is, for a progress line. */
  onProgress?: (done: number, total: number) => void
}

const GRAMS = { words: 2, characters: 3 }
/** Enough folds to calibrate on; the cross-validation that is reported uses more. */
const DEFAULT_FOLDS = 3
const LEAST_EXAMPLES = 20
const LEAST_FOR_OPINION = 1000
/** Its weights grow with the classes; with more of them every text would be uncertain. */
const MOST_CLASSES_FOR_OPINION = 30

/** Examples made ready for fitting: the same whatever order they came in. */
export interface Prepared {
  labels: string[]
  fields: string[]
  grams: GramOptions
  examples: Example[]
  texts: CountedGrams[]
  /** The words of each text in order, as grams. */
  sequences: Uint32Array[]
  targets: number[]
  folds: Uint8Array
}

/**
 * Trains a classifier, measures it by cross-validation on groups of equal texts and calibrates its confidence on
 * those unseen texts. The same examples in any order give the same model.
 * @throws {ClassifierError} with fewer than 20 examples or fewer than two labels.
 */
export function trainClassifier(examples: readonly Example[], options: TrainOptions): ClassifierModel {
  return trainMeasured(examples, options).model
}

/** A model, and how each of its examples was judged by a model that had not seen it. */
export interface Measured {
  model: ClassifierModel
  unseen: { example: Example; judged: UnseenPrediction }[]
}

/** As `trainClassifier`, with the judgements that its measured scores come from. */
export function trainMeasured(examples: readonly Example[], options: TrainOptions): Measured {
  const prepared = prepare(examples, options)
  const { labels } = prepared
  const scored = scoreOutOfFold(prepared, options)
  const judged = judgeOutOfFold(scored, prepared.folds, labels)
  const calibration = calibrate(scored)
  const rows = trustedRows(scored, prepared.examples, calibration)
  const fit = fitRows(prepared, rows, options)
  options.onProgress?.(1, 1)
  const model: ClassifierModel = {
    labels,
    fields: prepared.fields,
    grams: prepared.grams,
    ...fit,
    calibration,
    record: {
      kind: 'trained',
      examples: examples.length,
      sources: sourcesOf(options),
      measured: evaluateClassifier(judged),
    },
  }
  const unseen = judged.flatMap((one, row) =>
    prepared.examples.slice(row, row + 1).map((example) => ({ example, judged: one })),
  )
  return { model, unseen }
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
  const targets = examples.map((example) => labels.indexOf(example.label))
  const grams = { ...GRAMS, subjects: options.catalogue !== undefined }
  return {
    labels,
    fields,
    grams,
    examples,
    ...readAll(
      examples.map(({ text }) => text),
      fields,
      grams,
      options,
    ),
    targets,
    folds:
      options.plainSeed === undefined
        ? foldsOf(examples, fields, options.folds ?? DEFAULT_FOLDS)
        : plainFolds(targets, options.folds ?? DEFAULT_FOLDS, options.plainSeed),
  }
}

/** Counts the grams of every text. */
export function countAll(
  texts: readonly TextFields[],
  fields: readonly string[],
  grams: GramOptions,
  aids: Pick<TrainOptions, 'segmenter' | 'catalogue'>,
): CountedGrams[] {
  return readAll(texts, fields, grams, aids).texts
}

function readAll(
  texts: readonly TextFields[],
  fields: readonly string[],
  grams: GramOptions,
  { segmenter, catalogue }: Pick<TrainOptions, 'segmenter' | 'catalogue'>,
): Pick<Prepared, 'texts' | 'sequences'> {
  const list = new GramList(grams, catalogue ? new SubjectGrams(catalogue, segmenter) : null)
  const counter = new GramCounter()
  const letters = texts.map((text) => {
    const letter = readLetter(text, fields, segmenter)
    list.read(letter)
    return { counted: counter.count(list), sequence: Uint32Array.from(letter.words, wordGram) }
  })
  return {
    texts: letters.map(({ counted }) => counted),
    sequences: letters.map(({ sequence }) => sequence),
  }
}

/** Fits every member on some of the examples. */
function fitRows(
  { texts, sequences, targets, labels, examples }: Prepared,
  rows: readonly number[],
  options: TrainOptions,
): LinearFit & { opinion: OpinionFit | null } {
  const taught = rows.flatMap((row) => texts.slice(row, row + 1))
  const words = rows.flatMap((row) => sequences.slice(row, row + 1))
  const wanted = rows.map((row) => targets[row] ?? 0)
  const isEnough = examples.length >= (options.leastForOpinion ?? LEAST_FOR_OPINION)
  return {
    ...fitLinear(taught, wanted, labels.length, options.fit ?? defaultFit),
    opinion:
      isEnough && labels.length <= MOST_CLASSES_FOR_OPINION
        ? learnOpinion(taught, words, wanted, labels.length)
        : null,
  }
}

function sourcesOf({ segmenter, catalogue }: TrainOptions): string[] {
  return [...(catalogue ? [`${catalogue.name}@${catalogue.version}`] : []), ...segmenter.versions]
}

/** Scores every example by a model that was fitted without its fold. */
export function scoreOutOfFold(prepared: Prepared, options: TrainOptions): Scored[] {
  const { texts, targets, labels, folds } = prepared
  const total = options.folds ?? DEFAULT_FOLDS
  const scored: Scored[] = []
  for (let fold = 0; fold < total; fold++) {
    const kept = texts.flatMap((_, row) => (folds[row] === fold ? [] : [row]))
    const fit = fitRows(prepared, kept, options)
    const second = fit.opinion && new SecondOpinion(fit.opinion, labels.length)
    for (const [row, counted] of texts.entries()) {
      if (folds[row] !== fold) continue
      const scores = scoreCounted(fit, counted)
      if (second && isUncertain(scores)) addOpinion(scores, second.of(counted))
      scored[row] = { scores, target: targets[row] ?? 0 }
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
