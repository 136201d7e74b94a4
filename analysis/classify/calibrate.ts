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

/** What turns scores into shares. */
export type Scaling = Pick<Calibration, 'temperature' | 'offsets'>

/** Class shares from scores: softmax of score / temperature + offset. Plain loops: this runs for every letter. */
export function toShares(scores: Float64Array, { temperature, offsets }: Scaling): Float64Array {
  const shares = new Float64Array(scores.length)
  let top = -Infinity
  for (let label = 0; label < scores.length; label++) {
    const scaled = (scores[label] ?? 0) / temperature + (offsets[label] ?? 0)
    shares[label] = scaled
    if (scaled > top) top = scaled
  }
  let sum = 0
  for (let label = 0; label < shares.length; label++) {
    const power = Math.exp((shares[label] ?? 0) - top)
    shares[label] = power
    sum += power
  }
  for (let label = 0; label < shares.length; label++) shares[label] = (shares[label] ?? 0) / sum
  return shares
}

/** Number of the best class; the first of equals. */
export function bestOf(scores: Float64Array): number {
  let best = 0
  for (let label = 1; label < scores.length; label++)
    if ((scores[label] ?? 0) > (scores[best] ?? 0)) best = label
  return best
}

/**
 * Learns the temperature and the class offsets that make the confidences of unseen texts true (vector scaling with one
 * shared slope; Guo et al., "On Calibration of Modern Neural Networks", ICML 2017) and the thresholds of the buckets
 * from the same texts. The offsets also undo the lean of one-against-rest scores towards large classes.
 */
export function calibrate(scored: readonly Scored[]): Calibration {
  const scaling = learnScaling(scored)
  const ranked = scored
    .map((one) => {
      const shares = toShares(one.scores, scaling)
      const best = bestOf(shares)
      return { confidence: shares[best] ?? 0, isRight: best === one.target }
    })
    .sort((a, b) => b.confidence - a.confidence)
  const accept = acceptThreshold(ranked)
  return { ...scaling, ...accept, reviewBelow: Math.min(reviewThreshold(ranked), accept.acceptFrom) }
}

/** The bucket of a confidence. */
export function bucketOf(confidence: number, calibration: Calibration): Bucket {
  if (confidence >= calibration.acceptFrom) return 'accept'
  return confidence < calibration.reviewBelow ? 'review' : 'sample'
}

const STEPS = 300
const STEP = 2
const STEEPEST = 50

/** Gradient descent on the mean negative log-likelihood, which is convex in slope and offsets. */
function learnScaling(scored: readonly Scored[]): Scaling {
  let offsets = new Float64Array(scored[0]?.scores.length ?? 0)
  let slope = 3
  for (let step = 0; step < STEPS; step++) {
    const descent = gradient(scored, { temperature: 1 / slope, offsets: [...offsets] })
    slope = Math.min(STEEPEST, Math.max(1 / STEEPEST, slope - STEP * descent.slope))
    offsets = offsets.map((offset, label) => offset - STEP * (descent.offsets[label] ?? 0))
  }
  return { temperature: 1 / slope, offsets: [...offsets] }
}

/** Mean gradient of the loss with respect to the slope (1 / temperature) and each offset. */
function gradient(scored: readonly Scored[], scaling: Scaling): { slope: number; offsets: Float64Array } {
  const offsets = new Float64Array(scaling.offsets.length)
  let slope = 0
  for (const { scores, target } of scored) {
    const shares = toShares(scores, scaling)
    for (let label = 0; label < shares.length; label++) {
      const error = ((shares[label] ?? 0) - (label === target ? 1 : 0)) / scored.length
      offsets[label] = (offsets[label] ?? 0) + error
      slope += error * (scores[label] ?? 0)
    }
  }
  return { slope, offsets }
}

interface Ranked {
  confidence: number
  isRight: boolean
}

/**
 * The lowest confidence from which the accuracy of everything above reaches the aim with a margin of one standard
 * error: a threshold chosen on some texts looks a little better on them than it is on others.
 */
function acceptThreshold(ranked: readonly Ranked[]): Omit<Calibration, keyof Scaling | 'reviewBelow'> {
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
    if (texts >= LEAST_TEXTS && isLastOfEquals && right / texts >= ACCEPT_ACCURACY + standardError(texts)) {
      found = {
        acceptFrom: one.confidence,
        acceptShare: texts / ranked.length,
        acceptAccuracy: right / texts,
      }
    }
  }
  return found
}

function standardError(texts: number): number {
  return Math.sqrt((ACCEPT_ACCURACY * (1 - ACCEPT_ACCURACY)) / texts)
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
