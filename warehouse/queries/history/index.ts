import { Type } from 'typebox'
import { defineQuery } from '../../query.ts'
import { optionalText, text } from '../../shapes.ts'

/** Days that people froze. */
export const historyQueries = {
  /** `figures` (JSON) only when one snapshot is asked for. */
  snapshots: defineQuery({
    file: 'history/snapshots.sql',
    params: Type.Object({ snapshot_id: optionalText }),
    row: Type.Object({
      snapshot_id: text,
      name: text,
      as_of: text,
      figures: optionalText,
      actor: text,
      taken_at: text,
    }),
  }),
}
