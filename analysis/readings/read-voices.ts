import { describeText, normaliseText, type Segmenter } from '../text/index.ts'
import { keywordsOf } from './keywords.ts'
import { ColumnBuilder, type TableColumns } from './table-columns.ts'
import type { Readers, VoiceText } from './voice-text.ts'
import type { WordWeights } from './word-weights.ts'

/** One voice as it stands in the warehouse. */
export interface StoredVoice extends VoiceText {
  textHash: string
}

export interface ReadingTools {
  segmenter: Segmenter
  weights: WordWeights
  readers: Readers
  /** Version of all of it, stored beside each reading. */
  version: string
}

/** Reads each voice once: normalise, segment, then every analysis on the same words. Returns columns by table. */
export function readVoices(voices: Iterable<StoredVoice>, tools: ReadingTools): Record<string, TableColumns> {
  const readings = new ColumnBuilder()
  const readers = Object.entries(tools.readers).map(
    ([table, read]) => [table, read, new ColumnBuilder()] as const,
  )
  for (const stored of voices) {
    const { id, textHash } = stored
    const voice = { ...stored, title: normaliseText(stored.title), body: normaliseText(stored.body) }
    const titleWords = tools.segmenter.segment(voice.title)
    const words = titleWords.concat(tools.segmenter.segment(voice.body))
    readings.add({
      voice_id: id,
      text_hash: textHash,
      reader: tools.version,
      keywords: keywordsOf(words, titleWords.length, tools.weights),
      traits: describeText(`${stored.title}\n${stored.body}`, `${voice.title}\n${voice.body}`.trim()),
    })
    for (const [, read, builder] of readers) for (const row of read(voice, words)) builder.add(row)
  }
  const tables = readers.map(([table, , builder]) => [table, builder.columns] as const)
  return { voice_readings: readings.columns, ...Object.fromEntries(tables) }
}
