import { cholesky } from './cholesky.ts'

/** Makes the columns of the rows given orthonormal, in place (QR by Cholesky factors of the columns' products). */
export function orthonormalise(rows: readonly Float64Array[], columns: number): void {
  const factor = cholesky(columnProducts(rows, columns), columns)
  for (const row of rows) {
    for (let column = 0; column < columns; column++) {
      let value = row[column] ?? 0
      for (let earlier = 0; earlier < column; earlier++)
        value -= (row[earlier] ?? 0) * (factor[column * columns + earlier] ?? 0)
      const length = factor[column * columns + column] ?? 0
      row[column] = length > 0 ? value / length : 0
    }
  }
}

/** Products of all pairs of columns: the lower triangle of a `columns` × `columns` matrix. */
export function columnProducts(rows: readonly Float64Array[], columns: number): Float64Array {
  const products = new Float64Array(columns * columns)
  for (const row of rows) {
    for (let a = 0; a < columns; a++) {
      const value = row[a] ?? 0
      if (value === 0) continue
      for (let b = 0; b <= a; b++)
        products[a * columns + b] = (products[a * columns + b] ?? 0) + value * (row[b] ?? 0)
    }
  }
  return products
}
