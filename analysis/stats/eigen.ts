export interface Eigen {
  /** Largest first. */
  values: Float64Array
  /** One unit vector a value, in the same order. */
  vectors: Float64Array[]
}

const MOST_SWEEPS = 30
const NEGLIGIBLE = 1e-24

/** All eigenvalues and eigenvectors of a small symmetric matrix by cyclic Jacobi rotations; reads the lower triangle. */
export function symmetricEigen(matrix: Float64Array, size: number): Eigen {
  const rows = Array.from({ length: size }, (_, row) =>
    Float64Array.from({ length: size }, (_, column) => {
      const [low, high] = row < column ? [row, column] : [column, row]
      return matrix[high * size + low] ?? 0
    }),
  )
  const vectors = rows.map((_, row) => Float64Array.from(rows, (_, column) => (row === column ? 1 : 0)))
  const total = rows.reduce((sum, row) => sum + squareOf(row), 0)
  for (let sweep = 0; sweep < MOST_SWEEPS && besideDiagonal(rows) > NEGLIGIBLE * total; sweep++)
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(rows, vectors, p, q)
  const order = rows
    .map((row, place) => ({ value: row[place] ?? 0, place }))
    .sort((a, b) => b.value - a.value || a.place - b.place)
  return {
    values: Float64Array.from(order, ({ value }) => value),
    vectors: order.flatMap(({ place }) => vectors.slice(place, place + 1)),
  }
}

/** Turns the plane of `p` and `q` so that their common entry becomes zero. */
function rotate(rows: readonly Float64Array[], vectors: readonly Float64Array[], p: number, q: number): void {
  const rowP = rows[p] ?? new Float64Array()
  const rowQ = rows[q] ?? new Float64Array()
  const common = rowP[q] ?? 0
  if (common === 0) return
  const tangent = smallerTangent((rowQ[q] ?? 0) - (rowP[p] ?? 0), common)
  const cosine = 1 / Math.sqrt(tangent * tangent + 1)
  const sine = tangent * cosine
  for (const row of rows) turn(row, row, p, q, cosine, sine)
  for (let k = 0; k < rowP.length; k++) turn(rowP, rowQ, k, k, cosine, sine)
  const vectorP = vectors[p] ?? new Float64Array()
  const vectorQ = vectors[q] ?? new Float64Array()
  for (let k = 0; k < vectorP.length; k++) turn(vectorP, vectorQ, k, k, cosine, sine)
}

/** Tangent of the angle, at most 45°, that makes the common entry of two places zero. */
function smallerTangent(difference: number, common: number): number {
  const theta = difference / (2 * common)
  return (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
}

function turn(a: Float64Array, b: Float64Array, p: number, q: number, cosine: number, sine: number): void {
  const first = a[p] ?? 0
  const second = b[q] ?? 0
  a[p] = cosine * first - sine * second
  b[q] = sine * first + cosine * second
}

function besideDiagonal(rows: readonly Float64Array[]): number {
  return rows.reduce((sum, row, place) => sum + squareOf(row) - (row[place] ?? 0) ** 2, 0)
}

function squareOf(row: Float64Array): number {
  return row.reduce((sum, value) => sum + value * value, 0)
}
