import { Type } from 'typebox'
import { defineQuery } from '../../query.ts'
import { none, optionalInteger, optionalText, text } from '../../shapes.ts'

const event = {
  event_id: text,
  source: text,
  type: text,
  happened_at: text,
  run_id: optionalText,
  planned_at: optionalText,
  trigger_kind: optionalText,
  outcome: optionalText,
  error_code: optionalText,
  message: optionalText,
  files: optionalInteger,
  rows_read: optionalInteger,
  rows_accepted: optionalInteger,
  rows_quarantined: optionalInteger,
  rows_unchanged: optionalInteger,
  unbalanced: optionalInteger,
  kinds: optionalText,
  mark: optionalText,
  detail: optionalText,
  actor: text,
}

/** The run log of declared sources and what their loads left behind. */
export const sourceQueries = {
  latest: defineQuery({ file: 'sources/latest.sql', params: none, row: Type.Object(event) }),
  runs: defineQuery({
    file: 'sources/runs.sql',
    params: Type.Object({ source: text, limit: Type.Integer(), offset: Type.Integer() }),
    row: Type.Object({ ...event, total: Type.Integer() }),
  }),
  openRuns: defineQuery({
    file: 'sources/open-runs.sql',
    params: none,
    row: Type.Object({
      event_id: text,
      source: text,
      run_id: text,
      happened_at: text,
      planned_at: optionalText,
      trigger_kind: optionalText,
    }),
  }),
  mark: defineQuery({
    file: 'sources/mark.sql',
    params: Type.Object({ source: text }),
    row: Type.Object({ mark: text }),
  }),
  firstSuccess: defineQuery({
    file: 'sources/first-success.sql',
    params: Type.Object({ source: text, since: text, with_empty: Type.Boolean() }),
    row: Type.Object({ happened_at: optionalText }),
  }),
  openQuarantine: defineQuery({
    file: 'sources/open-quarantine.sql',
    params: none,
    row: Type.Object({ source: text, open_rows: Type.Integer() }),
  }),
  unbalanced: defineQuery({
    file: 'sources/unbalanced.sql',
    params: none,
    row: Type.Object({ source: text, loads: Type.Integer() }),
  }),
  lastLoads: defineQuery({
    file: 'sources/last-loads.sql',
    params: none,
    row: Type.Object({ source: text, kind: text, last_at: optionalText }),
  }),
}
