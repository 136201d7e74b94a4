import { Type } from 'typebox'
import { defineStatement } from '../statement.ts'
import { text } from '../../shapes.ts'

const byWhom = {
  event_id: text,
  change_id: text,
  reason: text,
  actor: text,
  actor_name: text,
  role: text,
  at: text,
  request_id: text,
}

/** Writes of how thresholds of budget rules are changed. Times are ISO 8601 UTC, days YYYY-MM-DD. */
export const thresholdStatements = {
  addProposal: defineStatement({
    file: 'thresholds/add-proposal.sql',
    params: Type.Object({
      ...byWhom,
      rule: text,
      threshold: text,
      value_now: Type.Number(),
      value_proposed: Type.Number(),
      effective_on: text,
      trial: text,
    }),
  }),
  addDecision: defineStatement({
    file: 'thresholds/add-decision.sql',
    params: Type.Object({ ...byWhom, kind: text }),
  }),
}
