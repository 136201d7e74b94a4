import { describeText, normaliseText, type Segmenter } from '../text/index.ts'
import { keywordsOf } from './keywords.ts'
import type { Cell, Readers, Row, VoiceText } from './voice-text.ts'
import type { WordWeights } from './word-weights.ts'

/** Voices as they stand in the warehouse, by column. */
export interface VoiceColumns {
  id: readonly string[]
  kind: readonly string[]
  title: readonly string[]
  body: readonly string[]
  date: readonly (string | null)[]
  textHash: readonly string[]
}

export interface ReadingTools {
  segmenter: Segmenter
  weights: WordWeights
  readers: Readers
  /** Version of all of it, stored beside each reading. */
  version: string
}

/** Columns of one result table. */
export type TableColumns = Record<string, Cell[]>

/** Reads each voice once: normalise, segment, then every analysis on the same words. Returns columns by table. */
export function readVoices(voices: VoiceColumns, tools: ReadingTools): Record<string, TableColumns> {
  const tables: Record<string, TableColumns> = {
    voice_readings: { voice_id: [], text_hash: [], reader: [], keywords: [], traits: [] },
  }
  const rows: Record<string, Row[]> = Object.fromEntries(Object.keys(tools.readers).map((name) => [name, []]))
  for (const [at, id] of voices.id.entries()) {
    const raw = `${voices.title[at] ?? ''}\n${voices.body[at] ?? ''}`
    const voice: VoiceText = {
      id,
      kind: voices.kind[at] ?? '',
      title: normaliseText(voices.title[at] ?? ''),
      body: normaliseText(voices.body[at] ?? ''),
      date: voices.date[at] ?? null,
    }
    const titleWords = tools.segmenter.segment(voice.title)
    const words = [...titleWords, ...tools.segmenter.segment(voice.body)]
    const own = tables['voice_readings']
    own?.['voice_id']?.push(id)
    own?.['text_hash']?.push(voices.textHash[at] ?? '')
    own?.['reader']?.push(tools.version)
    own?.['keywords']?.push(JSON.stringify(keywordsOf(words, titleWords.length, tools.weights)))
    own?.['traits']?.push(JSON.stringify(describeText(raw, `${voice.title}\n${voice.body}`.trim())))
    for (const [name, read] of Object.entries(tools.readers)) {
      const found = read(voice, words)
      if (Array.isArray(found)) rows[name]?.push(...(found as Row[]))
      else if (found !== null) rows[name]?.push(found as Row)
    }
  }
  for (const [name, list] of Object.entries(rows)) tables[name] = toColumns(list)
  return tables
}

function toColumns(rows: readonly Row[]): TableColumns {
  const names = new Set<string>()
  for (const row of rows) for (const name of Object.keys(row)) names.add(name)
  return Object.fromEntries([...names].map((name) => [name, rows.map((row) => toCell(row[name]))]))
}

/** Lists and records become JSON here, on the reading thread, so that only text crosses to the writing one. */
function toCell(cell: Cell | undefined): Cell {
  if (cell === undefined || cell === null) return null
  return typeof cell === 'object' ? JSON.stringify(cell) : cell
}
