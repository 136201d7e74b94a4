import { randomUUID } from 'node:crypto'
import { apiQueries, apiStatements, type Warehouse } from '#warehouse'
import { toInstant } from '../clock.ts'
import type { Role } from '../contract/index.ts'
import { ServerError } from '../errors.ts'
import { checkPassword, hashPassword, verifyPassword } from './password.ts'
import { toPerson, type Person } from './person.ts'

export interface NewAccount {
  readonly name: string
  readonly displayName: string
  readonly role: Role
  readonly password: string
  readonly now: Date
}

/**
 * Adds a local account; nothing is created without someone choosing its password.
 * Errors: ACC_NAME_INVALID, ACC_NAME_TAKEN, ACC_PASSWORD_WEAK.
 */
export async function createAccount(warehouse: Warehouse, account: NewAccount): Promise<void> {
  if (!/^[\p{L}\p{N}._-]{2,32}$/u.test(account.name)) {
    throw new ServerError('ACC_NAME_INVALID', '账号名应为 2 到 32 个字母、数字、汉字或 . _ -')
  }
  checkPassword(account.password, account.name)
  const [existing] = await warehouse.query(apiQueries.accounts.user, { name: account.name })
  if (existing !== undefined) throw new ServerError('ACC_NAME_TAKEN', '账号已存在，请换一个名字')
  await warehouse.execute(apiStatements.addUser, {
    user_id: randomUUID(),
    name: account.name,
    display_name: account.displayName,
    role: account.role,
    password_hash: await hashPassword(account.password),
    at: toInstant(account.now),
  })
}

/** The account's person when the password is right; null otherwise, after the same work either way. */
export async function authenticate(
  warehouse: Warehouse,
  name: string,
  password: string,
): Promise<Person | null> {
  const [user] = await warehouse.query(apiQueries.accounts.user, { name })
  const isRight = await verifyPassword(password, user?.password_hash ?? null)
  return isRight && user !== undefined ? toPerson(user) : null
}
