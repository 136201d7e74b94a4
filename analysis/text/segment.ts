import { scanEntities } from './entities.ts'
import type { Lexicon } from './lexicon.ts'
import { createPlaceJoiner, type PlacePatterns } from './place-names.ts'
import { WordCutter } from './word-cutter.ts'

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

const WORD = /[\p{L}\p{N}]/u

/**
 * A segmenter with jieba's dictionary and the given domain dictionaries. Numbers, dates, amounts, document numbers,
 * building numbers and anonymised places (A7县, A市A3区) come out whole. Making one takes about a second; keep it.
 */
export function createSegmenter(options: SegmenterOptions = {}): Segmenter {
  const lexicons = options.lexicons ?? []
  const cutter = new WordCutter(lexicons)
  const joinPlaces = options.places && createPlaceJoiner(options.places)
  return {
    versions: lexicons.map((lexicon) => `${lexicon.name}@${lexicon.version}`),
    segment(text) {
      const list = new WordList(cutter, text)
      return joinPlaces ? joinPlaces(list.words, list.starts) : list.words
    },
  }
}

/** The words of one text and, for each, whether a gap (punctuation, space, text start) stands before it. */
class WordList {
  readonly words: string[] = []
  /** 1 where a gap stands before the word. */
  readonly starts: number[] = []
  #isGap = true
  readonly #push = (word: string): void => {
    if (isWord(word)) {
      this.words.push(word)
      this.starts.push(this.#isGap ? 1 : 0)
      this.#isGap = false
    } else this.#isGap = true
  }

  constructor(cutter: WordCutter, text: string) {
    let position = 0
    scanEntities(text, (start, end) => {
      this.#cutBlocks(cutter, text, position, start)
      this.#push(text.slice(start, end))
      position = end
    })
    this.#cutBlocks(cutter, text, position, text.length)
  }

  /** Cuts text[from, to) block by block; what separates the blocks is no word. */
  #cutBlocks(cutter: WordCutter, text: string, from: number, to: number): void {
    let start = from
    for (let at = from; at < to; at++) {
      if (SEPARATORS[text.charCodeAt(at)] === 0) continue
      if (start < at) cutter.cut(text, start, at, this.#push)
      this.#isGap = true
      start = at + 1
    }
    if (start < to) cutter.cut(text, start, to, this.#push)
  }
}

/** Fast path for common Han; the Unicode classes decide the rest. */
function isWord(word: string): boolean {
  const code = word.charCodeAt(0)
  return (code >= 0x4e00 && code <= 0x9fff) || WORD.test(word)
}

/**
 * 1 for characters at which jieba always cuts and which are no words: spaces, controls, ASCII marks other than those
 * that may stand inside an English word for jieba, general and CJK punctuation, full-width marks.
 */
const SEPARATORS = separatorTable()

function separatorTable(): Uint8Array {
  const table = new Uint8Array(0x10000)
  const mark = (first: number, last: number): void => {
    table.fill(1, first, last + 1)
  }
  mark(0, 0x20)
  for (const character of '!"$\'()*,/:;<=>?@[\\]^`{|}~') table[character.charCodeAt(0)] = 1
  mark(0x2010, 0x2027)
  mark(0x3001, 0x3003)
  mark(0x3008, 0x3011)
  mark(0xff01, 0xff0f)
  mark(0xff1a, 0xff20)
  return table
}
