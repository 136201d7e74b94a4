import type { TermCounts } from './terms.ts'

/** A sparse vector of at most unit length; `terms` ascending. */
export interface SparseVector {
  terms: Int32Array
  weights: Float64Array
}

export interface VectorSpace {
  vectors: SparseVector[]
  /** Term numbers to words, for labels. */
  words: string[]
  /** Number of voices that hold each term. */
  frequency: Int32Array
  size: number
}

/** Terms kept of one voice, the heaviest first: what it is about shows in far fewer. */
const MAX_TERMS = 60

/**
 * Share of a text's full length that its vector is measured against at least: a text of mostly its own words must not
 * look like others by the few words left.
 */
const OWN_WORDS = 0.7

/**
 * TF-IDF with logarithmic term counts and unit length. Terms of one voice only say nothing about likeness, terms of
 * more than `commonShare` of the voices little: both are left out.
 */
export function buildVectors(counts: readonly TermCounts[], commonShare = 0.2): VectorSpace {
  const size = counts.length
  const frequencies = new Map<string, number>()
  for (const terms of counts) {
    for (const term of terms.keys()) frequencies.set(term, (frequencies.get(term) ?? 0) + 1)
  }
  const common = size > 200 ? size * commonShare : size
  const kept = [...frequencies].filter(([, count]) => count > 1 && count <= common)
  const words = kept.map(([word]) => word).sort()
  const numbers = new Map(words.map((word, number) => [word, number]))
  const frequency = Int32Array.from(words, (word) => frequencies.get(word) ?? 0)
  const vectors = counts.map((terms) => weigh(terms, numbers, frequency, size))
  return { vectors, words, frequency, size }
}

function weigh(
  counts: TermCounts,
  numbers: ReadonlyMap<string, number>,
  frequency: Int32Array,
  size: number,
): SparseVector {
  const entries: { term: number; weight: number }[] = []
  const own: number[] = []
  for (const [word, count] of counts) {
    const term = numbers.get(word)
    const rarity = Math.log((size + 1) / (term === undefined ? 1 : (frequency[term] ?? 1)))
    const weight = (count < 1 ? count : 1 + Math.log(count)) * rarity
    if (term !== undefined) entries.push({ term, weight })
    else own.push(weight)
  }
  entries.sort((a, b) => b.weight - a.weight || a.term - b.term)
  entries.length = Math.min(entries.length, MAX_TERMS)
  const kept = entries.map(({ weight }) => weight)
  const all = [...kept, ...own].sort((a, b) => b - a).slice(0, MAX_TERMS)
  const length = Math.max(norm(kept), OWN_WORDS * norm(all)) || 1
  entries.sort((a, b) => a.term - b.term)
  return {
    terms: Int32Array.from(entries, ({ term }) => term),
    weights: Float64Array.from(entries, ({ weight }) => weight / length),
  }
}

/** Euclidean length. */
export function norm(weights: Iterable<number>): number {
  let sum = 0
  for (const weight of weights) sum += weight * weight
  return Math.sqrt(sum)
}

/** Likeness of two texts: the cosine, lowered where a text is mostly its own words. */
export function cosine(a: SparseVector, b: SparseVector): number {
  let sum = 0
  for (let i = 0, j = 0; i < a.terms.length && j < b.terms.length;) {
    const left = a.terms[i] ?? 0
    const right = b.terms[j] ?? 0
    if (left === right) sum += (a.weights[i++] ?? 0) * (b.weights[j++] ?? 0)
    else if (left < right) i++
    else j++
  }
  return sum
}
