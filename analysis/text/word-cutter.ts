import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import type { Lexicon } from './lexicon.ts'
import { WordGraph } from './word-graph.ts'

/** Told each word in order. */
export type FoundWord = (word: string) => void

/** Native calls get pieces of at most this many characters, so one huge text cannot hold much memory. */
const MAX_PIECE = 20_000
/** Unknown runs of at most this many characters are remembered, and at most so many of them. */
const REMEMBERED = { characters: 8, runs: 200_000 }
const FIRST_HAN = 0x4e00
const LAST_HAN = 0x9fa5

/**
 * Cuts text into words exactly as jieba does with the same dictionaries, in less than half its time: runs of common
 * Han characters go through a word graph of our own; jieba itself cuts what needs its hidden Markov model (characters
 * that form no known word, remembered once cut) or its rules for mixed scripts.
 */
export class WordCutter {
  readonly #jieba = Jieba.withDict(dict)
  readonly #graph: WordGraph
  readonly #unknown = new Map<string, readonly string[]>()

  /** @param lexicons added to jieba's dictionary, later ones win */
  constructor(lexicons: readonly Lexicon[]) {
    for (const lexicon of lexicons) this.#jieba.loadDict(encodeLexicon(lexicon))
    const words = lexicons.flatMap((lexicon) => lexicon.words)
    this.#graph = new WordGraph(
      new TextDecoder().decode(dict),
      words.map(({ word, frequency }) => ({ word, count: frequency })),
    )
  }

  /** Cuts a block of text[from, to) that holds neither spaces nor the punctuation that jieba cuts at anyway. */
  cut(text: string, from: number, to: number, found: FoundWord): void {
    for (let start = from; start < to; start += MAX_PIECE) {
      const end = Math.min(to, start + MAX_PIECE)
      if (isHan(text, start, end)) this.#cutHan(text, start, end, found)
      else for (const word of this.#jieba.cut(text.slice(start, end), true)) found(word)
    }
  }

  #cutHan(text: string, from: number, to: number, found: FoundWord): void {
    const ends = this.#graph.route(text, from, to)
    const length = to - from
    let left = 0
    for (let start = 0; start < length;) {
      const end = ends[start] ?? length
      if (end - start > 1) {
        if (left < start) this.#cutSingles(text.slice(from + left, from + start), found)
        found(this.#graph.word(text, from, start, end))
        left = end
      }
      start = end
    }
    if (left < length) this.#cutSingles(text.slice(from + left, to), found)
  }

  /** A run of characters that were chosen one by one: names and other words the dictionary lacks may hide in it. */
  #cutSingles(run: string, found: FoundWord): void {
    if (run.length === 1) found(this.#graph.character(run.charCodeAt(0)))
    else if (this.#graph.has(run)) for (const character of run) found(character)
    else for (const word of this.#cutUnknown(run)) found(word)
  }

  #cutUnknown(run: string): readonly string[] {
    const known = this.#unknown.get(run)
    if (known) return known
    const words = this.#jieba.cut(run, true)
    if (run.length > REMEMBERED.characters) return words
    if (this.#unknown.size >= REMEMBERED.runs) this.#unknown.clear()
    this.#unknown.set(run, words)
    return words
  }
}

function isHan(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code < FIRST_HAN || code > LAST_HAN) return false
  }
  return true
}

function encodeLexicon(lexicon: Lexicon): Uint8Array {
  return new TextEncoder().encode(
    lexicon.words.map((entry) => `${entry.word} ${String(entry.frequency)} ${entry.tag}\n`).join(''),
  )
}
