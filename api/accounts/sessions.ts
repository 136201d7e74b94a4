import { apiQueries, apiStatements, type Warehouse } from '#warehouse'
import { addSeconds, toInstant } from '../clock.ts'
import type { Role } from '../contract/index.ts'
import { toPerson, type Person } from './person.ts'
import { createToken, hashToken } from './tokens.ts'

export interface ActiveSession extends Person {
  readonly hash: string
  readonly expiresAt: string
}

interface Held {
  readonly session: ActiveSession
  lastSeen: Date
  savedSeen: Date
}

const hour = 3600
/** A wall runs unattended for a term; people are signed out overnight. */
const limits: Readonly<Record<Role, { idle: number; absolute: number }>> = {
  leader: { idle: 2 * hour, absolute: 12 * hour },
  research: { idle: 2 * hour, absolute: 12 * hour },
  supervision: { idle: 2 * hour, absolute: 12 * hour },
  data: { idle: 2 * hour, absolute: 12 * hour },
  admin: { idle: hour, absolute: 8 * hour },
  screen: { idle: 7 * 24 * hour, absolute: 90 * 24 * hour },
}
const saveEverySeconds = 60

/** Sessions live in the state database, so a restart keeps people signed in; memory holds those in use. */
export class SessionStore {
  readonly #warehouse: Warehouse
  readonly #now: () => Date
  readonly #held = new Map<string, Held>()

  constructor(warehouse: Warehouse, now: () => Date) {
    this.#warehouse = warehouse
    this.#now = now
  }

  /** Signs a person in. The returned token goes into the cookie and is stored nowhere. */
  async start(person: Person): Promise<{ token: string; session: ActiveSession; maxAgeSeconds: number }> {
    const now = this.#now()
    const token = createToken()
    const maxAgeSeconds = limits[person.role].absolute
    const expiresAt = toInstant(addSeconds(now, maxAgeSeconds))
    const session: ActiveSession = { ...person, hash: hashToken(token), expiresAt }
    await this.#warehouse.execute(apiStatements.addSession, {
      session_hash: session.hash,
      name: person.name,
      display_name: person.displayName,
      role: person.role,
      at: toInstant(now),
      expires_at: expiresAt,
    })
    this.#held.set(session.hash, { session, lastSeen: now, savedSeen: now })
    return { token, session, maxAgeSeconds }
  }

  /** The session of a cookie's token, if it is alive; counts as activity. */
  async find(token: string): Promise<ActiveSession | null> {
    const hash = hashToken(token)
    const held = this.#held.get(hash) ?? (await this.#load(hash))
    if (held === null || !this.isAlive(hash)) return null
    await this.#touch(held)
    return held.session
  }

  /** Asked by long streams, which must end with the session and do not count as activity. */
  isAlive(hash: string): boolean {
    const held = this.#held.get(hash)
    if (held === undefined) return false
    const now = this.#now()
    const idleUntil = addSeconds(held.lastSeen, limits[held.session.role].idle)
    const isAlive = now < idleUntil && toInstant(now) < held.session.expiresAt
    if (!isAlive) this.#held.delete(hash)
    return isAlive
  }

  async end(hash: string): Promise<void> {
    this.#held.delete(hash)
    await this.#warehouse.execute(apiStatements.endSession, {
      session_hash: hash,
      at: toInstant(this.#now()),
    })
  }

  async #load(hash: string): Promise<Held | null> {
    const [row] = await this.#warehouse.query(apiQueries.accounts.session, { session_hash: hash })
    const person = row === undefined ? null : toPerson(row)
    if (row === undefined || person === null) return null
    const lastSeen = new Date(row.last_seen_at)
    const held = {
      session: { ...person, hash, expiresAt: row.expires_at },
      lastSeen,
      savedSeen: lastSeen,
    }
    this.#held.set(hash, held)
    return held
  }

  async #touch(held: Held): Promise<void> {
    held.lastSeen = this.#now()
    if (held.lastSeen < addSeconds(held.savedSeen, saveEverySeconds)) return
    held.savedSeen = held.lastSeen
    await this.#warehouse.execute(apiStatements.touchSession, {
      session_hash: held.session.hash,
      at: toInstant(held.lastSeen),
    })
  }
}
