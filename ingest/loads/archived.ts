import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The archived copy of a source file, found by its content hash: `archive/<hash>…` or `archive/<first two>/<hash>…`.
 * Null when it is not there. The hash comes from the ledger, never from a request.
 */
export async function findArchived(dataDir: string, fileHash: string): Promise<string | null> {
  if (!/^[0-9a-f]{16,128}$/.test(fileHash)) return null
  const root = join(dataDir, 'archive')
  for (const folder of [root, join(root, fileHash.slice(0, 2))]) {
    const names = await readdir(folder).catch(whenMissing)
    const name = names.sort().find((candidate) => candidate.startsWith(fileHash))
    if (name !== undefined) return join(folder, name)
  }
  return null
}

function whenMissing(error: unknown): string[] {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
  throw error
}
