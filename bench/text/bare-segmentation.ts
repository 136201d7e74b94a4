import { availableParallelism } from 'node:os'
import { workerPool } from '../../analysis/jobs/worker-pool.ts'
import { inventMessages } from './messages.ts'

const SAMPLE = 100_000

/**
 * Messages per second that bare jieba cuts on all cores, without reading or writing anything: the limit. Measured on
 * up to 100,000 of the messages, which the threads hold before the clock starts.
 */
export async function segmentBare(count: number): Promise<number> {
  const threads = availableParallelism()
  const texts = [...inventMessages(Math.min(count, SAMPLE))].map(({ title, body }) => `${title}\n${body}`)
  const share = Math.ceil(texts.length / threads)
  const pool = workerPool(new URL('./bare-worker.ts', import.meta.url), threads)
  try {
    const parts = Array.from({ length: threads }, (_, at) => texts.slice(at * share, (at + 1) * share))
    const rates = (await Promise.all(parts.map((part) => pool.run(part)))) as number[]
    return rates.reduce((sum, rate) => sum + rate, 0)
  } finally {
    await pool.destroy()
  }
}
