/** Why a set of amounts cannot be held against Benford's law. */
export type BenfordRefusal = 'too-few' | 'too-narrow' | 'floor'

export interface BenfordResult {
  readonly count: number
  /** Mean absolute deviation of the 90 first-two-digit shares. Above 0.0022: nonconformity (Nigrini 2012). */
  readonly deviation: number
}

/** What the test needs to know of a set of positive amounts. Percentiles are members of the set. */
export interface DigitSummary {
  readonly count: number
  /** 0.2th, 1st and 99th percentile, whole amounts (分). */
  readonly floor: number
  readonly low: number
  readonly high: number
  /** Amounts in [floor, 1.5 × floor). */
  readonly nearFloor: number
  /** Amounts by first two digits, index 10–99. */
  readonly digits: readonly number[]
}

/**
 * First-two-digit test. Refuses what the law does not cover: fewer than 1,000 amounts, less than three orders of
 * magnitude between the 1st and 99th percentile, or a reporting floor (nothing below a round amount, and plenty
 * just above it).
 */
export function judgeBenford({
  count,
  floor,
  low,
  high,
  nearFloor,
  digits,
}: DigitSummary): BenfordResult | BenfordRefusal {
  if (count < 1000) return 'too-few'
  // A floor shows as a tenth of all amounts lying within 1.5 times the smallest percentile.
  if (floor >= 10_000 && nearFloor >= 0.1 * count) return 'floor'
  if (high < 1000 * low) return 'too-narrow'
  let deviation = 0
  for (let first = 10; first < 100; first += 1) {
    deviation += Math.abs((digits[first] ?? 0) / count - Math.log10(1 + 1 / first)) / 90
  }
  return { count, deviation }
}
