import { dotOf } from '../../stats/dot.ts'
import { symmetricEigen } from '../../stats/eigen.ts'
import { columnProducts, orthonormalise } from '../../stats/orthonormal.ts'
import { seeded } from '../../stats/seeded.ts'
import type { SparseMatrix } from '../sparse.ts'

/** Directions followed beyond those wanted, which makes the wanted ones more exact. */
const SPARE = 10
const ROUNDS = 1
const SEED = 1

/**
 * The rows of U · √S for the largest singular values of a sparse matrix, by randomised subspace iteration from a fixed
 * start: Halko, Martinsson and Tropp, "Finding Structure with Randomness", SIAM Review 2011 (algorithm 4.4).
 */
export function leadingFactors(matrix: SparseMatrix, dimensions: number): Float64Array[] {
  const width = Math.min(dimensions + SPARE, matrix.rows)
  const next = seeded(SEED)
  const start = panel(matrix.columns, width).map((row) => row.map(() => next() - 0.5))
  let range = times(matrix, start, width)
  for (let round = 0; round < ROUNDS; round++) {
    orthonormalise(range, width)
    const other = timesTransposed(matrix, range, width)
    orthonormalise(other, width)
    range = times(matrix, other, width)
  }
  orthonormalise(range, width)
  const { values, vectors } = symmetricEigen(
    columnProducts(timesTransposed(matrix, range, width), width),
    width,
  )
  // The eigenvalues are the squares of the singular values.
  const scaled = vectors
    .slice(0, dimensions)
    .map((vector, place) => vector.map((value) => value * Math.max(0, values[place] ?? 0) ** 0.25))
  return range.map((row) => Float64Array.from(scaled, (vector) => dotOf(row, 0, vector, 0, width)))
}

function panel(rows: number, width: number): Float64Array[] {
  const whole = new Float64Array(rows * width)
  return Array.from({ length: rows }, (_, row) => whole.subarray(row * width, (row + 1) * width))
}

/** matrix · panel */
function times(matrix: SparseMatrix, given: readonly Float64Array[], width: number): Float64Array[] {
  const { rows, starts, indices, values } = matrix
  const product = panel(rows, width)
  for (const [row, sum] of product.entries()) {
    const end = starts[row + 1] ?? 0
    for (let at = starts[row] ?? 0; at < end; at++)
      addScaled(sum, given[indices[at] ?? 0] ?? sum, values[at] ?? 0)
  }
  return product
}

/** matrixᵀ · panel */
function timesTransposed(
  matrix: SparseMatrix,
  given: readonly Float64Array[],
  width: number,
): Float64Array[] {
  const { columns, starts, indices, values } = matrix
  const product = panel(columns, width)
  for (const [row, from] of given.entries()) {
    const end = starts[row + 1] ?? 0
    for (let at = starts[row] ?? 0; at < end; at++)
      addScaled(product[indices[at] ?? 0] ?? from, from, values[at] ?? 0)
  }
  return product
}

function addScaled(to: Float64Array, from: Float64Array, factor: number): void {
  for (let at = 0; at < to.length; at++) to[at] = (to[at] ?? 0) + factor * (from[at] ?? 0)
}
