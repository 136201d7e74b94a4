import { Type } from 'typebox'
import { defineQuery } from '../../query.ts'

const text = Type.String()
const optionalText = Type.Union([Type.String(), Type.Null()])
const optionalNumber = Type.Union([Type.Number(), Type.Null()])

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
      n: Type.Union([Type.Integer(), Type.Null()]),
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
