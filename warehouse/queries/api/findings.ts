import { Type } from 'typebox'
import { defineQuery } from '../../query.ts'
import {
  integer,
  optionalInteger,
  optionalMoney,
  optionalNumber,
  optionalText,
  page,
  text,
} from '../../shapes.ts'

const summary = {
  finding_id: text,
  rule: text,
  rule_name: text,
  severity: text,
  certainty: optionalText,
  agency_code: optionalText,
  unit: optionalText,
  fiscal_year: optionalInteger,
  matter: optionalText,
  amount: optionalMoney,
  text,
  score: optionalNumber,
  data_date: optionalText,
}
const reason = {
  findings: integer,
  kind: optionalText,
  text: optionalText,
  limit_text: optionalText,
  short_text: optionalText,
  nearness: optionalNumber,
  matters: optionalInteger,
}
const findingParams = Type.Object({ finding_id: text })

export const findingQueries = {
  list: defineQuery({
    file: 'api/finding-list.sql',
    params: Type.Object({
      rule: optionalText,
      severity: optionalText,
      unit: optionalText,
      year: optionalInteger,
      prior_strength: Type.Number(),
      ...page,
    }),
    row: Type.Object({ ...summary, total: integer }),
  }),
  severities: defineQuery({
    file: 'api/finding-severities.sql',
    params: Type.Object({ rule: optionalText, unit: optionalText, year: optionalInteger }),
    row: Type.Object({ severity: text, findings: integer, units: integer }),
  }),
  byRule: defineQuery({
    file: 'api/finding-rules.sql',
    params: Type.Object({}),
    row: Type.Object({ rule: text, name: text, findings: integer }),
  }),
  detail: defineQuery({
    file: 'api/finding-detail.sql',
    params: findingParams,
    row: Type.Object({
      ...summary,
      rule_version: optionalText,
      formula: optionalText,
      formula_filled: optionalText,
      clause: optionalText,
      clause_text: optionalText,
      threshold: optionalText,
      innocent_causes: optionalText,
      evidence: optionalText,
      computed_at: text,
    }),
  }),
  rows: defineQuery({
    file: 'api/finding-rows.sql',
    params: findingParams,
    row: Type.Object({
      position: integer,
      kind: text,
      record_key: text,
      source_file: optionalText,
      sheet: optionalText,
      row_number: optionalInteger,
      amount: optionalMoney,
      note: optionalText,
    }),
  }),
  unitReasons: defineQuery({
    file: 'api/unit-reasons.sql',
    params: Type.Object({ unit: text, year: integer }),
    row: Type.Object({
      rule: text,
      name: text,
      status: text,
      why: optionalText,
      scope: optionalText,
      ...reason,
    }),
  }),
  ruleReasons: defineQuery({
    file: 'api/rule-reasons.sql',
    params: Type.Object({ rule: text, year: integer }),
    row: Type.Object({ unit_key: text, unit: text, ...reason }),
  }),
  rules: defineQuery({
    file: 'api/rule-statuses.sql',
    params: Type.Object({}),
    row: Type.Object({
      rule: text,
      name: text,
      status: text,
      why: optionalText,
      findings: integer,
      suppressed: integer,
      version: optionalText,
      scope: optionalText,
    }),
  }),
}
