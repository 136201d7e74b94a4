import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { copyWithTime, writeWhole } from '#files'
import type { SourceFile } from '../pipeline/collect-files.ts'

const PendingTicket = Type.Object({
  id: Type.String(),
  fileName: Type.String(),
  code: Type.String(),
  message: Type.String(),
  actor: Type.String(),
  source: Type.Union([Type.String(), Type.Null()]),
  at: Type.String(),
})

/** A file that waits for a person to say what its columns are. */
export type PendingFile = Static<typeof PendingTicket>

const ticketName = 'ticket.json'

/** Files whose headers nothing knows: `pending/<id>/`, the id from source, name and content, so that the same file waits once. */
export class PendingFiles {
  private readonly folder: string

  constructor(dataDir: string) {
    this.folder = join(dataDir, 'pending')
  }

  /** Keeps a copy of the file with the reason why it waits. */
  async keep(file: SourceFile, why: Omit<PendingFile, 'id' | 'fileName'>): Promise<PendingFile> {
    const hash = createHash('sha256').update(why.source === null ? file.name : `${why.source}/${file.name}`)
    await pipeline(createReadStream(file.path), hash)
    const ticket = { ...why, id: hash.digest('hex').slice(0, 16), fileName: file.name }
    const folder = join(this.folder, ticket.id)
    await mkdir(folder, { recursive: true })
    await copyWithTime(file.path, this.pathOf(ticket))
    await writeWhole(join(folder, ticketName), JSON.stringify(ticket))
    return ticket
  }

  /** Oldest first. */
  async list(): Promise<PendingFile[]> {
    const names = await readdir(this.folder).catch(() => [])
    const tickets = await Promise.all(names.map((name) => this.find(name)))
    return tickets
      .filter((ticket) => ticket !== null)
      .sort((left, right) =>
        left.at === right.at ? (left.id < right.id ? -1 : 1) : left.at < right.at ? -1 : 1,
      )
  }

  async find(id: string): Promise<PendingFile | null> {
    if (!/^[0-9a-f]{16}$/.test(id)) return null
    const text = await readFile(join(this.folder, id, ticketName), 'utf8').catch(() => null)
    if (text === null) return null
    const ticket: unknown = JSON.parse(text)
    return Value.Check(PendingTicket, ticket) ? ticket : null
  }

  /** Where the bytes are; the ending stays, for formats are told by it too. */
  pathOf({ id, fileName }: Pick<PendingFile, 'id' | 'fileName'>): string {
    return join(this.folder, id, `content${extname(fileName).toLowerCase()}`)
  }

  async remove(id: string): Promise<void> {
    if ((await this.find(id)) !== null) await rm(join(this.folder, id), { recursive: true, force: true })
  }
}
