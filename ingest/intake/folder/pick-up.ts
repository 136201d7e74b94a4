import { mkdir, readdir, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { shanghaiDay } from '#calendar'
import { IngestError } from '../../errors.ts'
import { isSidecar, ownerOf } from '../../reconcile/sidecar.ts'
import { freePath, move } from './move.ts'
import { isIgnored } from './names.ts'

/** A data file taken from a watched folder, with the sidecars that belong to it. */
export interface PickedFile {
  readonly name: string
  readonly path: string
  readonly sidecars: readonly string[]
}

const workFolder = '.processing'

/** The size and time of each finished-looking file in the folder, by name. */
export type FolderLook = ReadonlyMap<string, string>

/** Looks into a watched folder; creates it when it is ours to create. Throws IngestError `source_folder`. */
export async function lookInto(folder: string, create: boolean): Promise<FolderLook> {
  try {
    if (create) await mkdir(folder, { recursive: true })
    const look = new Map<string, string>()
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      if (!entry.isFile() || isIgnored(entry.name)) continue
      const info = await stat(join(folder, entry.name)).catch(() => null)
      if (info) look.set(entry.name, `${info.size}:${info.mtimeMs}`)
    }
    return look
  } catch (error) {
    throw folderError(folder, '打不开', error)
  }
}

/** Names that looked the same at two looks some time apart: nobody is writing to them. */
export function settled(before: FolderLook, after: FolderLook): string[] {
  return [...after].filter(([name, state]) => before.get(name) === state).map(([name]) => name)
}

/**
 * Takes the files out of the watched folder by renaming them into a hidden folder of ours beside them: whoever looks
 * sees a file either waiting or gone, never half. Files an interrupted run left there are taken along.
 */
export async function pickUp(folder: string, names: readonly string[]): Promise<PickedFile[]> {
  const work = join(folder, workFolder)
  try {
    await mkdir(work, { recursive: true })
    for (const name of names) {
      if (isSidecar(name) && ownerOf(name, names) === undefined) continue
      await rename(join(folder, name), await freePath(work, name))
    }
    const taken = (await readdir(work)).filter((name) => !isIgnored(name)).sort()
    const data = taken.filter((name) => !isSidecar(name))
    return data.map((name) => ({
      name,
      path: join(work, name),
      sidecars: taken.filter((other) => isSidecar(other) && ownerOf(other, data) === name),
    }))
  } catch (error) {
    throw folderError(folder, '不能移动其中的文件', error)
  }
}

/** Puts a file that was taken in under `done/YYYY-MM/`, with its sidecars; nothing is ever deleted. */
export async function putDone(folder: string, file: PickedFile, now: Date): Promise<void> {
  await putAway(folder, file, join(folder, 'done', shanghaiDay(now).slice(0, 7)))
}

/** Moves a file that was taken, with its sidecars, into the target folder; returns where it is. */
export async function putAway(folder: string, file: PickedFile, target: string): Promise<string> {
  await mkdir(target, { recursive: true })
  const place = await freePath(target, file.name)
  await move(file.path, place)
  for (const sidecar of file.sidecars)
    await move(join(folder, workFolder, sidecar), await freePath(target, sidecar))
  return place
}

function folderError(folder: string, what: string, cause: unknown): unknown {
  if (!(cause instanceof Error && 'code' in cause) || cause instanceof IngestError) return cause
  return new IngestError(
    'source_folder',
    `监控文件夹“${folder}”${what}，请核对路径、网络盘和读写权限。`,
    folder,
    { cause },
  )
}
