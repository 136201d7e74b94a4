import { seededOrder } from './seeded-order.ts'
import { addRow, dotRow, squareRow, type SparseMatrix } from './sparse.ts'

export interface SvmOptions {
  /** Cost of an error against the width of the margin. */
  cost: number
  /** Passes over the data at most. */
  passes: number
  /** Stops when the largest and the smallest projected gradient differ by less. */
  tolerance: number
  seed: number
}

/**
 * L2-regularised, squared-hinge-loss linear SVM for one class against the rest, by dual coordinate descent with
 * shrinking: Hsieh, Chang, Lin, Keerthi and Sundararajan, "A Dual Coordinate Descent Method for Large-scale Linear
 * SVM", ICML 2008 (algorithm 3). The last weight is the bias, learnt as a feature that is always 1.
 *
 * @param signs +1 for rows of the class, -1 for the others
 */
export function trainLinearSvm(matrix: SparseMatrix, signs: Int8Array, options: SvmOptions): Float64Array {
  const solver = new DualSolver(matrix, signs, options.cost)
  const shuffle = seededOrder(options.seed)
  for (let pass = 0; pass < options.passes; pass++) {
    shuffle(solver.order, solver.active)
    const violation = solver.pass()
    if (violation > options.tolerance) continue
    if (solver.active === matrix.rows) break
    solver.unshrink()
  }
  return solver.weights
}

class DualSolver {
  readonly weights: Float64Array
  readonly order: Uint32Array
  active: number
  private readonly matrix: SparseMatrix
  private readonly signs: Int8Array
  private readonly alpha: Float64Array
  private readonly curvature: Float64Array
  private readonly diagonal: number
  /** Rows at zero whose gradient exceeds this are set aside until the rest has settled. */
  private shrinkAbove = Infinity

  constructor(matrix: SparseMatrix, signs: Int8Array, cost: number) {
    this.matrix = matrix
    this.signs = signs
    this.weights = new Float64Array(matrix.columns + 1)
    this.alpha = new Float64Array(matrix.rows)
    this.diagonal = 0.5 / cost
    this.curvature = Float64Array.from(
      { length: matrix.rows },
      (_, row) => squareRow(matrix, row) + this.diagonal,
    )
    this.order = Uint32Array.from({ length: matrix.rows }, (_, row) => row)
    this.active = matrix.rows
  }

  /** One sweep over the active rows; returns how far the projected gradients still lie apart. */
  pass(): number {
    let most = -Infinity
    let least = Infinity
    for (let position = 0; position < this.active; position++) {
      const row = this.order[position] ?? 0
      const gradient = this.gradient(row)
      const isAtZero = this.alpha[row] === 0
      if (isAtZero && gradient > this.shrinkAbove) {
        this.setAside(position)
        position--
        continue
      }
      const projected = isAtZero ? Math.min(gradient, 0) : gradient
      most = Math.max(most, projected)
      least = Math.min(least, projected)
      if (Math.abs(projected) > 1e-12) this.step(row, gradient)
    }
    this.shrinkAbove = most > 0 ? most : Infinity
    return most - least
  }

  unshrink(): void {
    this.active = this.matrix.rows
    this.shrinkAbove = Infinity
  }

  private gradient(row: number): number {
    const margin = (this.signs[row] ?? 0) * dotRow(this.matrix, row, this.weights)
    return margin - 1 + this.diagonal * (this.alpha[row] ?? 0)
  }

  private step(row: number, gradient: number): void {
    const before = this.alpha[row] ?? 0
    const after = Math.max(before - gradient / (this.curvature[row] ?? 1), 0)
    this.alpha[row] = after
    addRow(this.matrix, row, (after - before) * (this.signs[row] ?? 0), this.weights)
  }

  private setAside(position: number): void {
    this.active--
    const row = this.order[position] ?? 0
    this.order[position] = this.order[this.active] ?? 0
    this.order[this.active] = row
  }
}
