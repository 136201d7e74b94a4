import { MAX_ANALYSED_CHARACTERS, normaliseText, type Segmenter } from '../text/index.ts'

/** Which grams are taken from a text: words 1..words in a row, characters 1..characters in a row. */
export interface GramOptions {
  words: number
  characters: number
}

/** A text as counted features: `ids` are 32-bit hashes, `counts` how often each occurs, one block per field and kind. */
export interface BlockCounts {
  ids: Uint32Array
  counts: Float32Array
}

/** Blocks come in this order for every field: word grams, character grams. */
export const KINDS_OF_GRAM = 2

const WORD_SEED = 0x811c9dc5
const CHARACTER_SEED = 0x050c5d1f
const FIELD_STEP = 0x9e3779b1

/**
 * Counts the grams of each field. Fields are given in the model's order; a missing one is ''.
 * `seen` is told the readable form of every gram: prediction uses it to name the deciding words.
 */
export function countGrams(
  fields: readonly string[],
  options: GramOptions,
  segmenter: Segmenter,
  seen?: (id: number, gram: string, block: number) => void,
): BlockCounts[] {
  const blocks: BlockCounts[] = []
  for (const [index, field] of fields.entries()) {
    const text = normaliseText(field.slice(0, 4 * MAX_ANALYSED_CHARACTERS))
      .slice(0, MAX_ANALYSED_CHARACTERS)
      .toLowerCase()
    const shift = Math.imul(index, FIELD_STEP)
    const block = index * KINDS_OF_GRAM
    const words = countWordGrams(segmenter.segment(text), options.words, WORD_SEED + shift, block, seen)
    blocks.push(toCounts(words))
    blocks.push(
      toCounts(countCharacterGrams(text, options.characters, CHARACTER_SEED + shift, block + 1, seen)),
    )
  }
  return blocks
}

type Seen = ((id: number, gram: string, block: number) => void) | undefined

function countWordGrams(
  words: string[],
  longest: number,
  seed: number,
  block: number,
  seen: Seen,
): Map<number, number> {
  const counts = new Map<number, number>()
  for (let start = 0; start < words.length; start++) {
    let hash = seed
    for (let length = 1; length <= longest && start + length <= words.length; length++) {
      hash = hashText(words[start + length - 1] ?? '', hash)
      const id = finish(hash)
      counts.set(id, (counts.get(id) ?? 0) + 1)
      seen?.(id, words.slice(start, start + length).join(''), block)
      hash = Math.imul(hash ^ 0x1f, 0x01000193)
    }
  }
  return counts
}

/** Grams do not cross punctuation or spaces: these end a run of letters and digits. */
function countCharacterGrams(
  text: string,
  longest: number,
  seed: number,
  block: number,
  seen: Seen,
): Map<number, number> {
  const counts = new Map<number, number>()
  for (let start = 0; start < text.length; start++) {
    let hash = seed
    for (let length = 1; length <= longest; length++) {
      const code = text.charCodeAt(start + length - 1)
      if (Number.isNaN(code) || !isLetterOrDigit(code)) break
      hash = Math.imul(hash ^ code, 0x01000193)
      const id = finish(hash)
      counts.set(id, (counts.get(id) ?? 0) + 1)
      seen?.(id, text.slice(start, start + length), block)
    }
  }
  return counts
}

/** Han, kana, ASCII letters and digits; the rest (punctuation, symbols, surrogates) separates. */
function isLetterOrDigit(code: number): boolean {
  if (code >= 0x3400)
    return code <= 0x9fff || (code >= 0xac00 && code <= 0xd7a3) || (code >= 0xf900 && code <= 0xfaff)
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)
  return code >= 0xc0 && code < 0x2000
}

/** FNV-1a over UTF-16 code units. */
function hashText(text: string, seed: number): number {
  let hash = seed
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash
}

/** Final mixing of MurmurHash3, so that ids spread over all 32 bits. */
function finish(hash: number): number {
  let mixed = hash ^ (hash >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

function toCounts(counts: Map<number, number>): BlockCounts {
  return { ids: Uint32Array.from(counts.keys()), counts: Float32Array.from(counts.values()) }
}
