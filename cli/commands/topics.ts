import { Type } from 'typebox'
import { runAnalysis } from '#analysis'
import { exportQueries } from '#warehouse'
import { defineCommand } from '../command.ts'
import { groupBy } from '../group-by.ts'
import { analysisContext } from './analysis-context.ts'

/** `huizhi topics`: brings the topics up to date and lists them with the source's own record ids. */
export const topicsCommand = defineCommand(
  'topics',
  Type.Object({ limit: Type.Optional(Type.Integer({ minimum: 1 })) }),
  async (context, { limit }) => {
    await runAnalysis(analysisContext(context), { only: ['topics'] })
    const [topics, records] = await Promise.all([
      context.warehouse.query(exportQueries.topics, {}),
      context.warehouse.query(exportQueries.topicRecords, {}),
    ])
    const recordIds = groupBy(
      records,
      (record) => record.topic_id,
      (record) => record.record_id,
    )
    return {
      topics: topics.slice(0, limit).map((topic) => ({
        rank: topic.rank,
        id: topic.topic_id,
        title: topic.title,
        heat: topic.heat,
        heat_parts: parse(topic.heat_parts),
        from: topic.from_date,
        to: topic.to_date,
        places: parse(topic.places) ?? [],
        lifecycle: topic.lifecycle,
        voices: topic.voices,
        matters: topic.matters,
        record_ids: recordIds.get(topic.topic_id) ?? [],
      })),
    }
  },
)

function parse(json: string | null): unknown {
  return json === null ? null : JSON.parse(json)
}
