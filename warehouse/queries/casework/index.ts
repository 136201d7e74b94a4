import { Type } from 'typebox'
import { defineQuery } from '../../query.ts'
import { integer, none, optionalInteger, optionalText, text } from '../../shapes.ts'

const ofCase = Type.Object({ case_id: text })

/** Reads of casework. */
export const caseQueries = {
  revision: defineQuery({
    file: 'casework/revision.sql',
    params: none,
    row: Type.Object({ events: integer }),
  }),
  events: defineQuery({
    file: 'casework/events.sql',
    params: Type.Object({ case_id: optionalText }),
    row: Type.Object({
      event_id: text,
      case_id: text,
      version: integer,
      kind: text,
      actor: text,
      actor_name: text,
      role: text,
      at: text,
      note: text,
      data: text,
      request_id: optionalText,
      number_year: optionalInteger,
      number_seq: optionalInteger,
    }),
  }),
  evidence: defineQuery({
    file: 'casework/evidence.sql',
    params: ofCase,
    row: Type.Object({
      evidence_id: text,
      finding_id: text,
      taken_at: text,
      finding: text,
      source_rows: text,
    }),
  }),
  letterTexts: defineQuery({
    file: 'casework/letter-texts.sql',
    params: ofCase,
    row: Type.Object({
      text_id: text,
      letter_id: text,
      evidence_id: text,
      written_at: text,
      author: text,
      sections: text,
      office: text,
    }),
  }),
  budgetRun: defineQuery({
    file: 'casework/budget-run.sql',
    params: none,
    row: Type.Object({ run_at: optionalText }),
  }),
  sightings: defineQuery({
    file: 'casework/sightings.sql',
    params: none,
    row: Type.Object({
      case_id: text,
      finding_id: text,
      is_present: Type.Boolean(),
      amount: optionalText,
      severity: optionalText,
      runs_without: integer,
      days_without: integer,
    }),
  }),
  absences: defineQuery({
    file: 'casework/absences.sql',
    params: Type.Object({ case_id: text, kinds: Type.Array(text) }),
    row: Type.Object({
      finding_id: text,
      seen_at: text,
      missed_at: optionalText,
      load_id: optionalText,
      file_name: optionalText,
      change: Type.Union([Type.Enum(['published', 'withdrawn']), Type.Null()]),
    }),
  }),
  findingKeys: defineQuery({
    file: 'casework/finding-keys.sql',
    params: none,
    row: Type.Object({ finding_id: text, rule: text, agency_code: text, fiscal_year: integer }),
  }),
  ruleVerdicts: defineQuery({
    file: 'casework/rule-verdicts.sql',
    params: none,
    row: Type.Object({ rule: text, confirmed: integer, explained: integer, false_alarm: integer }),
  }),
}
