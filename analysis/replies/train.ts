import { replyColumns, replyRow } from './columns.ts'
import { fitLogistic, predictLogistic, type LogisticModel } from './logistic.ts'

export interface LabelledReply {
  reply: string
  explained: boolean
}

/** Explanation as an office's own labels see it. Serialisable as it is. */
export interface ReplyModel {
  version: 2
  logistic: LogisticModel
  /** Probability from which a reply counts as explaining. */
  threshold: number
  examples: number
}

const PENALTY = 0.0003
const ROUNDS = 400

/** Learns from labels. @throws RangeError when the labels hold only one of the two answers */
export function trainReplyModel(examples: readonly LabelledReply[]): ReplyModel {
  const positives = examples.filter((example) => example.explained).length
  if (positives === 0 || positives === examples.length) {
    throw new RangeError('Labels must hold replies that explain and replies that do not.')
  }
  const rows = examples.map((example) => replyRow(example.reply))
  const logistic = fitLogistic(
    replyColumns,
    rows,
    examples.map((example) => example.explained),
    { penalty: PENALTY, rounds: ROUNDS, balanced: false },
  )
  const threshold = bestThreshold(rows.map((row) => predictLogistic(logistic, row)))
  return { version: 2, logistic, threshold, examples: examples.length }
}

/**
 * The probability at which the expected macro-F1 is highest. With one rare answer it lies above one half (Lipton et
 * al. 2014); it is taken from the probabilities alone, which is steadier than counting hits.
 */
export function bestThreshold(probabilities: readonly number[]): number {
  const sorted = [...probabilities].sort((a, b) => b - a)
  const yes = sorted.reduce((sum, probability) => sum + probability, 0)
  const no = sorted.length - yes
  let hits = 0
  let best = { score: -1, threshold: 0.5 }
  sorted.forEach((probability, at) => {
    hits += probability
    const chosen = at + 1
    const left = sorted.length - chosen
    const yesScore = (2 * hits) / (chosen + yes)
    const noScore = (2 * (left - (yes - hits))) / (left + no)
    const score = (yesScore + noScore) / 2
    const next = sorted[at + 1] ?? 0
    if (score > best.score && next < probability) best = { score, threshold: (probability + next) / 2 }
  })
  return best.threshold
}

/** Probability that a reply explains itself, by the model. */
export function predictExplained(
  model: ReplyModel,
  reply: string,
): { explained: boolean; probability: number } {
  const probability = predictLogistic(model.logistic, replyRow(reply))
  return { explained: probability >= model.threshold, probability }
}

/** Reads a stored model. @throws RangeError when it is none of this version */
export function parseReplyModel(json: string): ReplyModel {
  const model: unknown = JSON.parse(json)
  const isOurs =
    typeof model === 'object' &&
    model !== null &&
    'version' in model &&
    model.version === 2 &&
    'logistic' in model &&
    'threshold' in model
  if (!isOurs) throw new RangeError('Not a reply model of this version.')
  return model as unknown as ReplyModel
}
