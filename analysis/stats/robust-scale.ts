/** Makes a normal distribution's MAD equal its standard deviation. */
const MAD_TO_SIGMA = 1.4826

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}

/** Distance from the median in robust standard deviations (median absolute deviation); 0 when nothing varies. */
export function robustZ(value: number, values: readonly number[]): number {
  const centre = median(values)
  const spread = median(values.map((other) => Math.abs(other - centre))) * MAD_TO_SIGMA
  return spread > 0 ? (value - centre) / spread : 0
}
