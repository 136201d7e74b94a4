import {
  predictExplained,
  scoreReply,
  totalOf,
  type ReplyModel,
  type ReplyScore,
} from '../../replies/index.ts'
import { normaliseText } from '../../text/index.ts'
import { loadSegmenter } from '../lexicons.ts'

export interface RepliesInput {
  /** The office's own model; without it the rules decide. */
  model: ReplyModel | undefined
  /** Letters and replies as they stand in the warehouse; days `YYYY-MM-DD` in Shanghai. */
  replies: {
    id: string
    inputHash: string
    title: string
    body: string
    reply: string
    created: string | null
    replied: string | null
    due: string | null
  }[]
}

export interface ScoredReply {
  id: string
  inputHash: string
  score: ReplyScore
}

/** Scores a batch of replies; with a trained model, its word on explanation replaces the rules'. */
export default function scoreBatch({ model, replies }: RepliesInput): ScoredReply[] {
  const segmenter = loadSegmenter()
  return replies.map((one) => {
    const reply = normaliseText(one.reply)
    const letter = { title: normaliseText(one.title), body: normaliseText(one.body) }
    const score = scoreReply(letter, reply, (text) => segmenter.segment(text), one)
    return { id: one.id, inputHash: one.inputHash, score: model ? learnt(score, reply, model) : score }
  })
}

/** The label's answer is the model's; the graded score is half its probability and half the grounds the rules find. */
function learnt(score: ReplyScore, reply: string, model: ReplyModel): ReplyScore {
  const { explained, probability } = predictExplained(model, reply)
  const explainedScore = Math.round((probability + score.explainedScore) * 500) / 1000
  const judged = { ...score, explained, explainedScore }
  return { ...judged, score: totalOf(judged) }
}
