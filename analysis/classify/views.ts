import { MAX_ANALYSED_CHARACTERS, type Segmenter } from '../text/index.ts'
import { countGrams, KINDS_OF_GRAM, type BlockCounts, type GramOptions } from './features.ts'
import type { TextFields } from './model.ts'

/** The joined text counts in full; a short field (the title) and the opening of the letter add this much. */
const EXTRA_WEIGHT = 0.7
/** People say what they want in the title and the first lines; what follows is often the story. */
const OPENING_CHARACTERS = 120

/**
 * The views of a text that are turned into features: each short field alone, the opening, then all fields joined.
 * A title word thus counts as a title word, as an opening word and as a word of the letter.
 */
export function textViews(text: TextFields, fields: readonly string[]): string[] {
  const values = fields.map((field) => (text[field] ?? '').slice(0, 4 * MAX_ANALYSED_CHARACTERS))
  const joined = values.join('\n')
  const opening = values.map((value, index) => (index < values.length - 1 ? value : value.trimStart()))
  return [...values.slice(0, -1), openingOf(opening), joined]
}

function openingOf(values: readonly string[]): string {
  const short = values.slice(0, -1).join('\n')
  return `${short}\n${(values.at(-1) ?? '').slice(0, OPENING_CHARACTERS)}`
}

/** One weight per block of `textGrams`. */
export function blockWeights(fieldCount: number): number[] {
  const views = fieldCount + 1
  return Array.from({ length: views * KINDS_OF_GRAM }, (_, block) =>
    block < (views - 1) * KINDS_OF_GRAM ? EXTRA_WEIGHT : 1,
  )
}

export function textGrams(
  text: TextFields,
  fields: readonly string[],
  grams: GramOptions,
  segmenter: Segmenter,
  seen?: (id: number, gram: string, block: number) => void,
): BlockCounts[] {
  return countGrams(textViews(text, fields), grams, segmenter, seen)
}

/** Field names ordered by the mean length of their texts, so that the body comes last whatever order was asked for. */
export function orderFields(texts: readonly TextFields[], fields: readonly string[]): string[] {
  const length = (field: string): number => texts.reduce((sum, text) => sum + (text[field]?.length ?? 0), 0)
  const lengths = new Map(fields.map((field) => [field, length(field)]))
  return [...fields].sort((a, b) => (lengths.get(a) ?? 0) - (lengths.get(b) ?? 0))
}
