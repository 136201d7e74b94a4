import { Type } from 'typebox'
import { defineStatement } from '../statement.ts'
import { optionalText, text } from '../../shapes.ts'

/** Writes of the page of names. Times are ISO 8601 UTC. */
export const nameStatements = {
  addDecision: defineStatement({
    file: 'names/add-decision.sql',
    params: Type.Object({
      decision_id: text,
      type: text,
      text,
      action: text,
      target: optionalText,
      actor: text,
      decided_at: text,
    }),
  }),
}
