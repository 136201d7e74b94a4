import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Piscina } from 'piscina'

/** Threads run TypeScript as the server does: through the same loader. */
const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href

/** Threads that run one module's default export: plain data in, plain data out. They live until the pool is destroyed. */
export function workerPool(
  module: URL,
  threads: number,
  options: Pick<
    ConstructorParameters<typeof Piscina>[0] & object,
    'workerData' | 'resourceLimits' | 'idleTimeout'
  > = {},
): Piscina {
  return new Piscina({
    filename: module.href,
    minThreads: threads,
    maxThreads: threads,
    execArgv: ['--import', loader],
    // The loader's disk cache is written behind a thread's back: a thread that ends first leaves the files open for good.
    env: { TSX_DISABLE_CACHE: '1' },
    ...options,
  })
}
