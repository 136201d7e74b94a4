import { Type } from 'typebox'
import { createSignInLink } from '#api'
import { defineCommand } from '../command.ts'

/** Roles a link can be made for; `screen` is the wall. */
export const roles = ['leader', 'research', 'supervision', 'data', 'admin', 'screen'] as const

/** `huizhi link --role R`: a link that signs in once within fifteen minutes, as a path on the server. */
export const linkCommand = defineCommand(
  'link',
  Type.Object({ role: Type.Enum([...roles]) }),
  async ({ warehouse, now }, { role }) => {
    const { path, expiresAt } = await createSignInLink(warehouse, { role, now: now() })
    return { role, path, expiresAt }
  },
)
