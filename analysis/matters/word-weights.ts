import { idf } from '@node-rs/jieba/dict.js'
import { eachDictionaryLine } from '../text/dictionary-lines.ts'
import { HashTable } from '../text/hash-table.ts'
import { FNV_START, fnv1a, mix } from '../text/hash.ts'

/** Room for jieba's list, which has 270,000 words. */
const WORDS = 300_000

/** How telling a word is in general Chinese: the inverse document frequencies that jieba brings. */
export interface WordWeights {
  /** ln(N/df), about 3 to 14; undefined for a word the list does not have (a name, mostly). */
  of(word: string): number | undefined
}

let shared: WordWeights | undefined

/**
 * The weights, read once per process. A fixed list and not the corpus at hand: a voice's sketch must not change because
 * others arrive.
 */
export function loadWordWeights(): WordWeights {
  shared ??= readWeights(new TextDecoder().decode(idf))
  return shared
}

/** @param list lines `word weight` */
function readWeights(list: string): WordWeights {
  const table = new HashTable(WORDS)
  eachDictionaryLine(list, (from, to, end) => {
    table.set(keyOf(list, from, to), Number(list.slice(to + 1, end)))
  })
  return { of: (word) => table.get(keyOf(word)) }
}

/** Never 0, which marks a free slot. */
function keyOf(text: string, from = 0, to = text.length): number {
  return mix(fnv1a(text, FNV_START, from, to)) || 1
}
