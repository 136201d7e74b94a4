import { eachDictionaryLine } from '../text/dictionary-lines.ts'
import { HashTable } from '../text/hash-table.ts'
import { FNV_START, fnv1a } from '../text/hash.ts'

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

/** Word weights from a dictionary of lines `word count tag`, e.g. jieba's own. */
export function createWordWeights(dictionary: string, stopWords: ReadonlySet<string>): WordWeights {
  const { hashes, counts, naming, total } = readDictionary(dictionary)
  const table = new HashTable(hashes.length + stopWords.size)
  for (let at = 0; at < hashes.length; at++)
    table.set(hashes[at] ?? 0, naming[at] === 1 ? Math.log(total / (counts[at] ?? 1)) : 0)
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

interface DictionaryEntries {
  readonly hashes: readonly number[]
  readonly counts: readonly number[]
  /** 1 where the part of speech can name a matter. */
  readonly naming: readonly number[]
  readonly total: number
}

function readDictionary(dictionary: string): DictionaryEntries {
  const entries = { hashes: [] as number[], counts: [] as number[], naming: [] as number[], total: 0 }
  const tags = new Map<string, number>()
  eachDictionaryLine(dictionary, (from, to, end) => {
    const second = dictionary.indexOf(' ', to + 1)
    const middle = second === -1 || second > end ? end : second
    const count = Number(dictionary.slice(to + 1, middle)) || 1
    const tag = dictionary.slice(middle + 1, end)
    let naming = tags.get(tag)
    if (naming === undefined) tags.set(tag, (naming = NAMING_TAG.test(tag) ? 1 : 0))
    entries.hashes.push(hashOf(dictionary, from, to))
    entries.counts.push(count)
    entries.naming.push(naming)
    entries.total += count
  })
  return entries
}

/** FNV-1a over the UTF-16 code units of text[from, to); never 0, which marks a free slot. */
export function hashOf(text: string, from = 0, to = text.length): number {
  const hash = fnv1a(text, FNV_START, from, to)
  return (hash ^ (hash >>> 15)) >>> 0 || 1
}
