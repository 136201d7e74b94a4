import { Type } from 'typebox'
import { defineQuery } from '../../query.ts'
import { none, optionalText, text } from '../../shapes.ts'
import { sourceEvent } from '../../state/sources/event.ts'

/** The run log of declared sources and what their loads left behind. */
export const sourceQueries = {
  latest: defineQuery({ file: 'sources/latest.sql', params: none, row: Type.Object(sourceEvent) }),
  runs: defineQuery({
    file: 'sources/runs.sql',
    params: Type.Object({ source: text, limit: Type.Integer(), offset: Type.Integer() }),
    row: Type.Object({ ...sourceEvent, total: Type.Integer() }),
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
  firstKnown: defineQuery({
    file: 'sources/first-known.sql',
    params: none,
    row: Type.Object({ source: text, known_at: optionalText }),
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
