import { Type } from 'typebox'
import { defineQuery } from '../../query.ts'
import { decimal, integer, optionalNumber, optionalText, page, period, text } from '../../shapes.ts'

const topic = {
  topic_id: text,
  position: integer,
  title: text,
  description: optionalText,
  heat: decimal,
  voices: integer,
  matters: integer,
  voices_in_filter: integer,
  growth: optionalNumber,
  expected: optionalNumber,
  expected_low: optionalNumber,
  expected_high: optionalNumber,
  breadth: integer,
  unresolved_share: optionalNumber,
  from_date: optionalText,
  to_date: optionalText,
  places: optionalText,
  people: optionalText,
  category_1: optionalText,
  lifecycle: optionalText,
  keywords: optionalText,
  campaign: optionalText,
  computed_at: text,
}
const topicParams = Type.Object({ topic_id: text })

export const topicPageQueries = {
  list: defineQuery({
    file: 'api/topic-list.sql',
    params: Type.Object({
      ...period,
      district: optionalText,
      category: optionalText,
      q: optionalText,
      rank_by: text,
      ...page,
    }),
    row: Type.Object({ ...topic, districts: integer, top_district: optionalText, total: integer }),
  }),
  detail: defineQuery({
    file: 'api/topic-detail.sql',
    params: topicParams,
    row: Type.Object({ ...topic, heat_parts: optionalText }),
  }),
  weeks: defineQuery({
    file: 'api/topic-weeks.sql',
    params: topicParams,
    row: Type.Object({
      week_start: text,
      voices: integer,
      expected: optionalNumber,
      expected_low: optionalNumber,
      expected_high: optionalNumber,
    }),
  }),
  counts: defineQuery({
    file: 'api/topic-counts.sql',
    params: topicParams,
    row: Type.Object({ dimension: text, name: text, voices: integer }),
  }),
  events: defineQuery({
    file: 'api/topic-events.sql',
    params: Type.Object({ topic_id: optionalText, limit: integer }),
    row: Type.Object({
      topic_id: text,
      other_id: optionalText,
      kind: text,
      title: optionalText,
      other_title: optionalText,
      voices: Type.Union([integer, Type.Null()]),
      voices_before: Type.Union([integer, Type.Null()]),
      data_date: optionalText,
      happened_at: text,
    }),
  }),
  links: defineQuery({
    file: 'api/topic-links.sql',
    params: topicParams,
    row: Type.Object({
      kind: text,
      ref: text,
      label: optionalText,
      title: optionalText,
      unit_name: optionalText,
      amount: optionalText,
      paid: optionalText,
      record_date: optionalText,
      why: optionalText,
      score: decimal,
    }),
  }),
  campaigns: defineQuery({
    file: 'api/topic-campaigns.sql',
    params: topicParams,
    row: Type.Object({
      matter_id: text,
      label: optionalText,
      voices: integer,
      copies: integer,
      evidence: optionalText,
    }),
  }),
  quotes: defineQuery({
    file: 'api/topic-quotes.sql',
    params: topicParams,
    row: Type.Object({
      voice_id: text,
      record_id: text,
      text: optionalText,
      created_date: optionalText,
      district_name: optionalText,
    }),
  }),
}
