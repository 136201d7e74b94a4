import { availableParallelism } from 'node:os'
import { matterQueries } from '#warehouse'
import {
  digestOf,
  emptyKeys,
  emptyLinks,
  groupSketches,
  keysAt,
  LinkTable,
  sizeOf,
  sketchFromRow,
  STRIDE,
  TEXT_LENGTH,
  type BucketWindows,
  type Grouping,
  type SketchTable,
  type StandingTable,
} from '../matters/index.ts'
import type { AnalysisContext } from './job.ts'
import { MatterColumns, type MatterEntry } from './matter-rows.ts'
import { PackedTexts } from './packed-texts.ts'
import { workerPool } from './worker-pool.ts'
import type { MatterTask } from './workers/matters.ts'

/** Sketches read at a time. */
const PAGE = 40_000
/** Voices written in one transaction. */
const COMMIT = 100_000
/** Fewer voices than this are grouped faster than a thread starts. */
const WORTH_A_THREAD = 5000
/** More threads than this gain little and take the machine from everybody else. */
const MOST_THREADS = 2
const COPY_TIERS = [null, 'exact', 'near'] as const

interface OrderedSketches {
  readonly table: SketchTable
  readonly ids: PackedTexts
  readonly positions: PackedTexts
}

/**
 * Groups all voices anew and replaces both tables. Texts are not read; a sketch takes 228 bytes, its keys and where
 * their buckets lie 273.
 */
export async function groupAnew(context: AnalysisContext, lastRow: number): Promise<void> {
  const sketches = await readSketches(context, lastRow)
  const { table, ids } = sketches
  const grouping =
    ids.size < WORTH_A_THREAD ? groupSketches(table) : await groupOnThreads(table, context.signal)
  await writeAll(context, sketches, grouping)
}

/** Threads share each step; @throws AbortError as soon as `signal` fires, which ends them. */
async function groupOnThreads(table: SketchTable, signal: AbortSignal | undefined): Promise<Grouping> {
  const shares = Math.min(MOST_THREADS, availableParallelism())
  const pool = workerPool('matters', shares)
  const options = signal === undefined ? {} : { signal }
  const run = (task: MatterTask): Promise<unknown> => pool.run(task, options)
  const runShares = (taskOf: (share: number) => MatterTask): Promise<unknown[]> =>
    Promise.all(Array.from({ length: shares }, (_, share) => run(taskOf(share))))
  const keys = emptyKeys(sizeOf(table))
  const links = emptyLinks(sizeOf(table))
  try {
    await runShares((share) => ({ step: 'keys', table, keys, share, shares }))
    const buckets = (await runShares((share) => ({
      step: 'buckets',
      keys,
      share,
      shares,
    }))) as BucketWindows[]
    await runShares((share) => ({ step: 'links', table, keys, buckets, links, share, shares }))
    return { keys, links, standings: (await run({ step: 'standings', table, links })) as StandingTable }
  } finally {
    await pool.destroy()
  }
}

async function readSketches(
  { warehouse, signal }: AnalysisContext,
  lastRow: number,
): Promise<OrderedSketches> {
  const order = await warehouse.columns(matterQueries.order, {})
  const size = order.source_row.length
  const rank = new Int32Array(lastRow + 1).fill(-1)
  order.source_row.forEach((row, index) => (rank[row] = index))
  // Shared, so that the grouping thread reads it where it lies.
  const table = new Uint32Array(new SharedArrayBuffer(size * STRIDE * 4))
  const ids = new PackedTexts(size)
  const positions = new PackedTexts(size)
  for (let from = 0; from <= lastRow; from += PAGE) {
    signal?.throwIfAborted()
    const [page] = await warehouse.query(matterQueries.sketchPage, { from_row: from, to_row: from + PAGE })
    const sketches = page?.sketches ?? ''
    const rows = listOf<number>(page?.source_rows)
    if (sketches.length !== rows.length * TEXT_LENGTH)
      throw new RangeError('A stored sketch has another length')
    const [voices, places] = [page?.ids, page?.positions].map(listOf<string>)
    rows.forEach((row, at) => {
      const index = rank[row] ?? -1
      if (index < 0) return
      sketchFromRow(sketches, at, table, index * STRIDE)
      ids.set(index, voices?.[at] ?? '')
      positions.set(index, places?.[at] ?? '')
    })
  }
  return { table, ids, positions }
}

function listOf<Item>(json: string | null | undefined): Item[] {
  return JSON.parse(json ?? '[]') as Item[]
}

async function writeAll(
  { warehouse, now, signal }: AnalysisContext,
  sketches: OrderedSketches,
  grouping: Grouping,
): Promise<void> {
  const links = new LinkTable(grouping.links)
  const total = sketches.ids.size
  for (let from = 0; from === 0 || from < total; from += COMMIT) {
    signal?.throwIfAborted()
    const columns = new MatterColumns()
    for (let index = from; index < Math.min(total, from + COMMIT); index++) {
      const row = matterRow(index, sketches, links, grouping)
      if (row.id !== '') columns.add(row)
    }
    // The first part empties the tables; a run that breaks off here is made up from what is missing.
    await warehouse.writeResults('matters', columns.tables(from === 0 ? null : []), {
      fingerprint: null,
      more: from + COMMIT < total,
      startedAt: now,
    })
  }
}

function matterRow(
  index: number,
  { table, ids, positions }: OrderedSketches,
  links: LinkTable,
  { keys, standings }: Grouping,
): MatterEntry {
  const nameOf = (other: number): string => ids.get(other)
  const own = links.of(index)
  return {
    id: nameOf(index),
    position: positions.get(index),
    digest: digestOf(table.subarray(index * STRIDE, (index + 1) * STRIDE)),
    keys: keysAt(keys, index),
    targets: own.map((link) => nameOf(link.target)),
    tiers: own.map((link) => link.tier),
    matter: nameOf(standings.matter[index] ?? index),
    copy: nameOf(standings.copy[index] ?? index),
    copyTier: COPY_TIERS[standings.copyTier[index] ?? 0] ?? null,
    similarity: standings.similarity[index] ?? 1,
  }
}
