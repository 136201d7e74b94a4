import { Type } from 'typebox'
import { defineStatement } from '../statement.ts'
import { optionalText, text } from '../../shapes.ts'

/** Writes of how risks are handled. Times are ISO 8601 UTC. */
export const riskStatements = {
  addHandling: defineStatement({
    file: 'risk/add-handling.sql',
    params: Type.Object({
      handling_id: text,
      voice_id: text,
      status: text,
      note: optionalText,
      actor: text,
      role: text,
      at: text,
    }),
  }),
}
