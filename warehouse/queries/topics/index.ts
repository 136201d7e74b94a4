import { Type } from 'typebox'
import { defineQuery } from '../../query.ts'

const text = Type.String()
const integer = Type.Integer()
const optionalText = Type.Union([Type.String(), Type.Null()])

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
      category_1: optionalText,
      is_replied: Type.Union([Type.Boolean(), Type.Null()]),
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
