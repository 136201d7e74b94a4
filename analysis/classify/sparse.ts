/** Rows of numbers, most of them zero: row r owns `indices` and `values` from `starts[r]` to `starts[r + 1]`. */
export interface SparseMatrix {
  rows: number
  columns: number
  starts: Uint32Array
  indices: Uint32Array
  values: Float32Array
}

/** Inner product of one row with dense weights; the weight after the last column is the bias. */
export function dotRow(matrix: SparseMatrix, row: number, weights: Float64Array): number {
  const { indices, values } = matrix
  const end = matrix.starts[row + 1] ?? 0
  let sum = weights[matrix.columns] ?? 0
  for (let at = matrix.starts[row] ?? 0; at < end; at++)
    sum += (weights[indices[at] ?? 0] ?? 0) * (values[at] ?? 0)
  return sum
}

/** Adds a multiple of one row to dense weights, bias included. */
export function addRow(matrix: SparseMatrix, row: number, factor: number, weights: Float64Array): void {
  const { indices, values } = matrix
  const end = matrix.starts[row + 1] ?? 0
  for (let at = matrix.starts[row] ?? 0; at < end; at++) {
    const index = indices[at] ?? 0
    weights[index] = (weights[index] ?? 0) + factor * (values[at] ?? 0)
  }
  weights[matrix.columns] = (weights[matrix.columns] ?? 0) + factor
}

/** Squared length of one row, the bias feature (always 1) included. */
export function squareRow(matrix: SparseMatrix, row: number): number {
  const end = matrix.starts[row + 1] ?? 0
  let sum = 1
  for (let at = matrix.starts[row] ?? 0; at < end; at++) sum += (matrix.values[at] ?? 0) ** 2
  return sum
}
