// Similar-suggestion search on invented messages: building, memory, p50 and p95, beside a scan without an index.
import { join } from 'node:path'
import { Type } from 'typebox'
import { SimilarSearch } from '#analysis'
import { ingestPaths, writeCsv } from '#ingest'
import type { NamedQuery, Warehouse } from '#warehouse'
import { table } from '../cli/output.ts'
import { loadSegmenter } from '../analysis/jobs/lexicons.ts'
import { withDataHome } from './evaluate/ingest.ts'
import { inventMessages, type Message } from './text/messages.ts'

const documents = Number(process.argv[3] ?? 100_000)
const DRAFTS = 200
const SCANS = 20

/** How many of a draft's words each text contains, without any index. */
const scan: NamedQuery<{ w: string[] }, { voice_id: string; shared: number }> = {
  file: 'bench/scan',
  params: Type.Object({ w: Type.Array(Type.String()) }),
  row: Type.Object({ voice_id: Type.String(), shared: Type.Integer() }),
  sql: `select voice_id, count(*) as shared
    from marts.voices join (select unnest($w::varchar[]) as word) as words
      on contains(voices.title, words.word) or contains(voices.body, words.word)
    group by voice_id order by shared desc, voice_id limit 60`,
}

function quantile(times: readonly number[], share: number): string {
  const sorted = [...times].sort((a, b) => a - b)
  return (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1)
}

async function clock(drafts: readonly string[], ask: (draft: string) => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (const draft of drafts) {
    const start = performance.now()
    await ask(draft)
    times.push(performance.now() - start)
  }
  return times
}

async function fill(warehouse: Warehouse, dataDir: string): Promise<void> {
  const path = join(dataDir, 'messages.csv')
  const rows = function* (messages: Iterable<Message>): Generator<string[]> {
    for (const { id, title, day, body } of messages) yield [id, title, `${day} 09:00:00`, body]
  }
  await writeCsv(path, ['留言编号', '留言主题', '留言时间', '留言详情'], rows(inventMessages(documents)))
  const options = { dataDir, actor: 'bench', now: () => new Date(), kind: 'petitions' as const }
  const { errors } = await ingestPaths(warehouse, [path], options)
  if (errors.length > 0) throw new Error(errors.map((error) => error.code).join(' '))
}

await withDataHome(async (warehouse, dataDir) => {
  await fill(warehouse, dataDir)
  const search = new SimilarSearch(warehouse)
  const start = performance.now()
  await search.search('路灯', {}, 1)
  const building = (performance.now() - start) / 1000
  const drafts = [...inventMessages(DRAFTS, 'drafts')].map(({ title, body }) => `${title}\n${body}`)
  const ours = await clock(drafts, (draft) => search.search(draft, {}, 60))
  const segmenter = loadSegmenter()
  const words = (draft: string): string[] => [
    ...new Set(segmenter.segment(draft).filter((word) => word.length > 1)),
  ]
  const theirs = await clock(drafts.slice(0, SCANS), (draft) => warehouse.query(scan, { w: words(draft) }))
  const { bytes } = search.state()
  await search.close()
  console.log(
    table(
      ['做法', '件数', '建立 秒', '索引 MB', 'p50 毫秒', 'p95 毫秒'],
      [
        [
          '本产品索引',
          documents,
          building.toFixed(1),
          (bytes / 1e6).toFixed(1),
          quantile(ours, 0.5),
          quantile(ours, 0.95),
        ],
        ['逐件查找（DuckDB contains）', documents, '—', '—', quantile(theirs, 0.5), quantile(theirs, 0.95)],
      ],
    ),
  )
})
