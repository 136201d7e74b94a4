import type { CountedGrams } from '../gram-counter.ts'
import { mutualInformation } from './co-occurrence.ts'
import { leadingFactors } from './truncated-svd.ts'

/** Words as directions: words that keep the same company lie near each other. */
export interface WordVectors {
  /** Hash of each word as a gram. */
  ids: Uint32Array
  /** The word's cells are multiplied by this; holds its inverse document frequency. */
  scales: Float32Array
  /** One word after another, `dimensions` cells each. */
  cells: Int8Array
  dimensions: number
}

const DIMENSIONS = 64
const LEAST_OCCURRENCES = 5
const MOST_WORDS = 8000
const LARGEST = 127

/**
 * Learns the vectors of the words of some texts, PPMI factorised by a truncated SVD, each times ln((1 + texts) / (1 +
 * texts with the word)). Cells are rounded to 8 bits of the word's largest one.
 *
 * @param sequences the words of each text in order, as grams
 */
export function learnWordVectors(
  sequences: readonly Uint32Array[],
  texts: readonly CountedGrams[],
): WordVectors {
  const ids = commonWords(sequences)
  const rowOf = new Map([...ids].map((id, row) => [id, row]))
  const matrix = mutualInformation(
    sequences.map((sequence) => Int32Array.from(sequence, (id) => rowOf.get(id) ?? -1)),
    ids.length,
  )
  const factors = leadingFactors(matrix, DIMENSIONS)
  const dimensions = factors[0]?.length ?? 0
  const documents = countDocuments(texts, rowOf)
  const scales = new Float32Array(ids.length)
  const cells = new Int8Array(ids.length * dimensions)
  for (const [row, factor] of factors.entries()) {
    const largest = factor.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
    if (largest === 0) continue
    const idf = Math.log((1 + texts.length) / (1 + (documents[row] ?? 0)))
    scales[row] = (idf * largest) / LARGEST
    for (const [at, value] of factor.entries())
      cells[row * dimensions + at] = Math.round((value / largest) * LARGEST)
  }
  return { ids, scales, cells, dimensions }
}

/** The words that occur often enough, the most common first. */
function commonWords(sequences: readonly Uint32Array[]): Uint32Array {
  const counts = new Map<number, number>()
  for (const sequence of sequences) for (const id of sequence) counts.set(id, (counts.get(id) ?? 0) + 1)
  const common = [...counts]
    .filter(([, count]) => count >= LEAST_OCCURRENCES)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MOST_WORDS)
  return Uint32Array.from(common, ([id]) => id)
}

function countDocuments(texts: readonly CountedGrams[], rowOf: ReadonlyMap<number, number>): Uint32Array {
  const documents = new Uint32Array(rowOf.size)
  for (const { ids, ends } of texts) {
    for (const id of ids.subarray(0, ends[0])) {
      const row = rowOf.get(id)
      if (row !== undefined) documents[row] = (documents[row] ?? 0) + 1
    }
  }
  return documents
}
