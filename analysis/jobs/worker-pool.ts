import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Piscina } from 'piscina'

const here = dirname(import.meta.filename)

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

/**
 * A built worker starts in a third of the processor time its sources take, so sources too start the built ones while
 * these are whole and no source is newer. Otherwise threads run TypeScript through the server's loader.
 */
function sourceOf(worker: WorkerName | URL) {
  const built = typeof worker === 'string' ? builtFolder() : null
  if (built !== null) return { filename: join(built, `${String(worker)}.worker.mjs`) }
  const loader = createRequire(import.meta.filename).resolve('tsx')
  return {
    filename: typeof worker === 'string' ? join(here, 'workers', `${worker}.ts`) : worker.href,
    execArgv: ['--import', pathToFileURL(loader).href],
    // The loader's disk cache is written behind a thread's back: a thread that ends first leaves the files open for good.
    env: { TSX_DISABLE_CACHE: '1' },
  }
}

let known: string | null | undefined

/** Where the built workers lie: beside the built program; from sources as the launcher finds them, once per process. */
function builtFolder(): string | null {
  if (import.meta.filename.endsWith('.mjs')) return here
  if (known === undefined) known = builtBesideSources()
  return known
}

function builtBesideSources(): string | null {
  const launcher = createRequire(import.meta.filename)('../../bin/built-program.cjs') as BuiltProgram
  const program = launcher.builtProgram()
  return program === null ? null : dirname(program)
}

interface BuiltProgram {
  builtProgram(): string | null
}
