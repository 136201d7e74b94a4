import { availableParallelism } from 'node:os'
import type { Piscina } from 'piscina'
import { workerPool } from '../../analysis/jobs/worker-pool.ts'
import { inventMessages } from './messages.ts'
import { processorSeconds } from '../process-use.ts'

const SAMPLE = 100_000

/** Bare segmentation: messages per second on all cores, and processor seconds per message. */
export interface BareSpeed {
  readonly rate: number
  readonly processor: number
}

/**
 * How fast bare jieba cuts on all cores, without reading or writing anything: the limit. Measured on up to 100,000 of
 * the messages, which the threads hold before the clock starts.
 */
export async function segmentBare(count: number): Promise<BareSpeed> {
  const threads = availableParallelism()
  const texts = [...inventMessages(Math.min(count, SAMPLE))].map(({ title, body }) => `${title}\n${body}`)
  const share = Math.ceil(texts.length / threads)
  const pools = Array.from({ length: threads }, () =>
    workerPool(new URL('./bare-worker.ts', import.meta.url), 1),
  )
  const all = (task: (pool: Piscina, at: number) => Promise<unknown>): Promise<unknown[]> =>
    Promise.all(pools.map(task))
  try {
    await all((pool, at) => pool.run(texts.slice(at * share, (at + 1) * share)))
    const start = processorSeconds()
    const rates = (await all((pool) => pool.run(null))) as number[]
    return {
      rate: rates.reduce((sum, rate) => sum + rate, 0),
      processor: (processorSeconds() - start) / texts.length,
    }
  } finally {
    await all((pool) => pool.destroy())
  }
}
