import { Type } from 'typebox'
import { defineQuery } from '../../query.ts'
import { flag, integer, optionalText, page, text } from '../../shapes.ts'

/** Loads, refused rows and freshness. */
export const ledgerQueries = {
  loads: defineQuery({
    file: 'api/load-list.sql',
    params: Type.Object({
      kind: optionalText,
      source: optionalText,
      load_id: optionalText,
      status: optionalText,
      reconciled: optionalText,
      ...page,
    }),
    row: Type.Object({
      load_id: text,
      kind: text,
      source: text,
      file_name: text,
      file_hash: text,
      file_bytes: integer,
      format: text,
      encoding: optionalText,
      sheets: optionalText,
      mapping: optionalText,
      rows_read: integer,
      rows_accepted: integer,
      rows_quarantined: integer,
      rows_unchanged: integer,
      control_totals: optionalText,
      reasons: optionalText,
      warnings: optionalText,
      status: text,
      started_at: optionalText,
      finished_at: optionalText,
      actor: text,
      replay_of: optionalText,
      withdrawn_at: optionalText,
      withdrawn_by: optionalText,
      withdrawn_reason: optionalText,
      rerun_at: optionalText,
      reconciled: optionalText,
      total: integer,
    }),
  }),
  freshness: defineQuery({
    file: 'api/freshness.sql',
    params: Type.Object({}),
    row: Type.Object({
      kind: text,
      loads: integer,
      rows: integer,
      quarantined_open: integer,
      last_load_at: optionalText,
      last_file: optionalText,
      data_from: optionalText,
      data_to: optionalText,
      is_stale: flag,
    }),
  }),
}
