import type { Segmenter } from '../text/index.ts'
import {
  countGrams,
  KINDS_OF_GRAM,
  readText,
  type BlockCounts,
  type GramOptions,
  type Seen,
} from './features.ts'
import type { TextFields } from './model.ts'

/** The joined text counts in full; a short field (the title) and the opening of the letter add this much. */
const EXTRA_WEIGHT = 0.7
/** People say what they want in the title and the first lines; what follows is often the story. */
const OPENING_CHARACTERS = 120

/** One weight per block of `textGrams`. */
export function blockWeights(fieldCount: number): number[] {
  const views = fieldCount + 1
  return Array.from({ length: views * KINDS_OF_GRAM }, (_, block) =>
    block < (views - 1) * KINDS_OF_GRAM ? EXTRA_WEIGHT : 1,
  )
}

/**
 * Counts the grams of a text in several views: each short field alone, short fields with the opening of the body, all
 * fields. A title word thus counts as a title word, as an opening word and as a word of the letter.
 */
export function textGrams(
  text: TextFields,
  fields: readonly string[],
  grams: GramOptions,
  segmenter: Segmenter,
  seen?: Seen,
): BlockCounts[] {
  const short = fields.slice(0, -1).map((field) => readText(text[field] ?? '', segmenter))
  const body = readText(text[fields.at(-1) ?? ''] ?? '', segmenter)
  const opening = readText(body.text.slice(0, OPENING_CHARACTERS), segmenter)
  return countGrams([...short.map((field) => [field]), [...short, opening], [...short, body]], grams, seen)
}

/** Field names ordered by the mean length of their texts, so that the body comes last whatever order was asked for. */
export function orderFields(texts: readonly TextFields[], fields: readonly string[]): string[] {
  const length = (field: string): number => texts.reduce((sum, text) => sum + (text[field]?.length ?? 0), 0)
  const lengths = new Map(fields.map((field) => [field, length(field)]))
  return [...fields].sort((a, b) => (lengths.get(a) ?? 0) - (lengths.get(b) ?? 0))
}
