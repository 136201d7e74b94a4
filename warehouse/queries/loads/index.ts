import { Type } from 'typebox'
import { defineQuery } from '../../query.ts'
import { integer, optionalInteger, optionalText, page, text } from '../api/shapes.ts'

const ids = Type.Array(Type.String())

/** What working on loads and refused rows needs to know; times are ISO 8601 UTC. */
export const loadQueries = {
  line: defineQuery({
    file: 'loads/line.sql',
    params: Type.Object({ load_id: text }),
    row: Type.Object({
      load_id: text,
      kind: text,
      source: text,
      file_name: text,
      file_hash: text,
      file_bytes: integer,
      sheets: optionalText,
      mapping: optionalText,
      policy: optionalText,
      layout: optionalText,
      control_totals: optionalText,
      reconciled: optionalText,
      status: text,
      replay_of: optionalText,
      observed_at: text,
      started_at: text,
      actor: text,
    }),
  }),
  repairs: defineQuery({
    file: 'loads/repairs.sql',
    params: Type.Object({ file_hash: text, kind: text }),
    row: Type.Object({ sheet: text, row_number: integer, header: text, new_text: text }),
  }),
  reconciliation: defineQuery({
    file: 'loads/reconciliation.sql',
    params: Type.Object({ file_hash: text, kind: text }),
    row: Type.Object({ stated: optionalText, explanation: optionalText, actor: text, decided_at: text }),
  }),
  groups: defineQuery({
    file: 'loads/groups.sql',
    params: Type.Object({ load: optionalText, kind: optionalText }),
    row: Type.Object({
      load_id: text,
      kind: text,
      source_file: text,
      reason_code: text,
      column_name: optionalText,
      open_rows: integer,
      repaired_rows: integer,
      aside_rows: integer,
      message: text,
      last_at: text,
    }),
  }),
  refusedRows: defineQuery({
    file: 'loads/refused-rows.sql',
    params: Type.Object({
      load: optionalText,
      kind: optionalText,
      reason: optionalText,
      column: optionalText,
      status: optionalText,
      ids: Type.Union([ids, Type.Null()]),
      ...page,
    }),
    row: Type.Object({
      quarantine_id: text,
      load_id: text,
      kind: text,
      source_file: text,
      sheet: optionalText,
      row_number: integer,
      column_name: optionalText,
      reason_code: text,
      message: text,
      row_json: text,
      status: text,
      created_at: text,
      resolved_load_id: optionalText,
      aside_reason: optionalText,
      total: integer,
    }),
  }),
  repairsOfRows: defineQuery({
    file: 'loads/repairs-of-rows.sql',
    params: Type.Object({ ids }),
    row: Type.Object({
      quarantine_id: text,
      header: text,
      new_text: text,
      actor: text,
      repaired_at: text,
    }),
  }),
  select: defineQuery({
    file: 'loads/select.sql',
    params: Type.Object({
      kind: optionalText,
      source: optionalText,
      loaded_from: optionalText,
      loaded_to: optionalText,
      data_from: optionalText,
      data_to: optionalText,
    }),
    row: Type.Object({
      load_id: text,
      kind: text,
      source: text,
      file_name: text,
      rows_read: optionalInteger,
      started_at: optionalText,
      data_from: optionalText,
      data_to: optionalText,
    }),
  }),
}
