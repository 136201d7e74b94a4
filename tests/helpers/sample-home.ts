import { cp, mkdtemp, rename, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { startServed } from './served.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the first test that needs the sample city puts it for all. */
    readonly sampleFolder: string
  }
}

/**
 * A data home of its own with the sample city taken in and analysed, as the demonstration leaves it. The demonstration
 * runs once for all browser tests of a run. Whoever calls removes the folder.
 */
export async function sampleHome(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `huizhi-${name}-`))
  await copySampleHome(folder)
  return folder
}

/** Puts such a data home into a folder. */
export async function copySampleHome(folder: string): Promise<void> {
  const original = inject('sampleFolder')
  if (!(await exists(join(original, 'ready')))) await makeOriginal(original)
  await cp(join(original, 'ready'), folder, { recursive: true })
}

async function makeOriginal(folder: string): Promise<void> {
  const served = await startServed(['demo', '--data-dir', folder, '--port', '0'])
  const code = await served.stop()
  if (code !== 0) throw new Error(`the demonstration ended with ${String(code)}`)
  await rename(join(folder, 'demo'), join(folder, 'ready'))
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
