import { Type } from 'typebox'
import { defineQuery } from '../../query.ts'
import { none, optionalNumber, optionalText } from '../../shapes.ts'

/** Whole analysis tables, as the command line prints them. */
export const exportQueries = {
  topics: defineQuery({
    file: 'exports/topics.sql',
    params: none,
    row: Type.Object({
      topic_id: Type.String(),
      rank: Type.Integer(),
      title: Type.String(),
      description: optionalText,
      heat: Type.Number(),
      heat_parts: optionalText,
      voices: Type.Integer(),
      matters: Type.Integer(),
      lifecycle: optionalText,
      from_date: optionalText,
      to_date: optionalText,
      places: optionalText,
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
      agency_code: optionalText,
      unit: optionalText,
      fiscal_year: optionalNumber,
      amount: optionalText,
      text: Type.String(),
      formula_filled: optionalText,
      clause: optionalText,
      score: Type.Number(),
    }),
  }),
  findingRows: defineQuery({
    file: 'exports/finding-rows.sql',
    params: none,
    row: Type.Object({
      finding_id: Type.String(),
      source_file: Type.String(),
      sheet: optionalText,
      row_number: Type.Integer(),
      amount: optionalText,
    }),
  }),
  rulesNotApplied: defineQuery({
    file: 'exports/rules-not-applied.sql',
    params: none,
    row: Type.Object({ rule: Type.String(), name: Type.String(), why: Type.String() }),
  }),
}
