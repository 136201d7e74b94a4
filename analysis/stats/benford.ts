/** Why a set of amounts cannot be held against Benford's law. */
export type BenfordRefusal = 'too-few' | 'too-narrow' | 'floor'

export interface BenfordResult {
  readonly count: number
  /** Mean absolute deviation of the 90 first-two-digit shares. Above 0.0022: nonconformity (Nigrini 2012). */
  readonly deviation: number
}

/**
 * First-two-digit test of positive whole amounts (分). Refuses what the law does not cover: fewer than 1,000
 * amounts, less than three orders of magnitude between the 1st and 99th percentile, or a reporting floor
 * (nothing below a round amount, and plenty just above it).
 */
export function testBenford(amounts: readonly number[]): BenfordResult | BenfordRefusal {
  const sorted = amounts.filter((amount) => amount > 0).sort((a, b) => a - b)
  if (sorted.length < 1000) return 'too-few'
  if (reportingFloor(sorted) !== null) return 'floor'
  const low = sorted[Math.floor(sorted.length * 0.01)] ?? 1
  const high = sorted[Math.floor(sorted.length * 0.99)] ?? 1
  if (high < 1000 * low) return 'too-narrow'
  const counts = new Array<number>(100).fill(0)
  for (const amount of sorted) {
    const digits = firstTwoDigits(amount)
    counts[digits] = (counts[digits] ?? 0) + 1
  }
  let deviation = 0
  for (let digits = 10; digits < 100; digits += 1) {
    deviation += Math.abs((counts[digits] ?? 0) / sorted.length - Math.log10(1 + 1 / digits)) / 90
  }
  return { count: sorted.length, deviation }
}

/**
 * The amount below which a source reports nothing, in the unit given, or null. `sorted` is ascending. A floor shows
 * as a tenth of all amounts lying within 1.5 times the smallest percentile while almost none lie under it.
 */
export function reportingFloor(sorted: readonly number[]): number | null {
  if (sorted.length < 100) return null
  const floor = sorted[Math.floor(sorted.length * 0.002)] ?? 0
  if (floor < 10_000) return null
  const near = sorted.filter((amount) => amount >= floor && amount < 1.5 * floor).length
  return near >= 0.1 * sorted.length ? floor : null
}

function firstTwoDigits(amount: number): number {
  let rest = amount
  while (rest >= 100) rest = Math.floor(rest / 10)
  return rest < 10 ? rest * 10 : rest
}
