import type { Bucket, Calibration } from './model.ts'

/** Scores of one text the model had not seen, and its class. */
export interface Scored {
  scores: Float64Array
  target: number
}

/** Aims for the accept bucket and the accuracy under which a person should decide. */
const ACCEPT_ACCURACY = 0.98
const REVIEW_ACCURACY = 0.6
/** Fewer texts than this say nothing about a threshold. */
const LEAST_TEXTS = 20

/** Class shares from scores: softmax of scores divided by the temperature. */
export function toShares(scores: Float64Array, temperature: number): Float64Array {
  const top = scores.reduce((most, score) => Math.max(most, score), -Infinity)
  const powers = scores.map((score) => Math.exp((score - top) / temperature))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}

/** Number of the best class; the first of equals. */
export function bestOf(scores: Float64Array): number {
  let best = 0
  for (let label = 1; label < scores.length; label++)
    if ((scores[label] ?? 0) > (scores[best] ?? 0)) best = label
  return best
}

/**
 * Learns the temperature that makes the confidences of unseen texts true (Guo et al., "On Calibration of Modern
 * Neural Networks", ICML 2017) and the thresholds of the buckets from the same texts.
 */
export function calibrate(scored: readonly Scored[]): Calibration {
  const temperature = bestTemperature(scored)
  const ranked = scored
    .map((one) => {
      const best = bestOf(one.scores)
      return { confidence: toShares(one.scores, temperature)[best] ?? 0, isRight: best === one.target }
    })
    .sort((a, b) => b.confidence - a.confidence)
  const accept = acceptThreshold(ranked)
  return { temperature, ...accept, reviewBelow: Math.min(reviewThreshold(ranked), accept.acceptFrom) }
}

/** The bucket of a confidence. */
export function bucketOf(confidence: number, calibration: Calibration): Bucket {
  if (confidence >= calibration.acceptFrom) return 'accept'
  return confidence < calibration.reviewBelow ? 'review' : 'sample'
}

/** Golden-section search on ln(temperature): the negative log-likelihood has one minimum there. */
function bestTemperature(scored: readonly Scored[]): number {
  const loss = (logarithm: number): number => {
    const temperature = Math.exp(logarithm)
    return scored.reduce((sum, one) => {
      return sum - Math.log(Math.max(toShares(one.scores, temperature)[one.target] ?? 0, 1e-12))
    }, 0)
  }
  const ratio = (Math.sqrt(5) - 1) / 2
  let low = Math.log(0.02)
  let high = Math.log(20)
  for (let round = 0; round < 40; round++) {
    const left = high - ratio * (high - low)
    const right = low + ratio * (high - low)
    if (loss(left) < loss(right)) high = right
    else low = left
  }
  return Math.exp((low + high) / 2)
}

interface Ranked {
  confidence: number
  isRight: boolean
}

/** The lowest confidence from which the accuracy of everything above reaches the aim. */
function acceptThreshold(ranked: readonly Ranked[]): Omit<Calibration, 'temperature' | 'reviewBelow'> {
  let right = 0
  let found: { acceptFrom: number; acceptShare: number | null; acceptAccuracy: number | null } = {
    acceptFrom: 1.01,
    acceptShare: null,
    acceptAccuracy: null,
  }
  for (const [index, one] of ranked.entries()) {
    if (one.isRight) right++
    const texts = index + 1
    const isLastOfEquals = ranked[texts]?.confidence !== one.confidence
    if (texts >= LEAST_TEXTS && isLastOfEquals && right / texts >= ACCEPT_ACCURACY) {
      found = {
        acceptFrom: one.confidence,
        acceptShare: texts / ranked.length,
        acceptAccuracy: right / texts,
      }
    }
  }
  return found
}

/** The highest confidence under which fewer than the aimed share are right. */
function reviewThreshold(ranked: readonly Ranked[]): number {
  let right = 0
  let threshold = 0
  for (let below = 1; below <= ranked.length; below++) {
    const one = ranked[ranked.length - below]
    if (one?.isRight) right++
    const next = ranked[ranked.length - below - 1]?.confidence ?? 1
    if (below >= LEAST_TEXTS && right / below <= REVIEW_ACCURACY) threshold = next
  }
  return threshold
}
