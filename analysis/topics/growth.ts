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
 * The busiest four weeks against the four-week windows before them. The busiest window starts on the day of
 * a voice, so that no calendar edge cuts a burst in two.
 */
export function measureGrowth(days: readonly number[], dataStart: number): Growth {
  const sorted = [...days].sort((a, b) => a - b)
  const best = busiestWindow(sorted, WINDOW_DAYS)
  const earlier: number[] = []
  for (
    let end = best.start;
    end - WINDOW_DAYS >= dataStart && earlier.length < MOST_WINDOWS;
    end -= WINDOW_DAYS
  ) {
    earlier.push(sorted.filter((day) => day >= end - WINDOW_DAYS && day < end).length)
  }
  const band = bandFromEarlier(earlier)
  const { expected, low, high } = band ?? { expected: 0, low: 0, high: 0 }
  const ratio = best.count / Math.max(1, expected)
  return { peak: best.count, peakStart: best.start, expected, low, high, ratio, hasEarlier: band !== null }
}

/** A year of windows says what is usual. */
const MOST_WINDOWS = 13

/** The window of `length` days with most of the days, the earliest of equals. `sorted` ascending. */
export function busiestWindow(sorted: readonly number[], length: number): { count: number; start: number } {
  let best = { count: 0, start: sorted[0] ?? 0 }
  let right = 0
  sorted.forEach((start, left) => {
    while ((sorted[right] ?? Infinity) < start + length) right++
    if (right - left > best.count) best = { count: right - left, start }
  })
  return best
}
