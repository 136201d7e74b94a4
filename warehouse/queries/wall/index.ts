import { Type } from 'typebox'
import { defineQuery } from '../../query.ts'
import {
  decimal,
  flag,
  integer,
  money,
  none,
  optionalInteger,
  optionalMoney,
  optionalNumber,
  optionalText,
  text,
} from '../../shapes.ts'
import { wallVoiceQueries } from './voices.ts'
import { wallSuggestionQueries } from './suggestions.ts'

const top = Type.Object({ limit: integer })
const ofYear = Type.Object({ year: integer })

/** Aggregates that only the wall asks for. */
export const wallQueries = {
  ...wallVoiceQueries,
  ...wallSuggestionQueries,
  stamps: defineQuery({
    file: 'wall/stamps.sql',
    params: none,
    row: Type.Object({
      kind: text,
      data_to: optionalText,
      late_from: optionalText,
      quarantined_open: integer,
      unreconciled: integer,
    }),
  }),
  reconciled: defineQuery({
    file: 'wall/reconciled.sql',
    params: none,
    row: Type.Object({ loads: integer, unbalanced: integer, explained: integer, balanced: integer }),
  }),
  drafts: defineQuery({
    file: 'wall/drafts.sql',
    params: none,
    row: Type.Object({
      draft_name: text,
      stage: optionalText,
      result: optionalText,
      stage_on: optionalText,
      next_stage: optionalText,
      next_on: optionalText,
      comments: integer,
      adopted: integer,
      decided: integer,
      last_comment: optionalText,
    }),
  }),
  meetings: defineQuery({
    file: 'wall/meetings.sql',
    params: none,
    row: Type.Object({
      session: text,
      held_on: text,
      items: integer,
      is_held: flag,
      reports: integer,
      drafts: integer,
      decisions: integer,
      appointments: integer,
      checks: integer,
    }),
  }),
  decided: defineQuery({
    file: 'wall/decided.sql',
    params: top,
    row: Type.Object({
      record_key: text,
      category: text,
      title: text,
      draft_name: optionalText,
      held_on: optionalText,
      votes_for: optionalInteger,
      votes_against: optionalInteger,
      votes_abstain: optionalInteger,
    }),
  }),
  proceedingYears: defineQuery({
    file: 'wall/proceeding-years.sql',
    params: none,
    row: Type.Object({ year: integer, category: text, items: integer, passed: integer }),
  }),
  projects: defineQuery({
    file: 'wall/projects.sql',
    params: Type.Object({ year: optionalInteger }),
    row: Type.Object({
      record_key: text,
      year: integer,
      title: text,
      lead_unit: optionalText,
      target: optionalText,
      planned_at: optionalText,
      progress: optionalNumber,
      status: optionalText,
      budget: optionalMoney,
      votes_rank: optionalInteger,
      reported_at: optionalText,
    }),
  }),
  moneyFlow: defineQuery({
    file: 'wall/money-flow.sql',
    params: ofYear,
    row: Type.Object({ account: text, function_class: text, economic_class: text, amount: money }),
  }),
  functions: defineQuery({
    file: 'wall/functions.sql',
    params: ofYear,
    row: Type.Object({ function_class: text, adjusted: money, paid: money, rate: decimal }),
  }),
  loadMonths: defineQuery({
    file: 'wall/load-months.sql',
    params: none,
    row: Type.Object({ month: text, loads: integer, accepted: integer, quarantined: integer }),
  }),
  runs: defineQuery({
    file: 'wall/runs.sql',
    params: none,
    row: Type.Object({ job: text, finished_at: optionalText, rows: optionalInteger }),
  }),
}
