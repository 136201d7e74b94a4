import { Type } from 'typebox'
import { defineQuery } from '../../query.ts'

const text = Type.String()

/** What the reading of single voices takes: which are due, and their texts. */
export const readingQueries = {
  /** `reader` names the method, dictionaries and model in use; a voice read by another is due again. */
  due: defineQuery({
    file: 'readings/due.sql',
    params: Type.Object({ reader: text }),
    row: Type.Object({ voice_id: text, gone: Type.Boolean() }),
  }),
  texts: defineQuery({
    file: 'readings/texts.sql',
    params: Type.Object({ ids: Type.Array(text) }),
    row: Type.Object({
      voice_id: text,
      kind: text,
      title: text,
      body: text,
      created_date: Type.Union([Type.String(), Type.Null()]),
      text_hash: text,
    }),
  }),
}
