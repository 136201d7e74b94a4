import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Piscina } from 'piscina'

/** A worker module's default export: plain data in, plain data out. */
type Task = (input: never) => unknown

const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href

/**
 * Runs one analysis on a thread of its own, so that the server answers requests meanwhile. Input and result are
 * copied between the threads; the thread ends with the work.
 * @throws AbortError as soon as `signal` fires; the thread is ended with it
 * @param name file under `workers/`, whose default export does the work
 */
export async function offThread<Work extends Task>(
  name: 'budget' | 'cold-start' | 'matters' | 'topics' | 'replies' | 'retrain',
  input: Parameters<Work>[0],
  signal?: AbortSignal,
): Promise<Awaited<ReturnType<Work>>> {
  const pool = new Piscina({
    filename: new URL(`./workers/${name}.ts`, import.meta.url).href,
    maxThreads: 1,
    execArgv: ['--import', loader],
  })
  try {
    return (await pool.run(input, signal === undefined ? {} : { signal })) as Awaited<ReturnType<Work>>
  } finally {
    await pool.destroy()
  }
}
