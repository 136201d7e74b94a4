import { Type } from 'typebox'
import { defineStatement } from '../statement.ts'
import { optionalInteger, optionalText, text } from '../../shapes.ts'

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
    }),
  }),
}
