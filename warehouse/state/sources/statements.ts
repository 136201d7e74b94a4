import { Type } from 'typebox'
import { defineStatement } from '../statement.ts'

const text = Type.String()
const optionalText = Type.Union([text, Type.Null()])
const optionalCount = Type.Union([Type.Integer(), Type.Null()])

/** The run log of declared sources. Times are ISO 8601 UTC. */
export const sourceStatements = {
  addEvent: defineStatement({
    file: 'sources/add-event.sql',
    params: Type.Object({
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
      files: optionalCount,
      rows_read: optionalCount,
      rows_accepted: optionalCount,
      rows_quarantined: optionalCount,
      rows_unchanged: optionalCount,
      unbalanced: optionalCount,
      kinds: optionalText,
      mark: optionalText,
      detail: optionalText,
      actor: text,
    }),
  }),
}
