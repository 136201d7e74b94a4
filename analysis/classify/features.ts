import { GramCounter, type BlockCounts } from './gram-counter.ts'
import { MAX_ANALYSED_CHARACTERS, normaliseText, type Segmenter } from '../text/index.ts'

export type { BlockCounts } from './gram-counter.ts'

/** Which grams are taken from a text: words 1..words in a row, characters 1..characters in a row. */
export interface GramOptions {
  words: number
  characters: number
}

/** Blocks come in this order for every field: word grams, character grams. */
export const KINDS_OF_GRAM = 2

const WORD_SEED = 0x811c9dc5
const CHARACTER_SEED = 0x050c5d1f
const FIELD_STEP = 0x9e3779b1

/** Told the readable form of every word gram: prediction uses it to name the deciding words. */
export type Seen = (id: number, gram: string) => void

/** A piece of text made ready for counting: lower case and segmented, once, however many views it is part of. */
export interface Reading {
  text: string
  words: readonly string[]
}

/** Normalises and segments one piece of text; what lies beyond the analysed length does not count. */
export function readText(text: string, segmenter: Segmenter): Reading {
  const normalised = normaliseText(text.slice(0, 4 * MAX_ANALYSED_CHARACTERS))
  const short = normalised.slice(0, MAX_ANALYSED_CHARACTERS).toLowerCase()
  return { text: short, words: segmenter.segment(short) }
}

const counter = new GramCounter()

/** Counts the grams of each view, a list of readings whose grams do not cross from one into the next. */
export function countGrams(
  views: readonly (readonly Reading[])[],
  options: GramOptions,
  seen?: Seen,
): BlockCounts[] {
  return views.flatMap((readings, index) => {
    const shift = Math.imul(index, FIELD_STEP)
    counter.start()
    for (const { words } of readings) countWordGrams(words, options.words, WORD_SEED + shift, seen)
    const ofWords = counter.take()
    counter.start()
    for (const { text } of readings) countCharacterGrams(text, options.characters, CHARACTER_SEED + shift)
    return [ofWords, counter.take()]
  })
}

function countWordGrams(words: readonly string[], longest: number, seed: number, seen?: Seen): void {
  for (let start = 0; start < words.length; start++) {
    let hash = seed
    for (let length = 1; length <= longest && start + length <= words.length; length++) {
      hash = hashText(words[start + length - 1] ?? '', hash)
      const id = finish(hash)
      counter.add(id)
      seen?.(id, words.slice(start, start + length).join(''))
      hash = Math.imul(hash ^ 0x1f, 0x01000193)
    }
  }
}

/** Grams do not cross punctuation or spaces: these end a run of letters and digits. */
function countCharacterGrams(text: string, longest: number, seed: number): void {
  for (let start = 0; start < text.length; start++) {
    let hash = seed
    const end = Math.min(text.length, start + longest)
    for (let at = start; at < end; at++) {
      const code = text.charCodeAt(at)
      if (!isLetterOrDigit(code)) break
      hash = Math.imul(hash ^ code, 0x01000193)
      counter.add(finish(hash))
    }
  }
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
