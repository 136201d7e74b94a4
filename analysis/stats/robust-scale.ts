/** Makes a normal distribution's MAD equal its standard deviation. */
const MAD_TO_SIGMA = 1.4826

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}

/** Where values lie and how far apart: their median, and a robust standard deviation (median absolute deviation). */
export interface RobustScale {
  readonly centre: number
  readonly spread: number
}

export function robustScale(values: readonly number[]): RobustScale {
  const centre = median(values)
  return { centre, spread: median(values.map((other) => Math.abs(other - centre))) * MAD_TO_SIGMA }
}

/** Distance from the centre in robust standard deviations; 0 when nothing varies. */
export function zOn({ centre, spread }: RobustScale, value: number): number {
  return spread > 0 ? (value - centre) / spread : 0
}

/** Distance of one value from the median of some, in robust standard deviations. */
export function robustZ(value: number, values: readonly number[]): number {
  return zOn(robustScale(values), value)
}
