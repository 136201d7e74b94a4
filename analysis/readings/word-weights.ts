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
  const lines = dictionary.split('\n')
  let size = 16
  while (size < lines.length * 2) size *= 2
  const keys = new Uint32Array(size)
  const weights = new Float32Array(size)
  const entries: { word: string; count: number; tag: string }[] = []
  let total = 0
  for (const line of lines) {
    const [word = '', count = '', tag = ''] = line.split(' ')
    if (word === '') continue
    entries.push({ word, count: Number(count) || 1, tag })
    total += Number(count) || 1
  }
  const slotOf = (hash: number): number => {
    let slot = hash & (size - 1)
    while (keys[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & (size - 1)
    return slot
  }
  for (const { word, count, tag } of entries) {
    const hash = hashOf(word)
    const slot = slotOf(hash)
    keys[slot] = hash
    weights[slot] = NAMING_TAG.test(tag) && !stopWords.has(word) ? Math.log(total / count) : 0
  }
  for (const word of stopWords) {
    const hash = hashOf(word)
    const slot = slotOf(hash)
    keys[slot] = hash
    weights[slot] = 0
  }
  const unknown = Math.log(total / UNKNOWN_COUNT)
  return {
    weight(word, hash) {
      if (word.length < LENGTHS.least || word.length > LENGTHS.most) return 0
      const first = word.charCodeAt(0)
      if (first < HAN_START || first > HAN_END) return 0
      const slot = slotOf(hash)
      return keys[slot] === hash ? (weights[slot] ?? 0) : unknown
    },
  }
}

/** FNV-1a over UTF-16 code units; never 0, which marks a free slot. */
export function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0 || 1
}
