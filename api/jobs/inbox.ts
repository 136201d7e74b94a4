import { createWriteStream } from 'node:fs'
import { mkdir, readFile, readdir, rename, rm, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { writeWhole } from '#files'
import type { LoadChange } from '#ingest'
import { kinds, type Kind } from '#warehouse'
import { safeFileName, uniqueFileName } from './safe-file-name.ts'

const Ticket = Type.Object({
  id: Type.String(),
  actor: Type.String(),
  files: Type.Array(Type.String()),
  kind: Type.Optional(Type.Unsafe<Kind>({ type: 'string', enum: [...kinds] })),
  /** How the ledger names where the files came from. */
  source: Type.Optional(Type.String()),
  /** A change of the ledger that waits its turn; it has no files of its own, `files` says what it does. */
  change: Type.Optional(Type.Unsafe<LoadChange>({ type: 'object', required: ['action'] })),
})
export type Ticket = Static<typeof Ticket>

/** A file on its way in. */
interface Incoming {
  readonly name: string
  readonly content: Readable
  /** When it was last written where it came from, or null: then its arrival counts. */
  readonly modifiedAt: Date | null
}

const ticketName = '.ticket.json'

/** What waits to be worked on: `inbox/<job id>/`, uploaded files or none, with a ticket once it is complete. */
export class Inbox {
  readonly #root: string

  constructor(dataDir: string) {
    this.#root = join(dataDir, 'inbox')
  }

  pathOf(id: string, file: string): string {
    return join(this.#root, id, file)
  }

  /** Stores one file under a safe name not yet taken; a half-received file never bears its final name. */
  async receive(id: string, incoming: Incoming, taken: ReadonlySet<string>): Promise<string> {
    const { content, modifiedAt } = incoming
    const name = uniqueFileName(safeFileName(incoming.name), taken)
    const folder = join(this.#root, id)
    await mkdir(folder, { recursive: true })
    const partial = join(folder, `.${name}.part`)
    await pipeline(content, createWriteStream(partial, { mode: 0o600 }))
    if (modifiedAt !== null) await utimes(partial, modifiedAt, modifiedAt)
    await rename(partial, join(folder, name))
    return name
  }

  /** Makes the folder of a job whose files are put there by other ways than an upload. */
  async prepare(id: string): Promise<void> {
    await mkdir(join(this.#root, id), { recursive: true })
  }

  /** Marks the upload complete: from here on a restart picks it up again. */
  async seal(ticket: Ticket): Promise<void> {
    const folder = join(this.#root, ticket.id)
    await writeWhole(join(folder, ticketName), JSON.stringify(ticket))
  }

  async discard(id: string): Promise<void> {
    await rm(join(this.#root, id), { recursive: true, force: true })
  }

  /** Complete uploads an earlier process did not get to. Incomplete ones are removed. */
  async leftOver(): Promise<Ticket[]> {
    const entries = await readdir(this.#root, { withFileTypes: true }).catch(whenMissing<never[]>([]))
    const tickets: Ticket[] = []
    for (const entry of entries.filter((item) => item.isDirectory() && isJobId(item.name))) {
      const ticket = await this.#readTicket(entry.name)
      if (ticket === null) await this.discard(entry.name)
      else tickets.push(ticket)
    }
    return tickets.sort((left, right) => (left.id < right.id ? -1 : 1))
  }

  async #readTicket(id: string): Promise<Ticket | null> {
    const text = await readFile(this.pathOf(id, ticketName), 'utf8').catch(whenMissing<null>(null))
    if (text === null) return null
    const value: unknown = JSON.parse(text)
    return Value.Check(Ticket, value) && value.id === id ? value : null
  }
}

/** The time a browser tells of a file (milliseconds since 1970), or null where it is none or lies ahead of `now`. */
export function tellableTime(milliseconds: number, now: Date): Date | null {
  return milliseconds > 0 && milliseconds <= now.getTime() ? new Date(milliseconds) : null
}

/** Job ids sort by time: `<UTC time>-<random>`. Other folders in the inbox are not ours to touch. */
export function isJobId(name: string): boolean {
  return /^\d{14}-[0-9a-f]{8}$/.test(name)
}

function whenMissing<T>(fallback: T) {
  return (error: unknown): T => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return fallback
    throw error
  }
}
