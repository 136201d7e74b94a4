import { workerData } from 'piscina'
import { readVoices, type ReadingTools, type TableColumns, type VoiceColumns } from '../../readings/index.ts'
import { makeReadingTools, type ReadingConfig } from '../reading-tools.ts'

let tools: Promise<ReadingTools> | undefined

/** Reads a batch of voices. The tools are made once per thread, from what the pool was started with. */
export default async function readBatch(voices: VoiceColumns): Promise<Record<string, TableColumns>> {
  tools ??= makeReadingTools(workerData as ReadingConfig)
  return readVoices(voices, await tools)
}
