import { Type } from 'typebox'
import { defineQuery } from '../../query.ts'
import { flag, integer, none, optionalNumber, optionalText, text } from '../../shapes.ts'

const top = Type.Object({ limit: integer })

/** Voices, topics and what became of them, for the wall. */
export const wallVoiceQueries = {
  categories: defineQuery({
    file: 'wall/categories.sql',
    params: none,
    row: Type.Object({ category: text, voices: integer, matters: integer, previous: integer }),
  }),
  channels: defineQuery({
    file: 'wall/channels.sql',
    params: none,
    row: Type.Object({ kind: text, channel: text, voices: integer, matters: integer }),
  }),
  topicStages: defineQuery({
    file: 'wall/topic-stages.sql',
    params: none,
    row: Type.Object({ stage: text, topics: integer, voices: integer }),
  }),
  topicsAbove: defineQuery({
    file: 'wall/topics-above.sql',
    params: Type.Object({ limit: integer, least: integer }),
    row: Type.Object({
      topic_id: text,
      title: text,
      lifecycle: optionalText,
      category_1: optionalText,
      weeks_above: integer,
      is_above: flag,
      voices: integer,
      expected: optionalNumber,
      expected_high: optionalNumber,
    }),
  }),
  coordination: defineQuery({
    file: 'wall/coordination.sql',
    params: top,
    row: Type.Object({
      topic_id: text,
      title: text,
      voices: integer,
      lifecycle: optionalText,
      unresolved_share: optionalNumber,
      suggestions: integer,
      replied: integer,
      late: integer,
      solved: integer,
      projects: integer,
      procurements: integer,
    }),
  }),
}
