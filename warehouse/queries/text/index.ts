import { Type } from 'typebox'
import { defineQuery } from '../../query.ts'

const text = Type.String()
const optionalText = Type.Union([Type.String(), Type.Null()])

/** What the classification job reads, and a summary of what it wrote. */
export const textQueries = {
  voices: defineQuery({
    file: 'text/voices.sql',
    params: Type.Object({}),
    row: Type.Object({ voice_id: text, title: text, body: text }),
  }),
  classSummary: defineQuery({
    file: 'text/class-summary.sql',
    params: Type.Object({}),
    row: Type.Object({
      model: optionalText,
      level_1: optionalText,
      bucket: optionalText,
      voices: Type.Integer(),
    }),
  }),
}
