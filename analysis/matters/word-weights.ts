import { idf } from '@node-rs/jieba/dict.js'
import { FNV_START, fnv1a, mix } from '../text/hash.ts'
import { hashText } from './hash.ts'

/** log2 of the slots; jieba's list has 258,000 words. */
const BITS = 20
const MASK = (1 << BITS) - 1

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
  shared ??= readWeights(idf)
  return shared
}

/** Reads the lines `word weight` where they stand: a string for each word would take most of the time. */
function readWeights(bytes: Uint8Array): WordWeights {
  const keys = new Uint32Array(1 << BITS)
  const weights = new Float32Array(1 << BITS)
  const list = new TextDecoder().decode(bytes)
  for (let start = 0; start < list.length;) {
    const line = list.indexOf('\n', start)
    const end = line === -1 ? list.length : line
    const gap = list.indexOf(' ', start)
    const key = mix(fnv1a(list, FNV_START, start, gap)) || 1
    let slot = key & MASK
    while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & MASK
    keys[slot] = key
    weights[slot] = Number(list.slice(gap + 1, end))
    start = end + 1
  }
  return {
    of(word) {
      const key = hashText(word) || 1
      let slot = key & MASK
      while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & MASK
      return keys[slot] === key ? weights[slot] : undefined
    },
  }
}
