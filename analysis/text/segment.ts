import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { scanEntities } from './entities.ts'
import { joinPlaceNames, type PlacePatterns } from './place-names.ts'
import type { Lexicon } from './lexicon.ts'

export interface SegmenterOptions {
  /** Domain dictionaries, later ones win. */
  lexicons?: readonly Lexicon[]
  /** Naming patterns; without them place names stay as the dictionaries cut them. */
  places?: PlacePatterns
}

export interface Segmenter {
  /** Words in order, without whitespace and punctuation. Expects normalised text; same text, same words. */
  segment(text: string): string[]
  /** Name and version of every dictionary used, for the record of what produced a result. */
  readonly versions: readonly string[]
}

/** Native calls get pieces of at most this many characters, so one huge text cannot hold much memory. */
const MAX_PIECE = 20_000
const WORD = /[\p{L}\p{N}]/u

/**
 * A segmenter with jieba's dictionary and the given domain dictionaries. Numbers, dates, amounts, document numbers,
 * building numbers and anonymised places (A7县, A市A3区) come out whole. Making one takes about 0.3 s; keep it.
 */
export function createSegmenter(options: SegmenterOptions = {}): Segmenter {
  const jieba = Jieba.withDict(dict)
  const lexicons = options.lexicons ?? []
  for (const lexicon of lexicons) jieba.loadDict(encodeLexicon(lexicon))
  const { places } = options
  return {
    versions: lexicons.map((lexicon) => `${lexicon.name}@${lexicon.version}`),
    segment(text) {
      const { words, starts } = cut(jieba, text)
      return places ? joinPlaceNames(words, starts, places) : words
    },
  }
}

function encodeLexicon(lexicon: Lexicon): Uint8Array {
  return new TextEncoder().encode(
    lexicon.words.map((entry) => `${entry.word} ${String(entry.frequency)} ${entry.tag}\n`).join(''),
  )
}

/** Words and, for each, whether a gap (punctuation, space, text start) stands before it. */
function cut(jieba: Jieba, text: string): { words: string[]; starts: Uint8Array } {
  const words: string[] = []
  const gaps: number[] = []
  let isGap = true
  const push = (word: string): void => {
    if (isWord(word)) {
      words.push(word)
      gaps.push(isGap ? 1 : 0)
      isGap = false
    } else isGap = true
  }
  const pushPieces = (from: number, to: number): void => {
    for (let start = from; start < to; start += MAX_PIECE) {
      for (const word of jieba.cut(text.slice(start, Math.min(to, start + MAX_PIECE)), true)) push(word)
    }
  }
  let position = 0
  scanEntities(text, (start, end) => {
    pushPieces(position, start)
    push(text.slice(start, end))
    position = end
  })
  pushPieces(position, text.length)
  return { words, starts: Uint8Array.from(gaps) }
}

/** Fast path for common Han and ASCII letters and digits; the Unicode classes decide the rest. */
function isWord(word: string): boolean {
  const code = word.charCodeAt(0)
  if (code >= 0x4e00 && code <= 0x9fff) return true
  return WORD.test(word)
}
