/** What a viewer is told about the age of a panel's data. */
export type Freshness = 'fresh' | 'late' | 'stale'

/** Seconds between two polls when nothing is pushed; ages are judged against it. */
export const pollSeconds = 30

/**
 * Judges data by the time since the wall last heard a good answer: late from twice the poll interval, stale from
 * ten times (greyed). The wall never goes blank and never shows old numbers without saying so.
 */
export function judgeFreshness(secondsSinceGood: number): Freshness {
  if (secondsSinceGood >= pollSeconds * 10) return 'stale'
  if (secondsSinceGood >= pollSeconds * 2) return 'late'
  return 'fresh'
}

/**
 * Next wait before reconnecting: doubles from 1 s to 30 s, spread by ±20% so that the walls of one building do not
 * return to the server in step.
 * @param attempt failures so far, from 0
 * @param spread a number in [0, 1)
 */
export function backOffMs(attempt: number, spread: number): number {
  const base = Math.min(30_000, 1000 * 2 ** Math.min(attempt, 5))
  return Math.round(base * (0.8 + 0.4 * spread))
}
