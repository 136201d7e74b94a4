// One size in a process of its own, so that its peak memory is its own; built by `build.ts`, run by `../text.ts`.
import { join } from 'node:path'
import { runAnalysis } from '#analysis'
import { ingestPaths, writeCsv } from '#ingest'
import type { Warehouse } from '#warehouse'
import { withDataHome } from '../evaluate/ingest.ts'
import { peakMemory, processorSeconds } from '../process-use.ts'
import { inventMessages, type Message } from './messages.ts'
import { clockAsked } from './asked-steps.ts'
import { segmentBare, type BareSpeed } from './bare-segmentation.ts'

const count = Number(process.argv[2] ?? 10_000)
const NEW = 200

export interface Measured {
  messages: number
  characters: number
  ingest: number
  stages: Record<string, number>
  /** Processor seconds of the stages, all threads together. */
  processor: number
  /** The same for what was asked alone: segmenting, keywords, classes and sketches of all messages, and grouping them. */
  asked: number
  incremental: Record<string, number>
  bare: BareSpeed
  peakBytes: number
}

const seconds = (since: number): number => (performance.now() - since) / 1000
const header = ['留言编号', '留言主题', '留言时间', '留言详情']

async function writeMessages(path: string, messages: Iterable<Message>): Promise<number> {
  let characters = 0
  const rows = function* (): Generator<string[]> {
    for (const { id, title, day, body } of messages) {
      characters += title.length + body.length
      yield [id, title, `${day} 09:00:00`, body]
    }
  }
  await writeCsv(path, header, rows())
  return characters
}

async function ingest(warehouse: Warehouse, dataDir: string, path: string): Promise<number> {
  const start = performance.now()
  const { errors } = await ingestPaths(warehouse, [path], {
    dataDir,
    actor: 'bench',
    now: () => new Date(),
    kind: 'petitions',
  })
  if (errors.length > 0) throw new Error(errors.map((error) => error.code).join(' '))
  return seconds(start)
}

interface Spent {
  /** Seconds by stage. */
  stages: Record<string, number>
  /** Processor seconds by stage. */
  processor: Record<string, number>
}

async function analyse(warehouse: Warehouse, dataDir: string): Promise<Spent> {
  const spent: Spent = { stages: {}, processor: {} }
  const context = {
    warehouse,
    modelsDir: join(dataDir, 'models'),
    now: new Date('2026-01-01T00:00:00Z'),
    log: (line: string) => {
      console.error(line)
    },
  }
  for (const job of ['voices', 'matters'] as const) {
    const start = performance.now()
    const before = processorSeconds()
    await runAnalysis(context, { only: [job] })
    spent.stages[job] = seconds(start)
    spent.processor[job] = processorSeconds() - before
  }
  return spent
}

await withDataHome(async (warehouse, dataDir) => {
  const first = join(dataDir, 'messages.csv')
  const characters = await writeMessages(first, inventMessages(count))
  const ingested = await ingest(warehouse, dataDir, first)
  const { stages, processor } = await analyse(warehouse, dataDir)
  const more = join(dataDir, 'more.csv')
  await writeMessages(more, inventMessages(NEW, 'more'))
  await ingest(warehouse, dataDir, more)
  const { stages: incremental } = await analyse(warehouse, dataDir)
  const peakBytes = peakMemory()
  const perMessage = await clockAsked({ warehouse, modelsDir: join(dataDir, 'models') }, count)
  const measured: Measured = {
    messages: count,
    characters: Math.round(characters / count),
    ingest: ingested,
    stages,
    processor: Object.values(processor).reduce((sum, one) => sum + one, 0),
    asked: perMessage * count + (processor['matters'] ?? 0),
    incremental,
    bare: await segmentBare(count),
    peakBytes,
  }
  console.log(JSON.stringify(measured))
})
