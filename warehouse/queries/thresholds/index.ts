import { Type } from 'typebox'
import { defineQuery } from '../../query.ts'
import { optionalText, text } from '../../shapes.ts'

/** Reads of how thresholds of budget rules were changed. */
export const thresholdQueries = {
  changes: defineQuery({
    file: 'thresholds/changes.sql',
    params: Type.Object({ rule: optionalText }),
    row: Type.Object({
      change_id: text,
      rule: text,
      threshold: text,
      value_now: Type.Number(),
      value_proposed: Type.Number(),
      effective_on: text,
      reason: text,
      trial: text,
      actor: text,
      actor_name: text,
      at: text,
      request_id: text,
      outcome: optionalText,
      outcome_reason: optionalText,
      outcome_actor: optionalText,
      outcome_actor_name: optionalText,
      outcome_at: optionalText,
      outcome_request_id: optionalText,
    }),
  }),
}
