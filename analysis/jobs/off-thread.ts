import { workerPool, type WorkerName } from './worker-pool.ts'

/** A worker module's default export: plain data in, plain data out. */
type Task = (input: never) => unknown

/**
 * Runs one analysis on a thread of its own, so that the server answers requests meanwhile. Input and result are
 * copied between the threads; the thread ends with the work.
 * @throws AbortError as soon as `signal` fires; the thread is ended with it
 */
export async function offThread<Work extends Task>(
  name: Exclude<WorkerName, 'matters' | 'search' | 'voices'>,
  input: Parameters<Work>[0],
  signal?: AbortSignal,
): Promise<Awaited<ReturnType<Work>>> {
  const pool = workerPool(name, 1)
  try {
    return (await pool.run(input, signal === undefined ? {} : { signal })) as Awaited<ReturnType<Work>>
  } finally {
    await pool.destroy()
  }
}
