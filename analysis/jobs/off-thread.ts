import { workerPool } from './worker-pool.ts'

/** A worker module's default export: plain data in, plain data out. */
type Task = (input: never) => unknown

/**
 * Runs one analysis on a thread of its own, so that the server answers requests meanwhile. Input and result are
 * copied between the threads; the thread ends with the work.
 * @throws AbortError as soon as `signal` fires; the thread is ended with it
 * @param name file under `workers/`, whose default export does the work
 */
export async function offThread<Work extends Task>(
  name: 'budget' | 'cold-start' | 'matters' | 'topics' | 'replies' | 'reply-templates' | 'retrain',
  input: Parameters<Work>[0],
  signal?: AbortSignal,
): Promise<Awaited<ReturnType<Work>>> {
  const pool = workerPool(new URL(`./workers/${name}.ts`, import.meta.url), 1)
  try {
    return (await pool.run(input, signal === undefined ? {} : { signal })) as Awaited<ReturnType<Work>>
  } finally {
    await pool.destroy()
  }
}
