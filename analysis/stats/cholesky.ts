import { dotOf } from './dot.ts'

/**
 * Lower factor L of a symmetric matrix, L · Lᵀ = matrix; only the lower triangle is read. A column that depends on
 * earlier ones gets zero.
 */
export function cholesky(matrix: Float64Array, size: number): Float64Array {
  const factor = new Float64Array(size * size)
  for (let a = 0; a < size; a++) {
    for (let b = 0; b <= a; b++) {
      const value = (matrix[a * size + b] ?? 0) - dotOf(factor, a * size, factor, b * size, b)
      if (a === b) factor[a * size + a] = value > 1e-20 ? Math.sqrt(value) : 0
      else {
        const length = factor[b * size + b] ?? 0
        factor[a * size + b] = length > 0 ? value / length : 0
      }
    }
  }
  return factor
}

/** Solves L · Lᵀ · x = `values` in place; unknowns of zero columns become zero. */
export function solveByCholesky(factor: Float64Array, size: number, values: Float64Array): void {
  for (let row = 0; row < size; row++) {
    const value = (values[row] ?? 0) - dotOf(factor, row * size, values, 0, row)
    values[row] = quotient(value, factor[row * size + row] ?? 0)
  }
  for (let row = size - 1; row >= 0; row--) {
    const value = quotient(values[row] ?? 0, factor[row * size + row] ?? 0)
    values[row] = value
    for (let k = 0; k < row; k++) values[k] = (values[k] ?? 0) - (factor[row * size + k] ?? 0) * value
  }
}

function quotient(value: number, by: number): number {
  return by > 0 ? value / by : 0
}
