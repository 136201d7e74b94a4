import { bandFromEarlier, type CountBand } from '../stats/count-band.ts'
import { dateOf, weekOf } from './calendar.ts'

export interface TopicWeek extends CountBand {
  /** Monday, 'YYYY-MM-DD'. */
  weekStart: string
  voices: number
}

/** Weeks before that say what a week should bring. */
const LOOK_BACK = 12
/** Weeks shown of one topic. */
const MAX_WEEKS = 208

/**
 * Voices by week, from the week of the first to the week of `dataEnd`, zero weeks included, each with the band its
 * earlier weeks led to expect. Weeks since `dataStart` without a voice count as zero.
 */
export function weeklyTrend(days: readonly number[], dataStart: number, dataEnd: number): TopicWeek[] {
  if (days.length === 0) return []
  const counts = new Map<number, number>()
  for (const day of days) counts.set(weekOf(day), (counts.get(weekOf(day)) ?? 0) + 1)
  const last = weekOf(dataEnd)
  const first = Math.max(weekOf(days.reduce((a, b) => Math.min(a, b))), last - 7 * (MAX_WEEKS - 1))
  const weeks: TopicWeek[] = []
  for (let week = first; week <= last; week += 7) {
    const earlier: number[] = []
    for (let back = 1; back <= LOOK_BACK && week - 7 * back >= weekOf(dataStart); back++) {
      earlier.push(counts.get(week - 7 * back) ?? 0)
    }
    const band = bandFromEarlier(earlier) ?? { expected: 0, low: 0, high: 0 }
    weeks.push({ weekStart: dateOf(week), voices: counts.get(week) ?? 0, ...band })
  }
  return weeks
}
