import { fnv1a } from '../text/hash.ts'

/** How telling a word is by itself, learnt from a general dictionary with frequencies. */
export interface WordWeights {
  /**
   * ln(all occurrences / occurrences of the word); 0 for words that are never keywords.
   * @param hash the word's `hashOf`, which callers need anyway
   */
  weight(word: string, hash: number): number
}

/** Parts of speech whose words can name a matter: nouns, verbs, idioms, abbreviations. */
const NAMING_TAG = /^(?:n(?!r)|v|j|l|i|an)/
/** A word the dictionary lacks (an estate, a firm) counts as one this rare. */
const UNKNOWN_COUNT = 100
const LENGTHS = { least: 2, most: 12 }
const HAN_START = 0x4e00
const HAN_END = 0x9fff

/**
 * Word weights from a dictionary of lines `word count tag`, e.g. jieba's own. Held in two typed arrays (open
 * addressing by a 32-bit hash), because a map of 350,000 strings costs each thread forty megabytes.
 */
export function createWordWeights(dictionary: string, stopWords: ReadonlySet<string>): WordWeights {
  const entries = [...parseDictionary(dictionary)]
  const total = entries.reduce((sum, { count }) => sum + count, 0)
  const table = new HashTable(entries.length + stopWords.size)
  for (const { word, count, tag } of entries)
    table.set(hashOf(word), NAMING_TAG.test(tag) ? Math.log(total / count) : 0)
  for (const word of stopWords) table.set(hashOf(word), 0)
  const unknown = Math.log(total / UNKNOWN_COUNT)
  return {
    weight(word, hash) {
      if (word.length < LENGTHS.least || word.length > LENGTHS.most) return 0
      const first = word.charCodeAt(0)
      if (first < HAN_START || first > HAN_END) return 0
      return table.get(hash) ?? unknown
    },
  }
}

function* parseDictionary(dictionary: string): Generator<{ word: string; count: number; tag: string }> {
  for (const line of dictionary.split('\n')) {
    const [word = '', count = '', tag = ''] = line.split(' ')
    if (word !== '') yield { word, count: Number(count) || 1, tag }
  }
}

/** Hash → number, open addressing; 0 is not a hash. */
class HashTable {
  readonly #keys: Uint32Array
  readonly #values: Float32Array

  constructor(entries: number) {
    let size = 16
    while (size < entries * 2) size *= 2
    this.#keys = new Uint32Array(size)
    this.#values = new Float32Array(size)
  }

  set(hash: number, value: number): void {
    const slot = this.#slotOf(hash)
    this.#keys[slot] = hash
    this.#values[slot] = value
  }

  get(hash: number): number | undefined {
    const slot = this.#slotOf(hash)
    return this.#keys[slot] === hash ? this.#values[slot] : undefined
  }

  #slotOf(hash: number): number {
    const mask = this.#keys.length - 1
    let slot = hash & mask
    while (this.#keys[slot] !== 0 && this.#keys[slot] !== hash) slot = (slot + 1) & mask
    return slot
  }
}

/** FNV-1a over UTF-16 code units; never 0, which marks a free slot. */
export function hashOf(word: string): number {
  const hash = fnv1a(word)
  return (hash ^ (hash >>> 15)) >>> 0 || 1
}
