import { Type } from 'typebox'
import { defineStatement } from '../statement.ts'
import { optionalText, text } from '../../shapes.ts'

const person = { name: text, display_name: text, role: text }

/** Writes of accounts, sessions and the audit log. Times are ISO 8601 UTC. */
export const apiStatements = {
  addUser: defineStatement({
    file: 'api/add-user.sql',
    params: Type.Object({ user_id: text, ...person, password_hash: text, at: text }),
  }),
  addLink: defineStatement({
    file: 'api/add-link.sql',
    params: Type.Object({ token_hash: text, ...person, at: text, expires_at: text }),
  }),
  claimLink: defineStatement({
    file: 'api/claim-link.sql',
    params: Type.Object({ token_hash: text, claim: text, at: text }),
  }),
  addSession: defineStatement({
    file: 'api/add-session.sql',
    params: Type.Object({ session_hash: text, ...person, at: text, expires_at: text }),
  }),
  touchSession: defineStatement({
    file: 'api/touch-session.sql',
    params: Type.Object({ session_hash: text, at: text }),
  }),
  endSession: defineStatement({
    file: 'api/end-session.sql',
    params: Type.Object({ session_hash: text, at: text }),
  }),
  addAudit: defineStatement({
    file: 'api/add-audit.sql',
    params: Type.Object({
      audit_id: text,
      at: text,
      actor: text,
      role: optionalText,
      action: text,
      object: optionalText,
      outcome: text,
      reason: optionalText,
    }),
  }),
}
