import { orthonormalise } from '../stats/orthonormal.ts'
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

const DEFAULTS: LatentOptions = { dimensions: 50, fitted: 12_000, rounds: 4 }

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
  }
  orthonormalise(rowsOf(basis, dimensions), dimensions)
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

function normalised(vector: Float64Array): Float64Array {
  const length = Math.sqrt(dotLatent(vector, vector))
  return length > 1e-12 ? vector.map((value) => value / length) : vector
}
