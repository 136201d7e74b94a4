import type { Catalogue } from '../catalogue/index.ts'
import { textKey, type Segmenter } from '../text/index.ts'
import { createClassifier } from './classify.ts'
import { coldStartClassifier } from './cold-start.ts'
import { evaluateClassifier, type Judged } from './evaluate.ts'
import type { Example, TextFields } from './example.ts'
import { foldsOf } from './folds.ts'
import { ClassifierError, type ClassifierModel } from './model.ts'
import { trainMeasured } from './train.ts'

/** A class decided by a person, and what the model of that time had said of a text it did not know. */
export interface DecidedText {
  title: string
  body: string
  label: string
  was: string | null
}

export interface RetrainOptions {
  /** The office's own training examples; null where there are none and the cold start serves. */
  stored: { fields: readonly string[]; examples: readonly Example[] } | null
  decided: readonly DecidedText[]
  /** The model in use. */
  before: ClassifierModel | null
  /** Unlabelled texts: what a cold start learns from, and what old and new model are compared on. */
  sample: readonly { title: string; body: string }[]
  population: number
  catalogue: Catalogue
  segmenter: Segmenter
}

/** What a retraining did, in figures. */
export interface RetrainEffect {
  /** Scores on the decided texts, each judged by a model that had not seen it. */
  decided: number
  macroF1Before: number
  macroF1After: number
  accuracyBefore: number
  accuracyAfter: number
  /** Texts compared under both models, how many of them changed class, and the changes by class. */
  compared: number
  changed: number
  perClass: { label: string; before: number; after: number }[]
}

export interface Retrained {
  model: ClassifierModel
  examples: number
  effect: RetrainEffect
}

/** Without labels, fewer decisions than this change nothing for the better. */
export const LEAST_DECISIONS = 20
const FOLDS = 3
const COLD_FIELDS = ['title', 'body']

/**
 * Learns again from the office's examples and from what people decided; a decision wins over an example with the same
 * text. Where there are no examples, the decisions are taught to the cold start.
 * @throws {ClassifierError} with too few decisions to learn from
 */
export function retrainClassifier(options: RetrainOptions): Retrained {
  const { stored, decided } = options
  requireDecisions(decided.length, stored !== null)
  const { model, examples, unseen } = stored
    ? learnFromExamples(stored, options)
    : learnFromDecisions(options)
  return { model, examples, effect: measure(options, model, unseen) }
}

/** @throws {ClassifierError} when there are too few decisions to learn from */
export function requireDecisions(decisions: number, hasExamples: boolean): void {
  if (decisions > 0 && (hasExamples || decisions >= LEAST_DECISIONS)) return
  throw new ClassifierError(
    'CLS_TOO_FEW_EXAMPLES',
    hasExamples
      ? '还没有人工决定：请先复核几件，再重新训练。'
      : `人工决定还不够：没有标注文件时至少需要 ${String(LEAST_DECISIONS)} 件复核结果才能重新训练。`,
  )
}

interface Learnt {
  model: ClassifierModel
  examples: number
  unseen: Judged[]
}

/** Decisions in the fields of the office's examples: the last is the body, the first of the others the title. */
function asExamples(decided: readonly DecidedText[], fields: readonly string[]): Example[] {
  return decided.map(({ title, body, label }) => ({
    label,
    text: toFields(fields, title, body),
    isDecided: true,
  }))
}

function toFields(fields: readonly string[], title: string, body: string): TextFields {
  const last = fields.length - 1
  return Object.fromEntries(fields.map((field, at) => [field, at === last ? body : at === 0 ? title : '']))
}

function learnFromExamples(
  stored: NonNullable<RetrainOptions['stored']>,
  { decided, segmenter, catalogue }: RetrainOptions,
): Learnt {
  const keyOf = ({ text }: Example): string =>
    textKey(stored.fields.map((field) => text[field] ?? '').join('\n'))
  const own = asExamples(decided, stored.fields)
  const taken = new Set(own.map(keyOf))
  const examples = [...stored.examples.filter((example) => !taken.has(keyOf(example))), ...own]
  const known = new Set<Example>(own)
  const { model, unseen } = trainMeasured(examples, { fields: stored.fields, segmenter, catalogue })
  return {
    model,
    examples: examples.length,
    unseen: unseen.filter(({ example }) => known.has(example)).map(({ judged }) => judged),
  }
}

function learnFromDecisions({ decided, sample, population, segmenter, catalogue }: RetrainOptions): Learnt {
  const own = asExamples(decided, COLD_FIELDS)
  const options = {
    catalogue,
    segmenter,
    texts: sample.map(({ title, body }) => ({ title, body })),
    population,
  }
  const fit = (known: readonly Example[]) => coldStartClassifier({ ...options, fields: COLD_FIELDS, known })
  const folds = foldsOf(own, COLD_FIELDS, FOLDS)
  const unseen = Array.from({ length: FOLDS }, (_, fold) => {
    const model = fit(own.filter((_example, row) => folds[row] !== fold))
    const classifier = createClassifier(model, { segmenter, catalogue, words: 0 })
    return own
      .filter((_example, row) => folds[row] === fold)
      .map(({ text, label }) => ({ gold: label, predicted: classifier.classify(text).label }))
  }).flat()
  return { model: fit(own), examples: own.length, unseen }
}

function measure(
  { decided, before, sample, segmenter, catalogue }: RetrainOptions,
  after: ClassifierModel,
  unseen: readonly Judged[],
): RetrainEffect {
  const was = evaluateClassifier(
    decided.map(({ label, was: predicted }) => ({ gold: label, predicted: predicted ?? '' })),
  )
  const now = evaluateClassifier(unseen)
  const labelBy = (model: ClassifierModel): string[] => {
    const classifier = createClassifier(model, { segmenter, catalogue, words: 0 })
    return sample.map(({ title, body }) => classifier.classify(toFields(model.fields, title, body)).label)
  }
  const later = labelBy(after)
  const old = before ? labelBy(before) : later
  const labels = [...new Set([...old, ...later])].sort()
  const count = (list: readonly string[], label: string): number => list.filter((one) => one === label).length
  return {
    decided: decided.length,
    macroF1Before: was.macroF1,
    macroF1After: now.macroF1,
    accuracyBefore: was.accuracy,
    accuracyAfter: now.accuracy,
    compared: sample.length,
    changed: old.filter((label, at) => label !== later[at]).length,
    perClass: labels.map((label) => ({ label, before: count(old, label), after: count(later, label) })),
  }
}
