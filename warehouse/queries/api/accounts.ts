import { Type } from 'typebox'
import { defineQuery } from '../../query.ts'
import { optionalText, text } from '../../shapes.ts'

const person = { name: text, display_name: text, role: text }

export const accountQueries = {
  user: defineQuery({
    file: 'api/find-user.sql',
    params: Type.Object({ name: text }),
    row: Type.Object({ ...person, password_hash: text }),
  }),
  link: defineQuery({
    file: 'api/find-link.sql',
    params: Type.Object({ claim: text }),
    row: Type.Object(person),
  }),
  session: defineQuery({
    file: 'api/find-session.sql',
    params: Type.Object({ session_hash: text }),
    row: Type.Object({ ...person, last_seen_at: text, expires_at: text }),
  }),
  audit: defineQuery({
    file: 'api/audit-log.sql',
    params: Type.Object({ action: optionalText }),
    row: Type.Object({
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
