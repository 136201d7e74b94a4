import type { EvaluationReport } from './evaluate.ts'
import type { GramOptions } from './grams.ts'
import type { OpinionFit } from './second-opinion/opinion.ts'
import type { Vocabulary } from './vocabulary.ts'

export const buckets = ['accept', 'sample', 'review'] as const
/** accept: take as it is; sample: check some; review: a person decides. */
export type Bucket = (typeof buckets)[number]

/** How scores become a confidence, and the confidences at which the buckets part. */
export interface Calibration {
  /** Scores are divided by the temperature, then each class's offset is added, then softmax. */
  temperature: number
  offsets: readonly number[]
  /** Confidence from which a prediction is accepted; above 1 when no level was safe enough. */
  acceptFrom: number
  /** Confidence below which a person decides. */
  reviewBelow: number
  /** Share and accuracy of the accept bucket on texts the model had not seen; null without labels. */
  acceptShare: number | null
  acceptAccuracy: number | null
}

/** What produced a model and how well it did on texts it had not seen. */
export interface ModelRecord {
  kind: 'trained' | 'cold-start'
  examples: number
  /** How many texts there were when a cold start was made; it is made again when there are many more. */
  population?: number
  /** Names and versions of the dictionaries (and the catalogue) that took part. */
  sources: readonly string[]
  /** Cross-validated on groups of equal texts; null for a cold start, which has no labels to measure with. */
  measured: EvaluationReport | null
}

/** A linear classifier over hashed grams. `weights` holds the columns one after another, `labels.length` each. */
export interface ClassifierModel {
  labels: readonly string[]
  /** Names of the text fields in the order they are read; the longest last. */
  fields: readonly string[]
  grams: GramOptions
  vocabulary: Vocabulary
  weights: Float32Array
  bias: Float32Array
  /** Asked where the linear scores are uncertain; null for few examples, many classes and cold starts. */
  opinion: OpinionFit | null
  calibration: Calibration
  record: ModelRecord
}

/** Thrown when a model cannot be trained, read or applied. Carries no text of the data. */
export class ClassifierError extends Error {
  readonly code: 'CLS_MODEL_DAMAGED' | 'CLS_MODEL_VERSION' | 'CLS_TOO_FEW_EXAMPLES' | 'CLS_COLUMN_MISSING'
  /** What the user can do, in Chinese. */
  readonly advice: string
  /** The same, as the interface's failures carry it. */
  readonly userMessage: string

  constructor(code: ClassifierError['code'], advice: string) {
    super(code)
    this.name = 'ClassifierError'
    this.code = code
    this.advice = advice
    this.userMessage = advice
  }
}
