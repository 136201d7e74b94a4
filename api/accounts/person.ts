import type { Role } from '../contract/index.ts'
import { roles } from '../permissions.ts'

/** Who acts: an account, or the bearer of a one-time link. */
export interface Person {
  readonly name: string
  readonly displayName: string
  readonly role: Role
}

/** A stored person; a role this version does not know is no person at all (deny by default). */
export function toPerson(row: { name: string; display_name: string; role: string }): Person | null {
  const role = roles.find((known) => known === row.role)
  return role === undefined ? null : { name: row.name, displayName: row.display_name, role }
}
