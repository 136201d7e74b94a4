import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const root = join(import.meta.dirname, '..', '..')
const executable = join(root, 'bin', 'huizhi.cjs')

/** What `huizhi demo --json` and `huizhi serve --json` print when they are ready. */
export interface Served {
  readonly url: string
  readonly links: Readonly<Record<string, string>>
  readonly process: ChildProcess
  /** Stops as Ctrl-C would and gives the exit code. */
  stop(): Promise<number | null>
}

/** Starts the real product in a process of its own and waits until it says that it is ready. */
export async function startServed(args: readonly string[]): Promise<Served> {
  const child = spawn(process.execPath, [executable, ...args, '--json'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  const lines = createInterface({ input: child.stdout })
  const ready = await Promise.race([
    once(lines, 'line').then(([line]) => String(line)),
    once(child, 'exit').then(([code]) => {
      throw new Error(`huizhi ended with ${String(code)}: ${said.join('').slice(-2000)}`)
    }),
  ])
  const { url, links } = JSON.parse(ready) as Pick<Served, 'url' | 'links'>
  return {
    url,
    links,
    process: child,
    async stop() {
      if (child.exitCode !== null) return child.exitCode
      const ended = once(child, 'exit')
      child.kill('SIGINT')
      const [code] = (await ended) as [number | null]
      return code
    },
  }
}

/** Runs one command of the product, with `input` on its standard input, and gives what it printed. */
export async function runHuizhi(
  args: readonly string[],
  input = '',
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [executable, ...args], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  child.stdin.end(input)
  const stdout: Buffer[] = []
  const stderr: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() }
}
