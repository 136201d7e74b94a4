import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { freePath, move } from './move.ts'
import { isSidecar } from '../../reconcile/sidecar.ts'
import { isIgnored } from './names.ts'
import { putAway, type PickedFile } from './pick-up.ts'

const reasonEnding = '.原因.txt'

/** A file that was refused and has not come again. */
export interface RefusedFile {
  readonly name: string
  readonly reason: string
}

/** Puts a refused file under `refused/` with the reason beside it, for the person who will look for it. */
export async function putRefused(folder: string, file: PickedFile, reason: string): Promise<void> {
  const place = await putAway(folder, file, join(folder, 'refused'))
  await writeFile(
    `${place}${reasonEnding}`,
    `${reason}\r\n\r\n改好后把文件放回上一层文件夹即可重新接入；不用了，就把它从这里移走，来源的提醒随之消失。\r\n`,
  )
}

/** The files that lie under `refused/`, by name: there until they come again and load, or a person takes them away. */
export async function refusedFiles(folder: string): Promise<RefusedFile[]> {
  const refused = join(folder, 'refused')
  const names = (await filesIn(refused)).filter((name) => !name.endsWith(reasonEnding) && !isSidecar(name))
  return Promise.all(
    names.sort().map(async (name) => {
      const text = await readFile(join(refused, `${name}${reasonEnding}`), 'utf8').catch(() => '')
      return { name, reason: text.split('\r\n')[0] ?? '' }
    }),
  )
}

/** Files of these names have loaded: what was refused under the same name is put under `refused/已接入/`. */
export async function settleRefused(folder: string, loaded: readonly string[]): Promise<void> {
  const refused = join(folder, 'refused')
  const settled = join(refused, '已接入')
  for (const name of await filesIn(refused)) {
    const own = name.replace(reasonEnding, '')
    if (!loaded.includes(own) && !loaded.includes(firstName(own))) continue
    await mkdir(settled, { recursive: true })
    await move(join(refused, name), await freePath(settled, name))
  }
}

/** The name without the (2) that keeps copies apart. */
function firstName(name: string): string {
  const ending = extname(name)
  return name.slice(0, name.length - ending.length).replace(/\(\d+\)$/, '') + ending
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isFile() && !isIgnored(entry.name)).map(({ name }) => name)
}
