import { Type } from 'typebox'
import { runAnalysis, trainReplies } from '#analysis'
import { replyQueries } from '#warehouse'
import { defineCommand, UsageError } from '../command.ts'
import { analysisContext } from './analysis-context.ts'

/** `huizhi replies`: brings the scores of replies up to date and lists them with the source's own record ids. */
export const repliesCommand = defineCommand('replies', Type.Object({}), async (context) => {
  await runAnalysis(analysisContext(context), { only: ['replies'] })
  const rows = await context.warehouse.query(replyQueries.export, {})
  return {
    replies: rows.map((row) => ({
      record_id: row.record_id,
      explained: row.explained ?? false,
      explained_score: row.explained_score ?? 0,
      complete_score: row.complete_score ?? 0,
      relevance_score: row.relevance_score ?? 0,
      timely_score: row.timely_score,
      attitude_score: row.attitude_score ?? 0,
      score: row.score ?? 0,
      days: row.days,
      workdays: row.workdays,
      acknowledgement_only: row.is_acknowledgement ?? false,
      template_id: row.template_id,
      template_share: row.template_share ?? 0,
      asks: parse(row.asks),
      parts: parse(row.parts),
      reasons: parse(row.reasons),
    })),
  }
})

function parse(json: string | null): unknown {
  return json === null ? null : JSON.parse(json)
}

/** `huizhi replies train`: learns from an office's own labels what an explaining reply is. */
export const trainRepliesCommand = defineCommand(
  'replies train',
  Type.Object({
    labels: Type.Array(Type.Object({ recordId: Type.String(), explained: Type.Boolean() })),
  }),
  async (context, { labels }) => {
    const { warehouse, modelsDir, now } = analysisContext(context)
    try {
      return await trainReplies(warehouse, modelsDir, labels, now)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      throw new UsageError(
        '标注对上的答复里必须既有“有说理”的，也有“没有说理”的；请核对编号列，并先接入答复所在的文件',
        { cause: error },
      )
    }
  },
)
