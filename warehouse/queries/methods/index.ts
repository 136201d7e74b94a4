import { Type } from 'typebox'
import { defineQuery } from '../../query.ts'
import { optionalInteger, optionalNumber, optionalText, text } from '../../shapes.ts'

/** What the methods were measured at, and which versions produced the results that stand. */
export const methodQueries = {
  measures: defineQuery({
    file: 'methods/measures.sql',
    params: Type.Object({}),
    row: Type.Object({
      method: text,
      source: text,
      name: text,
      value: Type.Number(),
      unit: text,
      baseline: optionalNumber,
      baseline_name: optionalText,
      n: optionalInteger,
      basis: text,
      model: optionalText,
      measured_at: text,
      note: optionalText,
    }),
  }),
  classAgreement: defineQuery({
    file: 'methods/class-agreement.sql',
    params: Type.Object({}),
    row: Type.Object({ decided: Type.Integer(), agreed: Type.Integer(), model: optionalText }),
  }),
  versions: defineQuery({
    file: 'methods/versions.sql',
    params: Type.Object({}),
    row: Type.Object({ part: text, version: text, voices: Type.Integer() }),
  }),
}
