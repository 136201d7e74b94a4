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
