import { buckets, type Bucket } from './model.ts'
import type { Example } from './example.ts'
import { judgeOutOfFold } from './cross-validate.ts'
import { evaluateClassifier, type EvaluationReport } from './evaluate.ts'
import { prepare, scoreOutOfFold, type TrainOptions } from './train.ts'

/** Share and accuracy of each bucket on unseen texts. */
export type BucketScores = Record<Bucket, { texts: number; share: number; accuracy: number | null }>

export interface CrossValidation extends EvaluationReport {
  folds: number
  buckets: BucketScores
}

const DEFAULT_FOLDS = 5

/**
 * k-fold (five by default) cross-validation with equal texts in one fold. The report holds labels and counts, never a text.
 * @throws {ClassifierError} when there are too few examples.
 */
export function crossValidate(examples: readonly Example[], options: TrainOptions): CrossValidation {
  const folds = options.folds ?? DEFAULT_FOLDS
  const prepared = prepare(examples, { ...options, folds })
  const judged = judgeOutOfFold(
    scoreOutOfFold(prepared, { ...options, folds }),
    prepared.folds,
    prepared.labels,
  )
  const bucket = (name: Bucket): BucketScores[Bucket] => {
    const inside = judged.filter((one) => one.bucket === name)
    const right = inside.filter((one) => one.gold === one.predicted).length
    return {
      texts: inside.length,
      share: inside.length / judged.length,
      accuracy: inside.length === 0 ? null : right / inside.length,
    }
  }
  return {
    ...evaluateClassifier(judged),
    folds,
    buckets: Object.fromEntries(buckets.map((name) => [name, bucket(name)])) as BucketScores,
  }
}
