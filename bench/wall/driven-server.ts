import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Order, Ready } from './protocol.ts'

const root = join(import.meta.dirname, '..', '..')

/** The server under test in a process of its own, so that it can be killed as a power cut would. */
export class DrivenServer {
  readonly #dataDir: string
  readonly #distDir: string
  #child: ChildProcess | null = null
  #port = '0'
  #last: Order[] = []

  constructor(dataDir: string, distDir = join(root, 'dist')) {
    this.#dataDir = dataDir
    this.#distDir = distDir
  }

  /** Starts it, on the same port as before if there was one, at the step and scene where it was left. */
  async start(): Promise<Ready> {
    const child = fork(
      join(root, 'bin', 'tsx.cjs'),
      ['bench/wall/serve.ts', this.#dataDir, this.#distDir, this.#port],
      {
        cwd: root,
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
        // The server's own flags only, not those of whoever drives it.
        execArgv: [],
      },
    )
    this.#child = child
    const [ready] = (await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(([code]) => {
        throw new Error(`the server ended with ${String(code)}`)
      }),
    ])) as [Ready]
    this.#port = new URL(ready.url).port
    for (const order of this.#last) child.send(order)
    return ready
  }

  order(order: Order): void {
    this.#last = [...this.#last.filter((one) => one.do !== order.do), order]
    this.#child?.send(order)
  }

  /** Stops answering without closing anything, as a hung machine does; `thaw` undoes it. */
  freeze(): void {
    this.#child?.kill('SIGSTOP')
  }

  thaw(): void {
    this.#child?.kill('SIGCONT')
  }

  async kill(): Promise<void> {
    const child = this.#child
    if (child?.exitCode !== null) return
    this.#child = null
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
}
