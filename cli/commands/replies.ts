import { Type } from 'typebox'
import { scoreReplies } from '#analysis'
import { defineCommand } from '../command.ts'

/** `huizhi replies`: every reply with its scores; nothing is stored. */
export const repliesCommand = defineCommand('replies', Type.Object({}), async ({ warehouse }) => {
  const scored = await scoreReplies(warehouse)
  return {
    replies: scored.map((reply) => ({
      record_id: reply.recordId,
      explained: reply.explained,
      explained_score: reply.explainedScore,
      complete_score: reply.completeScore,
      relevance_score: reply.relevanceScore,
      template_only: reply.isTemplateOnly,
      parts: reply.parts,
      asks: reply.asks,
      days: reply.days,
    })),
  }
})
