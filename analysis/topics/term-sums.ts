import type { SparseVector } from './vectors.ts'

/** Sum of vectors: the dot product of two sums is the sum of all pairwise cosines. */
export type TermSum = Map<number, number>

export function sumOf(vectors: Iterable<SparseVector>): TermSum {
  const sum: TermSum = new Map()
  for (const vector of vectors) addTo(sum, vector)
  return sum
}

function addTo(sum: TermSum, vector: SparseVector): void {
  vector.terms.forEach((term, position) => {
    sum.set(term, (sum.get(term) ?? 0) + (vector.weights[position] ?? 0))
  })
}

/** Terms kept in the sum of a large group; the tail decides nothing. */
const MAX_SUM_TERMS = 1500

/** Adds the smaller sum into the larger; both arguments are used up. */
export function joinSums(a: TermSum, b: TermSum): TermSum {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  for (const [term, weight] of small) large.set(term, (large.get(term) ?? 0) + weight)
  if (large.size <= MAX_SUM_TERMS * 2) return large
  const entries = [...large].sort((x, y) => Math.abs(y[1]) - Math.abs(x[1]) || x[0] - y[0])
  entries.length = MAX_SUM_TERMS
  return new Map(entries)
}

export function dotSums(a: TermSum, b: TermSum): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  let sum = 0
  for (const [term, weight] of small) sum += weight * (large.get(term) ?? 0)
  return sum
}

export function dotVector(sum: TermSum, vector: SparseVector): number {
  let total = 0
  for (let position = 0; position < vector.terms.length; position++) {
    total += (vector.weights[position] ?? 0) * (sum.get(vector.terms[position] ?? -1) ?? 0)
  }
  return total
}
