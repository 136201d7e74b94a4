import { cholesky, solveByCholesky } from '../../stats/cholesky.ts'
import { dotOf } from '../../stats/dot.ts'

/** exp(−WIDTH · |a − b|²) of vectors of length 1. */
const WIDTH = 0.5
const RIDGE = 0.3
/** Keeps the system solvable where two centres are equal. */
const JITTER = 1e-6
const BLOCK = 64

/** Gaussian kernel of the vector with each centre; all have length 1. */
export function kernels(vector: Float64Array, centres: Float64Array): Float64Array {
  const width = vector.length
  const found = new Float64Array(centres.length / width)
  for (let centre = 0; centre < found.length; centre++) {
    const cosine = dotOf(vector, 0, centres, centre * width, width)
    found[centre] = Math.exp(2 * WIDTH * (cosine - 1))
  }
  return found
}

/** How strongly a kernel grows with the cosine. */
export const KERNEL_SLOPE = 2 * WIDTH

/**
 * Kernel ridge regression of ±1 targets, one class against the rest, on a subset of regressors: minimises
 * |K · a − t|² + RIDGE · aᵀ · Kc · a, where K holds the kernels of the texts with the centres and Kc those of the centres
 * (Smola and Schölkopf, ICML 2000; Rifkin, Yeo and Poggio 2003 for ridge regression as a classifier).
 *
 * @returns weights of the centres one after another, a number per class
 */
export function fitKernelRidge(
  vectors: readonly Float64Array[],
  centres: Float64Array,
  targets: readonly number[],
  classes: number,
): Float32Array {
  const width = vectors[0]?.length ?? 1
  const size = centres.length / width
  const system = new NormalEquations(size, classes)
  for (let from = 0; from < vectors.length; from += BLOCK) {
    const rows = vectors.slice(from, from + BLOCK).map((vector) => kernels(vector, centres))
    system.add(rows, targets.slice(from, from + BLOCK))
  }
  for (let centre = 0; centre < size; centre++)
    system.penalise(centre, kernels(centres.subarray(centre * width, (centre + 1) * width), centres))
  return system.solve()
}

/** KᵀK + RIDGE · Kc and Kᵀt, filled some rows at a time. */
class NormalEquations {
  private readonly matrix: Float64Array
  private readonly right: Float64Array[]
  private readonly size: number

  constructor(size: number, classes: number) {
    this.size = size
    this.matrix = new Float64Array(size * size)
    this.right = Array.from({ length: classes }, () => new Float64Array(size))
  }

  add(rows: readonly Float64Array[], targets: readonly number[]): void {
    const { size, matrix } = this
    const length = rows.length
    const columns = new Float64Array(size * length)
    for (const [place, row] of rows.entries())
      for (let centre = 0; centre < size; centre++) columns[centre * length + place] = row[centre] ?? 0
    for (let a = 0; a < size; a++) {
      for (let b = 0; b <= a; b++) {
        const at = a * size + b
        matrix[at] = (matrix[at] ?? 0) + dotOf(columns, a * length, columns, b * length, length)
      }
    }
    for (const [label, right] of this.right.entries()) {
      const signs = Float64Array.from(targets, (target) => (target === label ? 1 : -1))
      for (let centre = 0; centre < size; centre++)
        right[centre] = (right[centre] ?? 0) + dotOf(columns, centre * length, signs, 0, length)
    }
  }

  penalise(centre: number, row: Float64Array): void {
    for (let other = 0; other <= centre; other++) {
      const at = centre * this.size + other
      this.matrix[at] = (this.matrix[at] ?? 0) + RIDGE * (row[other] ?? 0) + (other === centre ? JITTER : 0)
    }
  }

  solve(): Float32Array {
    const classes = this.right.length
    const factor = cholesky(this.matrix, this.size)
    const weights = new Float32Array(this.size * classes)
    for (const [label, right] of this.right.entries()) {
      solveByCholesky(factor, this.size, right)
      for (const [centre, weight] of right.entries()) weights[centre * classes + label] = weight
    }
    return weights
  }
}
