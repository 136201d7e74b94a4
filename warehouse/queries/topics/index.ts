import { Type } from 'typebox'
import { defineQuery } from '../../query.ts'
import { integer, optionalFlag, optionalText, text } from '../../shapes.ts'

const linkable = {
  ref: text,
  label: optionalText,
  title: text,
  unit_name: optionalText,
  record_date: optionalText,
}

/** What the hot-topic job reads, and the list of single letters with many likes. */
export const topicQueries = {
  voices: defineQuery({
    file: 'topics/voices.sql',
    params: Type.Object({ today: text, days: integer }),
    row: Type.Object({
      voice_id: text,
      kind: text,
      title: text,
      body: text,
      author: optionalText,
      created_at: optionalText,
      district_name: optionalText,
      unit_name: optionalText,
      matter_id: optionalText,
      category_1: optionalText,
      is_replied: optionalFlag,
      likes: integer,
      dislikes: integer,
    }),
  }),
  previous: defineQuery({
    file: 'topics/previous.sql',
    params: Type.Object({}),
    row: Type.Object({ topic_id: text, title: optionalText, voice_id: text }),
  }),
  knownNames: defineQuery({
    file: 'topics/known-names.sql',
    params: Type.Object({}),
    row: Type.Object({ name: text }),
  }),
  linkSuggestions: defineQuery({
    file: 'topics/link-suggestions.sql',
    params: Type.Object({}),
    row: Type.Object({ ...linkable, body: text, place: optionalText }),
  }),
  linkProjects: defineQuery({
    file: 'topics/link-projects.sql',
    params: Type.Object({}),
    row: Type.Object({ ...linkable, amount: optionalText, paid: optionalText }),
  }),
  linkProcurements: defineQuery({
    file: 'topics/link-procurements.sql',
    params: Type.Object({}),
    row: Type.Object({ ...linkable, place: optionalText, amount: optionalText }),
  }),
  linkPayments: defineQuery({
    file: 'topics/link-payments.sql',
    params: Type.Object({}),
    row: Type.Object({ ...linkable, amount: optionalText }),
  }),
  highlyLiked: defineQuery({
    file: 'topics/highly-liked.sql',
    params: Type.Object({
      least: integer,
      from: optionalText,
      to: optionalText,
      district: optionalText,
      limit: integer,
    }),
    row: Type.Object({
      voice_id: text,
      record_id: optionalText,
      title: optionalText,
      created_date: optionalText,
      district_name: optionalText,
      likes: integer,
      topic_id: optionalText,
    }),
  }),
}
