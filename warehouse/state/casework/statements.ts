import { Type } from 'typebox'
import { defineStatement } from '../statement.ts'
import { optionalInteger, optionalText, text } from '../../shapes.ts'

/** Writes of casework: all of them add, none changes a line. Times are ISO 8601 UTC. */
export const caseStatements = {
  addEvent: defineStatement({
    file: 'casework/add-event.sql',
    params: Type.Object({
      event_id: text,
      case_id: text,
      version: Type.Integer(),
      kind: text,
      actor: text,
      actor_name: text,
      role: text,
      at: text,
      note: text,
      data: text,
      request_id: optionalText,
      finding_id: optionalText,
      rule: optionalText,
      outcome: optionalText,
      number_year: optionalInteger,
    }),
  }),
  addEvidence: defineStatement({
    file: 'casework/add-evidence.sql',
    params: Type.Object({
      evidence_id: text,
      case_id: text,
      finding_id: text,
      at: text,
      finding: text,
      source_rows: text,
    }),
  }),
  addLetterText: defineStatement({
    file: 'casework/add-letter-text.sql',
    params: Type.Object({
      text_id: text,
      letter_id: text,
      case_id: text,
      evidence_id: text,
      at: text,
      author: text,
      sections: text,
      office: text,
    }),
  }),
  observeRun: defineStatement({
    file: 'casework/observe-run.sql',
    params: Type.Object({ run_at: text }),
  }),
}
