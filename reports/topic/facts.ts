import { apiQueries, reportQueries, type Warehouse } from '#warehouse'
import { ReportNotReady } from '../errors.ts'

/** What a report on one topic says, and the rows that all its counts are made from. */
export type TopicFacts = NonNullable<Awaited<ReturnType<typeof readTopicFacts>>>

/** One letter of the topic. */
export type TopicRecord = TopicFacts['records'][number]

const attempts = 3

/**
 * Everything of one published state. Null when there is no such topic.
 * @throws ReportNotReady when data are published while they are read, or were and the topics are not computed anew yet
 */
export async function readTopicFacts(warehouse: Warehouse, topicId: string) {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const version = warehouse.version()
    const facts = await readOnce(warehouse, topicId)
    if (warehouse.version() !== version) continue
    if (facts !== null) assertWhole(facts)
    return facts
  }
  throw new ReportNotReady('the data changed while they were read')
}

/** `stamps`: how old and how complete the kinds of source are that the letters are of. */
async function readOnce(warehouse: Warehouse, topicId: string) {
  const params = { topic_id: topicId }
  const [[topic], weeks, quotes, links, campaigns, records, stamps] = await Promise.all([
    warehouse.query(apiQueries.topics.detail, params),
    warehouse.query(apiQueries.topics.weeks, params),
    warehouse.query(apiQueries.topics.quotes, params),
    warehouse.query(apiQueries.topics.links, params),
    warehouse.query(apiQueries.topics.campaigns, params),
    warehouse.query(reportQueries.topicRecords, params),
    warehouse.query(apiQueries.filters.sourceStamps, {}),
  ])
  if (topic === undefined) return null
  const kinds = new Set(records.map(({ kind }) => kind))
  return {
    topic,
    weeks,
    quotes,
    links,
    campaigns,
    records,
    stamps: stamps.filter(({ kind }) => kinds.has(kind)),
  }
}

/** A report with a part missing is not made at all. */
function assertWhole({ topic, records }: NonNullable<Awaited<ReturnType<typeof readOnce>>>): void {
  const matters = new Set(records.map(({ matter_id }) => matter_id)).size
  if (records.length !== topic.voices || matters !== topic.matters)
    throw new ReportNotReady(
      `topic ${topic.topic_id} counts ${topic.voices} letters on ${topic.matters} matters, its rows ${records.length} on ${matters}`,
    )
}
