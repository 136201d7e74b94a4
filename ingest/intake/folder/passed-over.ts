import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isIgnored } from './names.ts'

const ownFolders = new Set(['done', 'refused'])

/** What lies in a watched folder and is never taken, as one sentence: links, and folders with something in them; or null. */
export async function passedOver(folder: string): Promise<string | null> {
  const names: string[] = []
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (isIgnored(entry.name)) continue
    if (entry.isSymbolicLink()) names.push(`链接“${entry.name}”`)
    else if (
      entry.isDirectory() &&
      !ownFolders.has(entry.name) &&
      (await holdsFiles(join(folder, entry.name)))
    )
      names.push(`子文件夹“${entry.name}”`)
  }
  if (names.length === 0) return null
  return `没有接入${names.sort().join('、')}：只收直接放在监控文件夹里的文件`
}

async function holdsFiles(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch(() => [])
  return names.some((name) => !isIgnored(name))
}
