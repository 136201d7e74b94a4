import type { SearchDraft } from './search-draft.ts'
import { bigramKey, bigramsOf, indexedWords, wordKey } from './tokens.ts'

export interface QueryTerm {
  readonly key: number
  readonly weight: number
  /** Null for a pair of letters. */
  readonly word: string | null
}

/** A page of text is reduced to its weightiest terms: more do not change the order of the first hits. */
const MOST_WORDS = 48
const MOST_PAIRS = 24
const PAIR_WEIGHT = 0.35
const OPENING = 40

/**
 * The terms a draft is searched by: words by rarity × damped mentions; pairs of letters of its title (or opening).
 * @param rarityOf 0 for terms not worth asking for
 */
export function queryTerms(
  draft: SearchDraft,
  stopWords: ReadonlySet<string>,
  rarityOf: (key: number) => number,
): QueryTerm[] {
  const counts = new Map<string, number>()
  for (const word of indexedWords(draft.words, stopWords)) counts.set(word, (counts.get(word) ?? 0) + 1)
  const words = [...counts].map(([word, count]): QueryTerm => {
    const key = wordKey(word)
    return { key, word, weight: rarityOf(key) * (1 + Math.log(count)) }
  })
  const pairs = [...new Set(bigramsOf(draft.title.slice(0, OPENING)))].map((pair): QueryTerm => {
    const key = bigramKey(pair)
    return { key, word: null, weight: PAIR_WEIGHT * rarityOf(key) }
  })
  return [...weightiest(words, MOST_WORDS), ...weightiest(pairs, MOST_PAIRS)]
}

function weightiest(terms: readonly QueryTerm[], limit: number): QueryTerm[] {
  return terms
    .filter((term) => term.weight > 0)
    .sort((a, b) => b.weight - a.weight || a.key - b.key)
    .slice(0, limit)
}
