import { Type } from 'typebox'
import { defineQuery } from '../../query.ts'
import { optionalText, text } from '../../shapes.ts'

/** What the reading of single voices takes: which are due, and their texts. */
export const readingQueries = {
  /** `reader` names the method, dictionaries and model in use; a voice read by another is due again. */
  due: defineQuery({
    file: 'readings/due.sql',
    params: Type.Object({ reader: text }),
    row: Type.Object({ voice_id: text, gone: Type.Boolean() }),
  }),
  lastDay: defineQuery({
    file: 'readings/last-day.sql',
    params: Type.Object({ today: text, kind: optionalText }),
    row: Type.Object({ last_day: optionalText }),
  }),
  keywordChanges: defineQuery({
    file: 'readings/keyword-changes.sql',
    params: Type.Object({
      from: text,
      to: text,
      kind: optionalText,
      district: optionalText,
      least: Type.Integer(),
      limit: Type.Integer(),
    }),
    row: Type.Object({
      word: text,
      voices: Type.Integer(),
      expected: Type.Number(),
      excess: Type.Number(),
      example_id: text,
      example_title: optionalText,
      example_text: optionalText,
    }),
  }),
  /** Texts of the voices in batches, each column of a batch as one JSON list. */
  texts: defineQuery({
    file: 'readings/texts.sql',
    params: Type.Object({ ids: text, size: Type.Integer({ minimum: 1 }) }),
    row: Type.Object({ ids: text, kinds: text, titles: text, bodies: text, dates: text, hashes: text }),
  }),
}
