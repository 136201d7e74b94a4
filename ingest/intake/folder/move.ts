import { copyFile, readdir, rename, rm } from 'node:fs/promises'
import { extname, join } from 'node:path'

/** A rename; across devices (a folder mounted inside the share) a copy and then the removal. */
export async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error
    await copyFile(from, `${to}.part`)
    await rename(`${to}.part`, to)
    await rm(from)
  }
}

/** A path in the folder that no file has: the name itself, or with (2), (3) … before its ending. */
export async function freePath(folder: string, name: string): Promise<string> {
  const taken = new Set(await readdir(folder))
  if (!taken.has(name)) return join(folder, name)
  const ending = extname(name)
  const stem = name.slice(0, name.length - ending.length)
  for (let copy = 2; ; copy++) {
    const candidate = `${stem}(${copy})${ending}`
    if (!taken.has(candidate)) return join(folder, candidate)
  }
}
