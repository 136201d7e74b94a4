import { existsSync, readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { workerPool } from '../../analysis/jobs/worker-pool.ts'

const openFiles = (): number => readdirSync('/proc/self/fd').length
const budget = new URL('../../analysis/jobs/workers/budget.ts', import.meta.url)

it.runIf(existsSync('/proc/self/fd'))('a thread that ends leaves no file open', async () => {
  const round = async (): Promise<void> => {
    const pool = workerPool(budget, 1)
    // The work itself fails at once: what counts is that the thread has loaded its modules.
    await expect(pool.run({})).rejects.toThrow()
    await pool.destroy()
  }
  await round()
  const before = openFiles()
  for (let again = 0; again < 3; again += 1) await round()
  expect(openFiles()).toBeLessThan(before + 10)
})
