import { Type } from 'typebox'
import { defineQuery } from '../../query.ts'

const nullable = <T extends ReturnType<typeof Type.String | typeof Type.Number>>(schema: T) =>
  Type.Union([schema, Type.Null()])
const none = Type.Object({})

/** Whole analysis tables, as the command line prints them. */
export const exportQueries = {
  topics: defineQuery({
    file: 'exports/topics.sql',
    params: none,
    row: Type.Object({
      topic_id: Type.String(),
      rank: Type.Integer(),
      title: Type.String(),
      description: nullable(Type.String()),
      heat: Type.Number(),
      heat_parts: nullable(Type.String()),
      voices: Type.Integer(),
      matters: Type.Integer(),
      lifecycle: nullable(Type.String()),
      from_date: nullable(Type.String()),
      to_date: nullable(Type.String()),
      places: nullable(Type.String()),
    }),
  }),
  topicRecords: defineQuery({
    file: 'exports/topic-records.sql',
    params: none,
    row: Type.Object({ topic_id: Type.String(), record_id: Type.String() }),
  }),
  findings: defineQuery({
    file: 'exports/findings.sql',
    params: none,
    row: Type.Object({
      finding_id: Type.String(),
      rule: Type.String(),
      rule_name: Type.String(),
      rule_version: Type.String(),
      severity: Type.String(),
      agency_code: nullable(Type.String()),
      unit: nullable(Type.String()),
      fiscal_year: nullable(Type.Number()),
      amount: nullable(Type.String()),
      text: Type.String(),
      formula_filled: nullable(Type.String()),
      clause: nullable(Type.String()),
      score: Type.Number(),
    }),
  }),
  findingRows: defineQuery({
    file: 'exports/finding-rows.sql',
    params: none,
    row: Type.Object({
      finding_id: Type.String(),
      source_file: Type.String(),
      sheet: nullable(Type.String()),
      row_number: Type.Integer(),
      amount: nullable(Type.String()),
    }),
  }),
  rulesNotApplied: defineQuery({
    file: 'exports/rules-not-applied.sql',
    params: none,
    row: Type.Object({ rule: Type.String(), name: Type.String(), why: Type.String() }),
  }),
}
