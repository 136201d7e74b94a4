import type { SparseMatrix } from './sparse.ts'

/**
 * Naive-Bayes log-count ratios of each column for one class: ln(share of the class's texts with the gram / share of
 * the other texts with it), smoothed by half a text. Scaling features by them and training a linear SVM on the result
 * is NBSVM: Wang and Manning, "Baselines and Bigrams", ACL 2012.
 */
export function logCountRatios(matrix: SparseMatrix, signs: Int8Array): Float32Array {
  const within = new Float64Array(matrix.columns)
  const outside = new Float64Array(matrix.columns)
  let members = 0
  for (let row = 0; row < matrix.rows; row++) {
    const isMember = signs[row] === 1
    if (isMember) members++
    const counts = isMember ? within : outside
    const end = matrix.starts[row + 1] ?? 0
    for (let at = matrix.starts[row] ?? 0; at < end; at++) {
      const index = matrix.indices[at] ?? 0
      counts[index] = (counts[index] ?? 0) + 1
    }
  }
  const others = matrix.rows - members
  const ratios = new Float32Array(matrix.columns)
  for (let column = 0; column < matrix.columns; column++) {
    const inside = ((within[column] ?? 0) + 0.5) / (members + 1)
    ratios[column] = Math.log(inside / (((outside[column] ?? 0) + 0.5) / (others + 1)))
  }
  return ratios
}

/** The same matrix with every column multiplied by its ratio. */
export function scaleColumns(matrix: SparseMatrix, ratios: Float32Array): SparseMatrix {
  const values = new Float32Array(matrix.values.length)
  for (let at = 0; at < values.length; at++) {
    values[at] = (matrix.values[at] ?? 0) * (ratios[matrix.indices[at] ?? 0] ?? 0)
  }
  return { ...matrix, values }
}
