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
}

/** A voice made ready for the analyses. */
interface Prepared {
  voice: VoiceText
  words: readonly string[]
  titleWords: number
}

/**
 * Reads each voice once: normalised and segmented, then every analysis on the same words. One analysis goes over all
 * the voices before the next begins: each has tables of its own of several megabytes, and taking turns voice by voice
 * would push them out of the processor's cache (three quarters more time, measured). Returns columns by table.
 */
export function readVoices(
  voices: readonly StoredVoice[],
  tools: ReadingTools,
): Record<string, TableColumns> {
  const prepared = voices.map((stored) => prepare(stored, tools.segmenter))
  const readings = new ColumnBuilder()
  for (const [at, { voice, words, titleWords }] of prepared.entries()) {
    const stored = voices[at] ?? voice
    readings.add({
      voice_id: voice.id,
      text_hash: voices[at]?.textHash ?? '',
      keywords: keywordsOf(words, titleWords, tools.weights),
      traits: describeText(`${stored.title}\n${stored.body}`, `${voice.title}\n${voice.body}`.trim()),
    })
  }
  const tables: Record<string, TableColumns> = { voice_readings: readings.pack() }
  for (const [table, read] of Object.entries(tools.readers)) {
    const builder = new ColumnBuilder()
    for (const { voice, words } of prepared) for (const row of read(voice, words)) builder.add(row)
    tables[table] = builder.pack()
  }
  return tables
}

function prepare(stored: StoredVoice, segmenter: Segmenter): Prepared {
  const voice: VoiceText = {
    id: stored.id,
    kind: stored.kind,
    title: normaliseText(stored.title),
    body: normaliseText(stored.body),
    date: stored.date,
  }
  const titleWords = segmenter.segment(voice.title)
  return {
    voice,
    words: titleWords.concat(segmenter.segment(voice.body)),
    titleWords: titleWords.length,
  }
}
