import { Type } from 'typebox'
import { defineStatement } from '../statement.ts'
import { text } from '../../shapes.ts'

/** Writes of the days people froze. Times are ISO 8601 UTC, `figures` is JSON. */
export const historyStatements = {
  addSnapshot: defineStatement({
    file: 'history/add-snapshot.sql',
    params: Type.Object({
      snapshot_id: text,
      name: text,
      as_of: text,
      figures: text,
      actor: text,
      taken_at: text,
    }),
  }),
}
