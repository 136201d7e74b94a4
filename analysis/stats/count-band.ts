/** What a count should be, and how far it may stray by chance. */
export interface CountBand {
  expected: number
  low: number
  high: number
}

const Z95 = 1.96

/**
 * 95% band of a count with the given mean, on the square-root scale where the spread of a Poisson count does not
 * depend on its mean (Bartlett 1936): (√m ± z/2·√φ)². `dispersion` φ ≥ 1 widens it for counts that vary more.
 */
export function countBand(mean: number, dispersion = 1): CountBand {
  const root = Math.sqrt(Math.max(0, mean))
  const half = (Z95 / 2) * Math.sqrt(Math.max(1, dispersion))
  return { expected: mean, low: Math.max(0, root - half) ** 2, high: (root + half) ** 2 }
}

/** Band for the next window from earlier windows of the same length; null without any. */
export function bandFromEarlier(earlier: readonly number[]): CountBand | null {
  if (earlier.length === 0) return null
  const mean = earlier.reduce((sum, value) => sum + value, 0) / earlier.length
  const variance =
    earlier.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, earlier.length - 1)
  return countBand(mean, mean > 0 ? Math.min(variance / mean, MAX_DISPERSION) : 1)
}

/** One old burst must not make every later burst look normal. */
const MAX_DISPERSION = 4
