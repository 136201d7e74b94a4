import { replyColumns, replyRow } from './columns.ts'
import { fitLogistic, predictLogistic, type LogisticModel } from './logistic.ts'

export interface LabelledReply {
  reply: string
  explained: boolean
}

/** Explanation as an office's own labels see it. */
export interface ReplyModel {
  version: 1
  logistic: LogisticModel
  /** Probability from which a reply counts as explaining. */
  threshold: number
  examples: number
}

const PENALTY = 0.0003
const ROUNDS = 400
const THRESHOLD = 0.5

/** Learns from labels. @throws RangeError when the labels hold only one of the two answers */
export function trainReplyModel(examples: readonly LabelledReply[]): ReplyModel {
  const positives = examples.filter((example) => example.explained).length
  if (positives === 0 || positives === examples.length) {
    throw new RangeError('Labels must hold replies that explain and replies that do not.')
  }
  const logistic = fitLogistic(
    replyColumns,
    examples.map((example) => replyRow(example.reply)),
    examples.map((example) => example.explained),
    { penalty: PENALTY, rounds: ROUNDS, balanced: false },
  )
  return { version: 1, logistic, threshold: THRESHOLD, examples: examples.length }
}

/** Probability that a reply explains itself, by the model. */
export function predictExplained(
  model: ReplyModel,
  reply: string,
): { explained: boolean; probability: number } {
  const probability = predictLogistic(model.logistic, replyRow(reply))
  return { explained: probability >= model.threshold, probability }
}
