// One file in a process of its own, so that its peak memory is its own: node bin/tsx.cjs bench/ingest/measure.ts FILE [MORE]
import { ingestPaths, type IngestResult } from '#ingest'
import type { Warehouse, WriteBatch, WriteOutcome } from '#warehouse'
import { withDataHome } from '../evaluate/ingest.ts'
import { peakMemory, processorSeconds } from '../process-use.ts'

const [path = '', more] = process.argv.slice(2)

/** Seconds of one write: taking the file in and committing it, and rebuilding and auditing what depends on it. */
export interface WriteSeconds {
  load: number
  /** Processor seconds of the load, all threads together: what is left when the machine has other work. */
  loadCpu: number
  build: number
  /** Resident memory at most until the file was in. */
  loadPeakBytes: number
}

export interface Measured extends WriteSeconds {
  rows: number
  accepted: number
  quarantined: number
  /** The same until everything was rebuilt and committed. */
  peakBytes: number
  /** The same for a hundred more rows in a second file. */
  more: WriteSeconds | null
}

/** Runs the write under a clock. The last audit counts as loading: when the commit begins is not announced. */
async function timeWrite(
  warehouse: Warehouse,
  ingest: (warehouse: Warehouse) => Promise<IngestResult>,
): Promise<{ seconds: WriteSeconds; result: IngestResult }> {
  const start = readClock()
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
        loaded = built = readClock()
        return value
      },
      {
        ...options,
        onProgress: (progress) => {
          if (progress.step !== 'load') built = readClock()
          options.onProgress?.(progress)
        },
      },
    )
  const result = await ingest(timed)
  const end = readClock()
  const seconds = {
    load: loaded.wall - start.wall + end.wall - built.wall,
    loadCpu: loaded.cpu - start.cpu + end.cpu - built.cpu,
    build: built.wall - loaded.wall,
    loadPeakBytes: loaded.peakBytes,
  }
  return { seconds, result }
}

function readClock(): { wall: number; cpu: number; peakBytes: number } {
  return { wall: performance.now() / 1000, cpu: processorSeconds(), peakBytes: peakMemory() }
}

await withDataHome(async (warehouse, dataDir) => {
  const take = (file: string) =>
    timeWrite(warehouse, (timed) =>
      ingestPaths(timed, [file], { dataDir, actor: 'bench', now: () => new Date() }),
    )
  const { seconds, result } = await take(path)
  const [load] = result.loads
  if (!load) throw new Error(result.errors.map((error) => error.code).join(' '))
  const measured: Measured = {
    ...seconds,
    rows: load.rows,
    accepted: load.accepted,
    quarantined: load.quarantined,
    peakBytes: peakMemory(),
    more: more === undefined ? null : (await take(more)).seconds,
  }
  console.log(JSON.stringify(measured))
})
