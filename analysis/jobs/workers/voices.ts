import { workerData } from 'piscina'
import { readVoices, type ReadingTools, type StoredVoice, type TableColumns } from '../../readings/index.ts'
import type { VoiceBatch } from '../reading-pool.ts'
import { makeReadingTools, type ReadingConfig } from '../reading-tools.ts'

let tools: ReadingTools | undefined

/** Reads a batch of voices. The tools are made once per thread, from what the pool was started with. */
export default function readBatch(batch: VoiceBatch): Record<string, TableColumns> {
  tools ??= makeReadingTools(workerData as ReadingConfig)
  return readVoices(voicesOf(batch), tools)
}

function voicesOf(batch: VoiceBatch): StoredVoice[] {
  const kinds = textsOf(batch.kinds)
  const titles = textsOf(batch.titles)
  const bodies = textsOf(batch.bodies)
  const dates = JSON.parse(batch.dates) as (string | null)[]
  const hashes = textsOf(batch.hashes)
  return textsOf(batch.ids).map((id, at) => ({
    id,
    kind: kinds[at] ?? '',
    title: titles[at] ?? '',
    body: bodies[at] ?? '',
    date: dates[at] ?? null,
    textHash: hashes[at] ?? '',
  }))
}

function textsOf(list: string): string[] {
  return JSON.parse(list) as string[]
}
