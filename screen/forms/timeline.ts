import type { TimelineContent } from '#contract'
import { daysBetween } from '#ui'

export type TimelineEvent = TimelineContent['events'][number]

/**
 * The events nearest to today, in order of date: what comes next has two places for each place of what was, because a
 * wall is read for what is to be done.
 */
export function aroundToday(
  events: readonly TimelineEvent[],
  today: string,
  places: number,
): TimelineEvent[] {
  const ordered = [...events].sort((a, b) =>
    a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1,
  )
  const past = ordered.filter(({ date }) => date < today)
  const coming = ordered.filter(({ date }) => date >= today)
  const ahead = Math.min(coming.length, Math.max(places - past.length, Math.ceil((places * 2) / 3)))
  const behind = Math.min(past.length, places - ahead)
  return [...past.slice(past.length - behind), ...coming.slice(0, ahead)]
}

/** How far a day is from today, in words. */
export function distanceInWords(date: string, today: string): string {
  const days = daysBetween(today, date)
  if (days === 0) return '今天'
  return days > 0 ? `${days} 天后` : `${-days} 天前`
}

/** "2025-03-04" → "3月4日", with the year where it is not today's. */
export function shortDay(date: string, today: string): string {
  const [year, month, day] = date.split('-')
  const short = `${Number(month)}月${Number(day)}日`
  return year === today.slice(0, 4) ? short : `${year}年${short}`
}
