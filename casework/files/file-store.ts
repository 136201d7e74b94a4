import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { access, mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { readIfPresent, writeWhole } from '#files'
import type { StoredFile } from '../core/event.ts'
import { CaseworkError } from '../errors.ts'
import { safeFileName } from '#documents'

/** Attachments in `<data home>/casework/files/<first two>/<SHA-256>`: one content is stored once, under no given name. */
export class FileStore {
  readonly #root: string

  constructor(dataDir: string) {
    this.#root = join(dataDir, 'casework')
  }

  /**
   * Stores a stream. Throws CASE_FILE_TOO_LARGE as soon as it passes `limit` bytes, and CASE_INPUT_INVALID when it is
   * empty; nothing half-received stays behind.
   */
  async save(name: string, content: Readable, limit: number): Promise<StoredFile> {
    const partial = join(this.#root, 'partial', randomUUID())
    await mkdir(dirname(partial), { recursive: true })
    const hash = createHash('sha256')
    let bytes = 0
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        bytes += chunk.length
        hash.update(chunk)
        done(bytes > limit ? new CaseworkError('CASE_FILE_TOO_LARGE') : null, chunk)
      },
    })
    try {
      await pipeline(content, measure, createWriteStream(partial, { mode: 0o600 }))
      if (bytes === 0) throw new CaseworkError('CASE_INPUT_INVALID', '附件是空文件')
      const digest = hash.digest('hex')
      const path = this.#pathOf(digest)
      await mkdir(dirname(path), { recursive: true })
      await rename(partial, path)
      return { hash: digest, name: attachmentName(name), bytes }
    } finally {
      await rm(partial, { force: true })
    }
  }

  /** False for a hash that was never stored, and for anything that is no hash. */
  async has(hash: string): Promise<boolean> {
    if (!/^[0-9a-f]{64}$/.test(hash)) return false
    return access(this.#pathOf(hash)).then(
      () => true,
      () => false,
    )
  }

  read(hash: string): Readable {
    return createReadStream(this.#pathOf(hash))
  }

  /** The bytes of an approved letter, made once and kept: what was approved is what is sent. */
  async letter(name: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const path = join(this.#root, 'letters', name)
    const kept = await readIfPresent(path)
    if (kept !== null) return kept
    const made = await make()
    await writeWhole(path, made)
    return made
  }

  #pathOf(hash: string): string {
    return join(this.#root, 'files', hash.slice(0, 2), hash)
  }
}

/** The name shown and offered for saving, its ending kept; it never becomes a path here. */
export function attachmentName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const [ending = ''] = /\.[A-Za-z0-9]{1,10}$/.exec(last) ?? []
  return safeFileName(last.slice(0, last.length - ending.length), ending.toLowerCase())
}
