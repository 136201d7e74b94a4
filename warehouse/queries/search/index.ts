import { Type } from 'typebox'
import { defineQuery } from '../../query.ts'
import { flag, integer, optionalFlag, optionalInteger, optionalText, text } from '../../shapes.ts'

/** What the similar-suggestion search indexes, and what it shows of its hits. */
export const searchQueries = {
  documents: defineQuery({
    file: 'search/documents.sql',
    params: Type.Object({ after: text, limit: integer }),
    row: Type.Object({
      voice_id: text,
      kind: text,
      year: optionalInteger,
      title: text,
      body: text,
      reply: text,
    }),
  }),
  hits: defineQuery({
    file: 'search/hits.sql',
    params: Type.Object({ ids: Type.Array(text) }),
    row: Type.Object({
      voice_id: text,
      kind: text,
      record_id: text,
      title: optionalText,
      body: optionalText,
      created_date: optionalText,
      year: optionalInteger,
      district_name: optionalText,
      unit_name: optionalText,
      is_replied: flag,
      is_late: optionalFlag,
      replied_at: optionalText,
      reply: optionalText,
      outcome: optionalText,
      matter_id: optionalText,
    }),
  }),
}
