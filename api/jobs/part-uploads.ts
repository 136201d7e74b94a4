import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { ApiError } from '../errors.ts'

const Announced = Type.Object({
  fileName: Type.String(),
  size: Type.Integer(),
  modified: Type.Integer(),
  kind: Type.Optional(Type.String()),
  actor: Type.String(),
})
type Announced = Static<typeof Announced>

const abandonedAfterMs = 24 * 3_600_000

/** Bytes a browser sends at a time; a broken connection costs at most one part. */
export const partBytes = 4 * 1024 * 1024

/** An upload that was begun and not yet handed on. */
interface Unfinished {
  readonly id: string
  readonly fileName: string
  readonly size: number
  readonly offset: number
}

/**
 * Large files on their way in, part by part: `work/uploads/<id>/`. The id comes from who sends which file, so that the
 * same file chosen again after a reload finds what was already received, whatever kind is named for it now.
 */
export class PartUploads {
  readonly #root: string

  constructor(dataDir: string) {
    this.#root = join(dataDir, 'work', 'uploads')
  }

  /** Starts or takes up an upload. */
  async begin(announced: Announced): Promise<{ id: string; offset: number }> {
    const { fileName, size, modified, actor } = announced
    const identity = JSON.stringify({ fileName, size, modified, actor })
    const id = createHash('sha256').update(identity).digest('hex').slice(0, 32)
    await mkdir(this.#folder(id), { recursive: true })
    await writeFile(join(this.#folder(id), 'announced.json'), JSON.stringify(announced), { mode: 0o600 })
    return { id, offset: await this.#received(id) }
  }

  /** Appends one part; a part that was already received is taken for received. Errors: API_UPLOAD_BROKEN, API_NOT_FOUND. */
  async append(
    id: string,
    actor: string,
    part: { offset: number; checksum: number; bytes: Buffer },
  ): Promise<number> {
    const { size } = await this.find(id, actor)
    if (crc32(part.bytes) !== part.checksum)
      throw new ApiError('API_UPLOAD_BROKEN', '这一块在途中变了，请重发')
    const received = await this.#received(id)
    const end = part.offset + part.bytes.length
    if (end <= received) return received
    if (part.offset > received || end > size) throw new ApiError('API_UPLOAD_BROKEN', '块的位置对不上')
    const file = await open(this.contentOf(id), constants.O_WRONLY | constants.O_CREAT, 0o600)
    try {
      // At its own place: a part that is sent again while its first try is still being written doubles nothing.
      await writeAt(file, part.bytes.subarray(received - part.offset), received)
      await file.sync()
    } finally {
      await file.close()
    }
    return end
  }

  /** What was announced. Errors: API_NOT_FOUND for an upload that is not there, or someone else's. */
  async find(id: string, actor: string): Promise<Announced> {
    const text = /^[0-9a-f]{32}$/.test(id)
      ? await readFile(join(this.#folder(id), 'announced.json'), 'utf8').catch(() => null)
      : null
    const value: unknown = text === null ? null : JSON.parse(text)
    if (!Value.Check(Announced, value) || value.actor !== actor) throw new ApiError('API_NOT_FOUND')
    return value
  }

  /** What a person began and did not bring to the end, by name. */
  async unfinished(actor: string): Promise<Unfinished[]> {
    const found: Unfinished[] = []
    for (const id of await readdir(this.#root).catch(() => [])) {
      const announced = await this.find(id, actor).catch(() => null)
      if (announced === null) continue
      const { fileName, size } = announced
      found.push({ id, fileName, size, offset: await this.#received(id) })
    }
    return found.sort((left, right) => (left.fileName + left.id < right.fileName + right.id ? -1 : 1))
  }

  /** True when every byte is there. */
  async isComplete(id: string, actor: string): Promise<boolean> {
    const { size } = await this.find(id, actor)
    return (await this.#received(id)) === size
  }

  contentOf(id: string): string {
    return join(this.#folder(id), 'content.part')
  }

  async discard(id: string): Promise<void> {
    await rm(this.#folder(id), { recursive: true, force: true })
  }

  /** Removes uploads nobody went on with for a day. */
  async clearAbandoned(now: Date): Promise<void> {
    for (const id of await readdir(this.#root).catch(() => [])) {
      const info = await stat(this.contentOf(id)).catch(() => stat(this.#folder(id)).catch(() => null))
      if (info && now.getTime() - info.mtimeMs > abandonedAfterMs) await this.discard(id)
    }
  }

  async #received(id: string): Promise<number> {
    return (await stat(this.contentOf(id)).catch(() => null))?.size ?? 0
  }

  #folder(id: string): string {
    return join(this.#root, id)
  }
}

async function writeAt(file: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;)
    done += (await file.write(bytes, done, bytes.length - done, position + done)).bytesWritten
}
