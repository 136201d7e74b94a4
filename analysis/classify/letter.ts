import { MAX_ANALYSED_CHARACTERS, normaliseText, type Segmenter } from '../text/index.ts'
import type { TextFields } from './example.ts'

/** A letter made ready for reading, once for all that read it. */
export interface Letter {
  /** Normalised; several short fields stand on lines of their own. */
  title: string
  /** Normalised; what lies beyond the analysed length does not count. */
  body: string
  /** The words of the title, then those of the body. */
  words: readonly string[]
}

/** Normalises and segments a text whose fields are ordered by length: the last is the body, the others are titles. */
export function readLetter(text: TextFields, fields: readonly string[], segmenter: Segmenter): Letter {
  const title = fields.slice(0, -1).map((field) => tidy(text[field] ?? ''))
  const body = tidy(text[fields.at(-1) ?? ''] ?? '')
  return {
    title: title.join('\n'),
    body,
    words: [...title.flatMap((part) => segmenter.segment(part)), ...segmenter.segment(body)],
  }
}

function tidy(text: string): string {
  return normaliseText(text.slice(0, 4 * MAX_ANALYSED_CHARACTERS)).slice(0, MAX_ANALYSED_CHARACTERS)
}

/** Field names ordered by the mean length of their texts, so that the body comes last whatever order was asked for. */
export function orderFields(texts: readonly TextFields[], fields: readonly string[]): string[] {
  const length = (field: string): number => texts.reduce((sum, text) => sum + (text[field]?.length ?? 0), 0)
  const lengths = new Map(fields.map((field) => [field, length(field)]))
  return [...fields].sort((a, b) => (lengths.get(a) ?? 0) - (lengths.get(b) ?? 0))
}
