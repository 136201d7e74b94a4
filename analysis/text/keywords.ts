/** How many documents contain a word, and how many documents there are: the base of inverse document frequency. */
export interface DocumentFrequency {
  documents: number
  count(word: string): number
}

export interface Keyword {
  word: string
  weight: number
}

/** Counts in how many of the texts each word stands. */
export function countDocuments(texts: Iterable<readonly string[]>): DocumentFrequency {
  const counts = new Map<string, number>()
  let documents = 0
  for (const words of texts) {
    documents++
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return { documents, count: (word) => counts.get(word) ?? 0 }
}

const LENGTHS = { least: 2, most: 12 }
const BARE_FIGURE = /^[\d.,，:：%]+$/

/**
 * The words that set a text apart: term frequency × ln((N+1)/(df+1)) (Salton & Buckley 1988), stop words, single
 * characters and bare figures left out. Ties are settled by the word itself, so the order is always the same.
 */
export function extractKeywords(
  words: readonly string[],
  frequency: DocumentFrequency,
  stopWords: ReadonlySet<string>,
  limit = 8,
): Keyword[] {
  const counts = new Map<string, number>()
  for (const word of words) {
    if (word.length < LENGTHS.least || word.length > LENGTHS.most) continue
    if (stopWords.has(word) || BARE_FIGURE.test(word)) continue
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return [...counts]
    .map(([word, count]) => ({
      word,
      weight: count * Math.log((frequency.documents + 1) / (frequency.count(word) + 1)),
    }))
    .filter((keyword) => keyword.weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
    .slice(0, limit)
}
