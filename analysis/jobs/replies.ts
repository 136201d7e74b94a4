import { topicQueries, type Warehouse } from '#warehouse'
import { predictExplained, scoreReply, type ReplyModel, type ReplyScore } from '../replies/index.ts'
import { normaliseText } from '../text/index.ts'
import { loadSegmenter } from './lexicons.ts'

export interface ScoredReply extends ReplyScore {
  voiceId: string
  /** The source's own number. */
  recordId: string
  /** Days from letter to reply; null when one of the dates is missing. */
  days: number | null
}

/** Scores every reply in the warehouse; with a model, its word on explanation replaces the rules'. */
export async function scoreReplies(warehouse: Warehouse, model?: ReplyModel): Promise<ScoredReply[]> {
  const segmenter = loadSegmenter()
  const segment = (text: string): string[] => segmenter.segment(text)
  const rows = await warehouse.columns(topicQueries.replies, {})
  return rows.voice_id.map((voiceId, row) => {
    const reply = normaliseText(rows.reply[row] ?? '')
    const letter = { title: normaliseText(rows.title[row] ?? ''), body: normaliseText(rows.body[row] ?? '') }
    const score = scoreReply(letter, reply, segment)
    const learnt = model ? predictExplained(model, reply) : undefined
    return {
      ...score,
      ...(learnt
        ? { explained: learnt.explained, explainedScore: Math.round(learnt.probability * 1000) / 1000 }
        : {}),
      voiceId,
      recordId: rows.record_id[row] ?? voiceId,
      days: rows.days_to_reply[row] ?? null,
    }
  })
}
