import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Piscina } from 'piscina'

/** A file under `workers/`, whose default export does the work: plain data in, plain data out. */
export type WorkerName =
  | 'backtest'
  | 'budget'
  | 'cold-start'
  | 'matters'
  | 'replies'
  | 'reply-templates'
  | 'retrain'
  | 'search'
  | 'topics'
  | 'voices'

/** Threads that run one worker, or another module of that shape. They live until the pool is destroyed. */
export function workerPool(
  worker: WorkerName | URL,
  threads: number,
  options: Pick<
    ConstructorParameters<typeof Piscina>[0] & object,
    'workerData' | 'resourceLimits' | 'idleTimeout'
  > = {},
): Piscina {
  return new Piscina({ ...sourceOf(worker), minThreads: threads, maxThreads: threads, ...options })
}

/** The built program has its workers beside it; from sources threads run TypeScript through the server's loader. */
function sourceOf(worker: WorkerName | URL) {
  const here = dirname(import.meta.filename)
  const isBuilt = import.meta.filename.endsWith('.mjs')
  if (isBuilt && typeof worker === 'string') return { filename: join(here, `${worker}.worker.mjs`) }
  const loader = createRequire(import.meta.filename).resolve('tsx')
  return {
    filename: typeof worker === 'string' ? join(here, 'workers', `${worker}.ts`) : worker.href,
    execArgv: ['--import', pathToFileURL(loader).href],
    // The loader's disk cache is written behind a thread's back: a thread that ends first leaves the files open for good.
    env: { TSX_DISABLE_CACHE: '1' },
  }
}
