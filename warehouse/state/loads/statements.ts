import { Type } from 'typebox'
import { defineStatement } from '../statement.ts'
import { optionalText, text } from '../../shapes.ts'

const fact = { actor: text, at: text }

/** Facts people state about refused rows. Times are ISO 8601 UTC. */
export const loadStatements = {
  /** `edits`: JSON `[{"id", "header", "text", "sealed"}]`; a null text takes the repair back. Rows that are not open are left alone. */
  addRepairs: defineStatement({
    file: 'loads/add-repairs.sql',
    params: Type.Object({ edits: text, ...fact }),
  }),
  /** The same cell in all open rows of a group that read the same. */
  replaceText: defineStatement({
    file: 'loads/replace-text.sql',
    params: Type.Object({
      load: text,
      reason: text,
      column: optionalText,
      header: text,
      old_text: text,
      new_text: text,
      sealed_text: optionalText,
      ...fact,
    }),
  }),
  addReconciliation: defineStatement({
    file: 'loads/add-reconciliation.sql',
    params: Type.Object({ load_id: text, stated: optionalText, explanation: optionalText, ...fact }),
  }),
  addDecisions: defineStatement({
    file: 'loads/add-decisions.sql',
    params: Type.Object({
      ids: Type.Array(Type.String()),
      action: text,
      reason: optionalText,
      ...fact,
    }),
  }),
}
