import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** Bytes of a text as a server sends it compressed. */
export function gzipSize(text: string | Buffer): number {
  return gzipSync(text, { level: 9 }).length
}

/**
 * JavaScript of the whole wall in a built folder, bytes after gzip: all that its service worker keeps (the page's
 * script and every part it may load later), and the worker itself.
 */
export async function wallScriptSize(dist: string): Promise<number> {
  const worker = await readFile(join(dist, 'screen-sw.js'), 'utf8')
  const names = [...new Set(worker.match(/\/assets\/[\w.-]+\.js/g))]
  const files = await Promise.all(names.map((name) => readFile(join(dist, name))))
  return [Buffer.from(worker), ...files].reduce((sum, file) => sum + gzipSize(file), 0)
}
