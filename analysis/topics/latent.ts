import { hashSeed } from './seed.ts'
import type { SparseVector } from './vectors.ts'

/**
 * Latent semantic analysis (Deerwester et al. 1990) of the letters' own words: words that keep the same company get
 * near directions, so that 墙面开裂 and 质量堪忧 are alike though they share no character. The basis is found by
 * randomised subspace iteration (Halko, Martinsson, Tropp 2011) with fixed numbers in place of random ones: the same
 * letters give the same basis.
 */

export interface LatentOptions {
  dimensions: number
  /** Most vectors the basis is fitted on, taken at even distances; all vectors are projected on it. */
  fitted: number
  rounds: number
}

const DEFAULTS: LatentOptions = { dimensions: 50, fitted: 12_000, rounds: 5 }

/** One unit vector a text, of `dimensions` numbers; zeros for a text without known words. */
export function latentVectors(
  vectors: readonly SparseVector[],
  terms: number,
  options: Partial<LatentOptions> = {},
): Float64Array[] {
  const { dimensions, fitted, rounds } = { ...DEFAULTS, ...options }
  const step = Math.max(1, vectors.length / fitted)
  const sample: SparseVector[] = []
  for (let position = 0; position < vectors.length; position += step) {
    const vector = vectors[Math.floor(position)]
    if (vector) sample.push(vector)
  }
  const basis = startBasis(terms, dimensions)
  for (let round = 0; round < rounds; round++) {
    const scores = sample.map((vector) => project(vector, basis, dimensions))
    orthonormalise(scores, dimensions)
    basis.fill(0)
    sample.forEach((vector, row) => {
      spread(vector, scores[row] ?? new Float64Array(dimensions), basis, dimensions)
    })
    orthonormalise(rowsOf(basis, dimensions), dimensions)
  }
  return vectors.map((vector) => normalised(project(vector, basis, dimensions)))
}

export function dotLatent(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0)
  return sum
}

function startBasis(terms: number, dimensions: number): Float64Array {
  const basis = new Float64Array(terms * dimensions)
  for (let index = 0; index < basis.length; index++) basis[index] = hashSeed(index)
  return basis
}

function rowsOf(basis: Float64Array, dimensions: number): Float64Array[] {
  return Array.from({ length: basis.length / dimensions }, (_, row) =>
    basis.subarray(row * dimensions, (row + 1) * dimensions),
  )
}

function project(vector: SparseVector, basis: Float64Array, dimensions: number): Float64Array {
  const out = new Float64Array(dimensions)
  for (let position = 0; position < vector.terms.length; position++) {
    const weight = vector.weights[position] ?? 0
    const start = (vector.terms[position] ?? 0) * dimensions
    for (let index = 0; index < dimensions; index++)
      out[index] = (out[index] ?? 0) + weight * (basis[start + index] ?? 0)
  }
  return out
}

function spread(vector: SparseVector, scores: Float64Array, basis: Float64Array, dimensions: number): void {
  for (let position = 0; position < vector.terms.length; position++) {
    const weight = vector.weights[position] ?? 0
    const start = (vector.terms[position] ?? 0) * dimensions
    for (let index = 0; index < dimensions; index++)
      basis[start + index] = (basis[start + index] ?? 0) + weight * (scores[index] ?? 0)
  }
}

/** Gram–Schmidt over the columns of the rows given, in place. */
function orthonormalise(rows: readonly Float64Array[], dimensions: number): void {
  for (let column = 0; column < dimensions; column++) {
    for (let earlier = 0; earlier < column; earlier++) {
      const dot = dotColumns(rows, earlier, column)
      for (const row of rows) row[column] = (row[column] ?? 0) - dot * (row[earlier] ?? 0)
    }
    const length = Math.sqrt(dotColumns(rows, column, column))
    if (length > 1e-12) for (const row of rows) row[column] = (row[column] ?? 0) / length
  }
}

function dotColumns(rows: readonly Float64Array[], a: number, b: number): number {
  let dot = 0
  for (const row of rows) dot += (row[a] ?? 0) * (row[b] ?? 0)
  return dot
}

function normalised(vector: Float64Array): Float64Array {
  const length = Math.sqrt(dotLatent(vector, vector))
  return length > 1e-12 ? vector.map((value) => value / length) : vector
}
