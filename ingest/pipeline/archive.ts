import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, statfs, utimes } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { isDiskFull } from '#files'
import { IngestError } from '../errors.ts'
import { readableBytes } from '../limits.ts'
import type { SourceFile } from './collect-files.ts'

/** A private copy of a source file: what is hashed, parsed and archived are the same bytes. */
export interface StagedFile {
  readonly path: string
  readonly hash: string
  readonly bytes: number
  /** When the source file was last written; its copies keep the time. */
  readonly modifiedAt: Date
  /** Moves the copy to its place in the archive, where it stays under its hash. */
  keep(): Promise<void>
  discard(): Promise<void>
}

const incoming = '.incoming'
const abandonedAfterMs = 24 * 3_600_000

/**
 * Copies a file into the data home and flushes it to disk. Throws `file_changed` when the source was written to
 * meanwhile: half of an old and half of a new file must not be taken for one.
 */
export async function stageFile(file: SourceFile, dataDir: string): Promise<StagedFile> {
  const folder = join(dataDir, 'archive', incoming, randomUUID())
  const path = join(folder, basename(file.path))
  await mkdir(folder, { recursive: true })
  const discard = (): Promise<void> => rm(folder, { recursive: true, force: true })
  try {
    const before = await fileState(file)
    await checkSpace(file, before.bytes, folder)
    const hash = await copyHashed(file.path, path)
    const after = await fileState(file)
    if (before.text !== after.text) throw changed(file)
    await utimes(path, before.modifiedAt, before.modifiedAt)
    return {
      path,
      hash,
      bytes: before.bytes,
      modifiedAt: before.modifiedAt,
      discard,
      keep: async () => {
        await moveDurably(
          path,
          join(dataDir, 'archive', hash.slice(0, 2), `${hash}${extname(path).toLowerCase()}`),
        )
        await discard()
      },
    }
  } catch (error) {
    await discard()
    throw isDiskFull(error) ? diskFull(file, '', error) : error
  }
}

/** Removes copies that an interrupted run left behind; `now` in ms since the epoch. */
export async function clearAbandoned(dataDir: string, now: number): Promise<void> {
  const folder = join(dataDir, 'archive', incoming)
  for (const name of await readdir(folder).catch(() => [])) {
    const info = await stat(join(folder, name)).catch(() => null)
    if (info && now - info.mtimeMs > abandonedAfterMs)
      await rm(join(folder, name), { recursive: true, force: true })
  }
}

/**
 * A database that runs out of disk in the middle of a commit has to be opened anew; so a file is not begun without room
 * for its copy, its rows and the tables made from them.
 */
async function checkSpace(file: SourceFile, bytes: number, folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  const needed = bytes * 4 + spareBytes
  const free = bavail * bsize
  if (free < needed)
    throw diskFull(file, `（大约需要 ${readableBytes(needed)}，只剩 ${readableBytes(free)}）`)
}

const spareBytes = 16 * 1024 * 1024

function diskFull(file: SourceFile, how: string, cause?: unknown): IngestError {
  return new IngestError(
    'disk_full',
    `磁盘空间不足${how}，“${file.name}”没有接入，已有数据不受影响。请清理磁盘后重试。`,
    file.path,
    { cause },
  )
}

async function fileState(file: SourceFile): Promise<{ text: string; bytes: number; modifiedAt: Date }> {
  const info = await stat(file.path).catch(() => null)
  if (!info) throw new IngestError('file_missing', `“${file.name}”读取时不见了，请核对后重试。`, file.path)
  return { text: `${info.ino}:${info.size}:${info.mtimeMs}`, bytes: info.size, modifiedAt: info.mtime }
}

async function copyHashed(from: string, to: string): Promise<string> {
  const hash = createHash('sha256')
  const tap = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  await pipeline(createReadStream(from, { highWaterMark: 1 << 20 }), tap, createWriteStream(to))
  await flush(to)
  return hash.digest('hex')
}

async function moveDurably(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  await rename(from, to)
  await flush(dirname(to))
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function changed(file: SourceFile): IngestError {
  return new IngestError(
    'file_changed',
    `“${file.name}”在读取时被改动了，没有入库。请等文件保存或传输完成后重试。`,
    file.path,
  )
}
