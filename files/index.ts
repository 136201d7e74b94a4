// Small files that must be there whole or not at all. Every layer of the server may use these.
import { randomUUID } from 'node:crypto'
import { copyFile, mkdir, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname } from 'node:path'

/** A file's text, or null when there is no such file; other errors (no permission, a folder) are thrown. */
export async function readTextIfPresent(path: string): Promise<string | null> {
  return (await readIfPresent(path))?.toString('utf8') ?? null
}

/** A file's bytes, or null when there is no such file. */
export async function readIfPresent(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path)
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** Whether an error of the file system says that nothing is there. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

/** Whether an error of the file system says that the disk, or the share of it that is allowed, is full. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
}

/** Copies a file with the time of its last writing, which dates the states it holds. */
export async function copyWithTime(from: string, to: string): Promise<void> {
  const { atime, mtime } = await stat(from)
  await copyFile(from, to)
  await utimes(to, atime, mtime)
}

/**
 * Writes a file so that a crash or a full disk leaves the old one or the new one, never half of one: beside it, to the
 * disk, then in its place. Creates the folder; only the owner may read.
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const partial = `${path}.${randomUUID()}.partial`
  try {
    const file = await open(partial, 'w', 0o600)
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(partial, path)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}
