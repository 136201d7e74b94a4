export interface Slope {
  /** Units of y for one unit of x. */
  readonly slope: number
  /** 95 % confidence interval of the slope. */
  readonly low: number
  readonly high: number
  /** The interval holds zero. */
  readonly isZeroPlausible: boolean
}

/**
 * Slope of y over x by ordinary least squares, with Student's interval on n − 2 degrees of freedom. Fewer than four
 * points say nothing: the interval is then infinite.
 */
export function fitSlope(points: readonly (readonly [x: number, y: number])[]): Slope {
  const n = points.length
  const meanX = mean(points.map(([x]) => x))
  const meanY = mean(points.map(([, y]) => y))
  const sxx = sum(points.map(([x]) => (x - meanX) ** 2))
  const slope = sxx === 0 ? 0 : sum(points.map(([x, y]) => (x - meanX) * (y - meanY))) / sxx
  const residual = sum(points.map(([x, y]) => (y - meanY - slope * (x - meanX)) ** 2))
  const half = n < 4 || sxx === 0 ? Infinity : studentQuantile(n - 2) * Math.sqrt(residual / (n - 2) / sxx)
  const [low, high] = [slope - half, slope + half]
  return { slope, low, high, isZeroPlausible: low <= 0 && high >= 0 }
}

/** 97.5 % quantile of Student's t, by the Cornish–Fisher expansion (Abramowitz & Stegun 26.7.5); within 1 % from 3 on. */
export function studentQuantile(freedom: number): number {
  const z = 1.959964
  const [z3, z5, z7] = [z ** 3, z ** 5, z ** 7]
  return (
    z +
    (z3 + z) / (4 * freedom) +
    (5 * z5 + 16 * z3 + 3 * z) / (96 * freedom ** 2) +
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * freedom ** 3)
  )
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : sum(values) / values.length
}
