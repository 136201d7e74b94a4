import { bestOf, bucketOf, calibrate, toShares, type Scored } from './calibrate.ts'
import type { Judged } from './evaluate.ts'
import type { Bucket } from './model.ts'

/** A prediction for a text the model had not seen. */
export interface UnseenPrediction extends Judged {
  confidence: number
  bucket: Bucket
}

/**
 * Turns out-of-fold scores into predictions. Each fold's confidence and bucket come from a calibration learnt on the
 * other folds only, so that the measured calibration is that of unseen texts too.
 */
export function judgeOutOfFold(
  scored: readonly Scored[],
  folds: Uint8Array,
  labels: readonly string[],
): UnseenPrediction[] {
  const calibrations = new Map(
    [...new Set(folds)].map((fold) => [fold, calibrate(scored.filter((_, row) => folds[row] !== fold))]),
  )
  return scored.flatMap((one, row) => {
    const calibration = calibrations.get(folds[row] ?? 0)
    if (!calibration) return []
    const shares = toShares(one.scores, calibration)
    const best = bestOf(shares)
    const confidence = shares[best] ?? 0
    return [
      {
        gold: labels[one.target] ?? '',
        predicted: labels[best] ?? '',
        confidence,
        bucket: bucketOf(confidence, calibration),
      },
    ]
  })
}
