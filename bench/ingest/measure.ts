// One file in a process of its own, so that its peak memory is its own: node bin/tsx.cjs bench/ingest/measure.ts FILE [MORE]
import { ingestPaths, type IngestResult } from '#ingest'
import type { Warehouse, WriteBatch, WriteOutcome } from '#warehouse'
import { withDataHome } from '../evaluate/ingest.ts'

const [path = '', more] = process.argv.slice(2)

/** Seconds of one write: taking the file in and committing it, and rebuilding and auditing what depends on it. */
export interface WriteSeconds {
  load: number
  build: number
}

export interface Measured extends WriteSeconds {
  rows: number
  accepted: number
  quarantined: number
  peakBytes: number
  /** The same for a hundred more rows in a second file. */
  more: WriteSeconds | null
}

/** Runs the write under a clock. The last audit counts as loading: when the commit begins is not announced. */
async function timeWrite(
  warehouse: Warehouse,
  ingest: (warehouse: Warehouse) => Promise<IngestResult>,
): Promise<{ seconds: WriteSeconds; result: IngestResult }> {
  const start = performance.now()
  let loaded = start
  let built = start
  const timed = Object.create(warehouse) as Warehouse
  timed.write = <T>(
    work: (batch: WriteBatch) => Promise<T>,
    options: Parameters<Warehouse['write']>[1] = {},
  ): Promise<WriteOutcome<T>> =>
    warehouse.write(
      async (batch) => {
        const value = await work(batch)
        loaded = built = performance.now()
        return value
      },
      {
        ...options,
        onProgress: (progress) => {
          if (progress.step !== 'load') built = performance.now()
          options.onProgress?.(progress)
        },
      },
    )
  const result = await ingest(timed)
  const end = performance.now()
  return { seconds: { load: (loaded - start + end - built) / 1000, build: (built - loaded) / 1000 }, result }
}

await withDataHome(async (warehouse, dataDir) => {
  const take = (file: string) =>
    timeWrite(warehouse, (timed) =>
      ingestPaths(timed, [file], { dataDir, actor: 'bench', now: () => new Date() }),
    )
  const { seconds, result } = await take(path)
  const peakBytes = process.resourceUsage().maxRSS * 1024
  const [load] = result.loads
  if (!load) throw new Error(result.errors.map((error) => error.code).join(' '))
  const measured: Measured = {
    ...seconds,
    rows: load.rows,
    accepted: load.accepted,
    quarantined: load.quarantined,
    peakBytes,
    more: more === undefined ? null : (await take(more)).seconds,
  }
  console.log(JSON.stringify(measured))
})
