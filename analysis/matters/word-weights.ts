import { idf } from '@node-rs/jieba/dict.js'
import { hashText } from './hash.ts'

/** log2 of the slots; jieba's list has 258,000 words. */
const BITS = 20
const MASK = (1 << BITS) - 1
const SPACE = 0x20
const LINE_END = 0x0a

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

function readWeights(bytes: Uint8Array): WordWeights {
  const keys = new Uint32Array(1 << BITS)
  const weights = new Float32Array(1 << BITS)
  const decoder = new TextDecoder()
  for (let start = 0; start < bytes.length;) {
    const end = endOf(bytes, start, LINE_END)
    const gap = endOf(bytes, start, SPACE)
    const key = hashText(decoder.decode(bytes.subarray(start, gap))) || 1
    let slot = key & MASK
    while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & MASK
    keys[slot] = key
    weights[slot] = Number(decoder.decode(bytes.subarray(gap + 1, end)))
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

function endOf(bytes: Uint8Array, from: number, mark: number): number {
  const found = bytes.indexOf(mark, from)
  return found === -1 ? bytes.length : found
}
