import { bandFromEarlier, type CountBand } from '../stats/count-band.ts'

export interface Growth extends CountBand {
  /** Voices in the busiest four weeks. */
  peak: number
  /** First day of those four weeks. */
  peakStart: number
  /** How many times the expected count, at least one expected. */
  ratio: number
  /** Whether there were earlier four-week windows to expect from. */
  hasEarlier: boolean
}

export const WINDOW_DAYS = 28

/**
 * The busiest four weeks against the four-week windows before them. Windows are counted back from the day of the
 * last voice of the busiest run, so that no calendar edge cuts a burst in two.
 */
export function measureGrowth(days: readonly number[], dataStart: number): Growth {
  const sorted = [...days].sort((a, b) => a - b)
  let best = { count: 0, start: sorted[0] ?? 0 }
  for (let left = 0, right = 0; left < sorted.length; left++) {
    const start = sorted[left] ?? 0
    while (right < sorted.length && (sorted[right] ?? 0) < start + WINDOW_DAYS) right++
    if (right - left > best.count) best = { count: right - left, start }
  }
  const earlier: number[] = []
  for (let end = best.start; end - WINDOW_DAYS >= dataStart && earlier.length < 13; end -= WINDOW_DAYS) {
    earlier.push(sorted.filter((day) => day >= end - WINDOW_DAYS && day < end).length)
  }
  const band = bandFromEarlier(earlier)
  const expected = band?.expected ?? 0
  return {
    peak: best.count,
    peakStart: best.start,
    expected,
    low: band?.low ?? 0,
    high: band?.high ?? 0,
    ratio: best.count / Math.max(1, expected),
    hasEarlier: band !== null,
  }
}
