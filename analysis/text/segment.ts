import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { scanEntities } from './entities.ts'
import { createPlaceJoiner, type PlacePatterns } from './place-names.ts'
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
/** Private use, which normalised text does not contain. */
const STAND_IN = '\ue000'
const WORD = /[\p{L}\p{N}]/u

/**
 * A segmenter with jieba's dictionary and the given domain dictionaries. Numbers, dates, amounts, document numbers,
 * building numbers and anonymised places (A7县, A市A3区) come out whole. Making one takes about 0.3 s; keep it.
 */
export function createSegmenter(options: SegmenterOptions = {}): Segmenter {
  const jieba = Jieba.withDict(dict)
  const lexicons = options.lexicons ?? []
  for (const lexicon of lexicons) jieba.loadDict(encodeLexicon(lexicon))
  const joinPlaces = options.places && createPlaceJoiner(options.places)
  return {
    versions: lexicons.map((lexicon) => `${lexicon.name}@${lexicon.version}`),
    segment(text) {
      const { words, starts } = cut(jieba, text)
      return joinPlaces ? joinPlaces(words, starts) : words
    },
  }
}

function encodeLexicon(lexicon: Lexicon): Uint8Array {
  return new TextEncoder().encode(
    lexicon.words.map((entry) => `${entry.word} ${String(entry.frequency)} ${entry.tag}\n`).join(''),
  )
}

/** Words and, for each, whether a gap (punctuation, space, text start) stands before it. */
interface Cut {
  words: string[]
  /** 1 where a gap stands before the word. */
  starts: number[]
  isGap: boolean
}

function cut(jieba: Jieba, text: string): Cut {
  const spans: number[] = []
  scanEntities(text, (start, end) => spans.push(start, end))
  const out: Cut = { words: [], starts: [], isGap: true }
  if (text.length <= MAX_PIECE && !text.includes(STAND_IN)) cutAtOnce(jieba, text, spans, out)
  else cutInPieces(jieba, text, spans, out)
  return out
}

/**
 * One native call for the whole text: each whole span is replaced by a character that no dictionary word contains, so
 * the parts between are cut as if they stood alone, and put back where the character comes out.
 */
function cutAtOnce(jieba: Jieba, text: string, spans: readonly number[], out: Cut): void {
  const plain = spans.length === 0 ? text : withStandIns(text, spans)
  let next = 0
  for (const word of jieba.cut(plain, true)) {
    if (word === STAND_IN) {
      push(out, text.slice(spans[next], spans[next + 1]))
      next += 2
    } else push(out, word)
  }
}

function withStandIns(text: string, spans: readonly number[]): string {
  let plain = ''
  let position = 0
  for (let index = 0; index < spans.length; index += 2) {
    plain += text.slice(position, spans[index]) + STAND_IN
    position = spans[index + 1] ?? position
  }
  return plain + text.slice(position)
}

function cutInPieces(jieba: Jieba, text: string, spans: readonly number[], out: Cut): void {
  const pushPieces = (from: number, to: number): void => {
    for (let start = from; start < to; start += MAX_PIECE) {
      for (const word of jieba.cut(text.slice(start, Math.min(to, start + MAX_PIECE)), true)) push(out, word)
    }
  }
  let position = 0
  for (let index = 0; index < spans.length; index += 2) {
    const start = spans[index] ?? 0
    const end = spans[index + 1] ?? 0
    pushPieces(position, start)
    push(out, text.slice(start, end))
    position = end
  }
  pushPieces(position, text.length)
}

function push(out: Cut, word: string): void {
  if (isWord(word)) {
    out.words.push(word)
    out.starts.push(out.isGap ? 1 : 0)
    out.isGap = false
  } else out.isGap = true
}

/** Fast paths for common Han, ASCII and the usual punctuation; the Unicode classes decide the rest. */
function isWord(word: string): boolean {
  const code = word.charCodeAt(0)
  if (code >= 0x4e00 && code <= 0x9fff) return true
  if (word.length === 1 && (code <= 0x20 || isPunctuation(code))) return false
  return WORD.test(word)
}

/** General and CJK punctuation, full-width marks; the blocks' few letters and digits are left to the Unicode classes. */
function isPunctuation(code: number): boolean {
  return (
    (code >= 0x3001 && code <= 0x3003) ||
    (code >= 0x3008 && code <= 0x3011) ||
    (code >= 0x2010 && code <= 0x2027) ||
    (code >= 0xff01 && code <= 0xff0f) ||
    (code >= 0xff1a && code <= 0xff20)
  )
}
