import { Type } from 'typebox'
import { createAccount } from '#api'
import { defineCommand } from '../command.ts'

/** Roles a person can hold; the wall has links only. */
export const staffRoles = ['leader', 'research', 'supervision', 'data', 'admin'] as const

/** `huizhi account add`: a local account with a password somebody chose; none exists by default. */
export const addAccountCommand = defineCommand(
  'account add',
  Type.Object({
    name: Type.String(),
    displayName: Type.String(),
    role: Type.Enum([...staffRoles]),
    password: Type.String(),
  }),
  async ({ warehouse, now }, account) => {
    await createAccount(warehouse, { ...account, now: now() })
    return { name: account.name, role: account.role }
  },
)
