import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { WallSnapshot } from '#contract'

const root = join(import.meta.dirname, '..', '..', '..')

/** What the product answers a wall from sample files, or from a data home (`--home DIR`), read in a process of its own. */
export async function realAnswers(from: readonly string[]): Promise<WallSnapshot> {
  const folder = await mkdtemp(join(tmpdir(), 'huizhi-answers-'))
  const out = join(folder, 'snapshot.json')
  try {
    const script = [join(root, 'bin', 'tsx.cjs'), 'tests/helpers/wall-answers.ts', out, ...from]
    const child = spawn(process.execPath, script, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
    const [code] = (await once(child, 'exit')) as [number | null]
    if (code !== 0) throw new Error(`the answers ended with ${String(code)}`)
    return JSON.parse(await readFile(out, 'utf8')) as WallSnapshot
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
