/** A trained logistic regression over named numbers. Serialisable as it is. */
export interface LogisticModel {
  names: string[]
  means: number[]
  scales: number[]
  weights: number[]
  bias: number
}

export interface LogisticOptions {
  /** L2 penalty per example-mean. */
  penalty: number
  rounds: number
  /** Weighs both classes alike, however rare one is. */
  balanced: boolean
}

/**
 * Fits by gradient descent with momentum from zero on standardised columns: no randomness, the same data give the
 * same model. `rows` hold the values of `names` in order; `labels` are true or false.
 */
export function fitLogistic(
  names: readonly string[],
  rows: readonly (readonly number[])[],
  labels: readonly boolean[],
  options: LogisticOptions,
): LogisticModel {
  const { means, scales } = standardise(names.length, rows)
  const scaled = rows.map((row) =>
    row.map((value, column) => (value - (means[column] ?? 0)) / (scales[column] ?? 1)),
  )
  const positives = labels.filter(Boolean).length
  const share = positives / (labels.length || 1)
  const weightOf = (label: boolean): number =>
    options.balanced ? 0.5 / Math.max(1e-9, label ? share : 1 - share) : 1
  const weights = new Array<number>(names.length).fill(0)
  const speed = new Array<number>(names.length).fill(0)
  let bias = 0
  let biasSpeed = 0
  for (let round = 0; round < options.rounds; round++) {
    const gradient = weights.map((weight) => weight * options.penalty)
    let biasGradient = 0
    scaled.forEach((row, index) => {
      const label = labels[index] === true
      const error = ((sigmoid(dot(weights, row) + bias) - (label ? 1 : 0)) * weightOf(label)) / rows.length
      row.forEach((value, column) => {
        gradient[column] = (gradient[column] ?? 0) + error * value
      })
      biasGradient += error
    })
    weights.forEach((weight, column) => {
      speed[column] = MOMENTUM * (speed[column] ?? 0) - STEP * (gradient[column] ?? 0)
      weights[column] = weight + (speed[column] ?? 0)
    })
    biasSpeed = MOMENTUM * biasSpeed - STEP * biasGradient
    bias += biasSpeed
  }
  return { names: [...names], means, scales, weights, bias }
}

const MOMENTUM = 0.9
const STEP = 0.2

/** Probability of true. */
export function predictLogistic(model: LogisticModel, row: readonly number[]): number {
  const scaled = row.map(
    (value, column) => (value - (model.means[column] ?? 0)) / (model.scales[column] ?? 1),
  )
  return sigmoid(dot(model.weights, scaled) + model.bias)
}

function standardise(
  columns: number,
  rows: readonly (readonly number[])[],
): { means: number[]; scales: number[] } {
  const means: number[] = []
  const scales: number[] = []
  for (let column = 0; column < columns; column++) {
    const values = rows.map((row) => row[column] ?? 0)
    const mean = values.reduce((sum, value) => sum + value, 0) / (values.length || 1)
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length || 1)
    means.push(mean)
    scales.push(Math.sqrt(variance) || 1)
  }
  return { means, scales }
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0)
  return sum
}

function sigmoid(value: number): number {
  return value >= 0 ? 1 / (1 + Math.exp(-value)) : Math.exp(value) / (1 + Math.exp(value))
}
