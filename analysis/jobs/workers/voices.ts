import { workerData } from 'piscina'
import { readVoices, type ReadingTools, type StoredVoice, type TableColumns } from '../../readings/index.ts'
import type { VoiceColumns } from '../reading-pool.ts'
import { makeReadingTools, type ReadingConfig } from '../reading-tools.ts'

let tools: ReadingTools | undefined

/** Reads a batch of voices. The tools are made once per thread, from what the pool was started with. */
export default function readBatch(voices: VoiceColumns): Record<string, TableColumns> {
  tools ??= makeReadingTools(workerData as ReadingConfig)
  return readVoices([...rowsOf(voices)], tools)
}

function* rowsOf(voices: VoiceColumns): Generator<StoredVoice> {
  for (const [at, id] of voices.id.entries()) {
    yield {
      id,
      kind: voices.kind[at] ?? '',
      title: voices.title[at] ?? '',
      body: voices.body[at] ?? '',
      date: voices.date[at] ?? null,
      textHash: voices.textHash[at] ?? '',
    }
  }
}
