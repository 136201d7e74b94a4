import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Tells which build of the wall's page the folder holds: 12 hex digits over the page, whose addresses of scripts and
 * styles change with their content; empty while nothing is built. The file is read again when it changed.
 */
export function createBuildReader(distDir: string): () => Promise<string> {
  const page = join(distDir, 'screen', 'index.html')
  let held = { modified: -1, build: '' }
  return async () => {
    const modified = await stat(page).then(
      ({ mtimeMs }) => mtimeMs,
      () => -1,
    )
    if (modified !== held.modified) held = { modified, build: modified < 0 ? '' : await buildOf(page) }
    return held.build
  }
}

async function buildOf(page: string): Promise<string> {
  const text = await readFile(page, 'utf8')
  return /<meta name="huizhi-build" content="([0-9a-f]{12})"/.exec(text)?.[1] ?? hash(text)
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}
