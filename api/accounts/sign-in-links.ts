import { randomUUID } from 'node:crypto'
import { apiQueries, apiStatements, type Warehouse } from '#warehouse'
import { addSeconds, toInstant } from '../clock.ts'
import type { Role } from '../contract/index.ts'
import { roleLabels } from '../permissions.ts'
import { toPerson, type Person } from './person.ts'
import { createToken, hashToken } from './tokens.ts'

const lifeSeconds = 15 * 60

export interface SignInLinkRequest {
  readonly role: Role
  readonly now: Date
  /** Shown in the page's corner and written to the audit log; default: the role's name. */
  readonly displayName?: string
}

export interface SignInLink {
  readonly token: string
  /** Path on the server; the token is in the fragment, which browsers never send, so no log holds it. */
  readonly path: string
  readonly expiresAt: string
}

/** Makes a link that signs in once, within 15 minutes. Only the token's hash is stored. */
export async function createSignInLink(
  warehouse: Warehouse,
  request: SignInLinkRequest,
): Promise<SignInLink> {
  const token = createToken()
  const expiresAt = toInstant(addSeconds(request.now, lifeSeconds))
  await warehouse.execute(apiStatements.addLink, {
    token_hash: hashToken(token),
    name: `link:${request.role}`,
    display_name: request.displayName ?? roleLabels[request.role],
    role: request.role,
    at: toInstant(request.now),
    expires_at: expiresAt,
  })
  const page = request.role === 'screen' ? '/screen' : '/sign-in'
  return { token, path: `${page}#token=${token}`, expiresAt }
}

/** Uses a link up. Null when it was used before, is too old or never existed; the caller does not say which. */
export async function redeemSignInLink(
  warehouse: Warehouse,
  token: string,
  now: Date,
): Promise<Person | null> {
  const claim = randomUUID()
  await warehouse.execute(apiStatements.claimLink, {
    token_hash: hashToken(token),
    claim,
    at: toInstant(now),
  })
  const [link] = await warehouse.query(apiQueries.accounts.link, { claim })
  return link === undefined ? null : toPerson(link)
}
