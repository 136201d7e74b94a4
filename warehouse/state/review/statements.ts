import { Type } from 'typebox'
import { defineStatement } from '../statement.ts'
import { optionalNumber, optionalText, text } from '../../shapes.ts'

/** Writes of the review desk. Times are ISO 8601 UTC. */
export const reviewStatements = {
  addDecision: defineStatement({
    file: 'review/add-decision.sql',
    params: Type.Object({
      decision_id: text,
      voice_id: text,
      text_hash: text,
      kind: text,
      level_1: optionalText,
      level_2: optionalText,
      level_3: optionalText,
      was_level_1: optionalText,
      was_level_2: optionalText,
      was_level_3: optionalText,
      was_confidence: optionalNumber,
      model: optionalText,
      actor: text,
      decided_at: text,
    }),
  }),
  addTraining: defineStatement({
    file: 'review/add-training.sql',
    params: Type.Object({
      training_id: text,
      trained_at: text,
      actor: text,
      model: text,
      previous_model: optionalText,
      examples: Type.Integer(),
      decisions: Type.Integer(),
      effect: text,
    }),
  }),
}
