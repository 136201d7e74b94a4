import { toInstant } from '#calendar'
import type { ResultRow, ResultTable } from '#warehouse'
import type { Topic, TopicEvent, TopicLink } from '../topics/index.ts'

/** Rows of every table the topic job writes. Events are added to those of earlier runs; the rest replaces the last run. */
export function topicTables(
  topics: readonly Topic[],
  events: readonly TopicEvent[],
  links: readonly TopicLink[],
  now: Date,
): ResultTable[] {
  const computedAt = toInstant(now)
  const changes = eventRows(events, dataDateOf(topics), computedAt)
  return [
    { table: 'topics', rows: topics.map((topic) => topicRow(topic, computedAt)) },
    { table: 'topic_members', rows: topics.flatMap(memberRows) },
    { table: 'topic_weeks', rows: topics.flatMap(weekRows) },
    { table: 'topic_links', rows: links.map(linkRow) },
    {
      table: 'topic_events',
      rows: changes,
      merge: { key: 'event_id', keys: changes.map(({ event_id: id }) => id) },
    },
  ]
}

function dataDateOf(topics: readonly Topic[]): string | null {
  const days = topics.flatMap((topic) => topic.to ?? [])
  return days.length === 0 ? null : days.reduce((a, b) => (a > b ? a : b))
}

function eventRows(
  events: readonly TopicEvent[],
  dataDate: string | null,
  at: string,
): (ResultRow & { event_id: string })[] {
  return events
    .filter((event) => event.kind !== 'kept')
    .map((event) => ({
      event_id: [at, event.kind, event.topicId, event.otherId ?? ''].join(' '),
      topic_id: event.topicId,
      other_id: event.otherId ?? null,
      kind: event.kind,
      title: event.title,
      other_title: event.otherTitle ?? null,
      voices: event.voices,
      voices_before: event.voicesBefore,
      data_date: dataDate,
      happened_at: at,
    }))
}

function linkRow({ topicId, record, score, why }: TopicLink): ResultRow {
  return {
    topic_id: topicId,
    kind: record.kind,
    ref: record.ref,
    label: record.label,
    title: record.title,
    unit_name: record.unit,
    amount: record.amount ?? null,
    paid: record.paid ?? null,
    record_date: record.date,
    why,
    score,
  }
}

function memberRows(topic: Topic): ResultRow[] {
  return topic.members.map((member) => ({
    topic_id: topic.id,
    voice_id: member.voiceId,
    matter_id: member.matterId,
    similarity: member.similarity,
    is_typical: member.isTypical,
  }))
}

function weekRows(topic: Topic): ResultRow[] {
  return topic.weeks.map((week) => ({
    topic_id: topic.id,
    week_start: week.weekStart,
    voices: week.voices,
    expected: week.expected,
    expected_low: week.low,
    expected_high: week.high,
  }))
}

function topicRow(topic: Topic, computedAt: string): ResultRow {
  return {
    topic_id: topic.id,
    rank: topic.rank,
    title: topic.title,
    description: topic.description,
    heat: topic.heat,
    heat_parts: { ...topic.heatParts },
    voices: topic.voices,
    matters: topic.matters,
    growth: topic.growth,
    expected: topic.expected,
    expected_low: topic.expectedLow,
    expected_high: topic.expectedHigh,
    breadth: topic.breadth,
    unresolved_share: topic.unresolvedShare,
    from_date: topic.from,
    to_date: topic.to,
    places: topic.places,
    people: topic.people,
    category_1: topic.category,
    lifecycle: topic.lifecycle,
    keywords: topic.keywords,
    campaign: topic.campaign === null ? null : { ...topic.campaign },
    computed_at: computedAt,
  }
}
