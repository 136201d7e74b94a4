import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { build } from 'vite'
import { expect } from 'vitest'

const root = join(import.meta.dirname, '..', '..')

/**
 * Makes one JavaScript file of a child's TypeScript: a process that is started and killed a hundred times should not
 * translate its sources each time. Gives the file's path.
 */
export async function buildChild(name: string): Promise<string> {
  const outDir = join(root, 'node_modules', '.cache', 'huizhi-faults', name)
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    // Only the reader of SQL files asks where it stands.
    define: { 'import.meta.dirname': JSON.stringify(join(root, 'warehouse', 'engine')) },
    build: { ssr: join(import.meta.dirname, `${name}.ts`), outDir, emptyOutDir: true, minify: false },
  })
  return join(outDir, `${name}.js`)
}

/** Small seeded generator, so that a failing moment can be tried again. */
export function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648
    return state / 2147483648
  }
}

/** Starts the child and kills it `delay` ms after so many messages; one that ended by itself before is let pass. */
export async function killedRun(
  child: string,
  args: string[],
  count: number,
  delay: number,
  mayEnd = false,
): Promise<void> {
  const running = fork(child, args, { silent: true })
  const ended = new Promise<string | null>((resolve) =>
    running.once('exit', (code, signal) => {
      resolve(code === 0 ? 'done' : signal)
    }),
  )
  await messages(running, count, mayEnd)
  await new Promise((resolve) => setTimeout(resolve, delay))
  running.kill('SIGKILL')
  expect(mayEnd ? ['SIGKILL', 'done'] : ['SIGKILL']).toContain(await ended)
}

/** Resolves after so many messages of the child. */
function messages(child: ChildProcess, count: number, mayEnd: boolean): Promise<void> {
  let left = count
  return new Promise((resolve, reject) => {
    child.on('message', () => {
      if (--left === 0) resolve()
    })
    child.once('exit', (code) => {
      if (mayEnd && code === 0) resolve()
      else reject(new Error('the child ended before it was killed'))
    })
  })
}
