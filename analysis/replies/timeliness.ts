import { fromDay, toDay, workdaysBetween } from '#calendar'

export interface Timeliness {
  /** Working days in China from the letter (not counted) to the reply (counted). */
  workdays: number
  /** Working days allowed, from the letter to its due date. */
  allowed: number
  /** 1 within a third of the term, 0.5 on the last day, 0 at twice the term. */
  score: number
}

/** Term of a letter without one of its own: about the 60 days of 《信访工作条例》, in working days. */
const DEFAULT_TERM = 42
/** No letter waits longer than this in the sums; the calendar of working days starts in 2004. */
const LONGEST = 3660

/**
 * How fast a reply came, in working days of the State Council's calendar (make-up weekends count, public holidays do
 * not). Null when a date is missing or the reply is dated before its letter. Days are `YYYY-MM-DD` in Shanghai.
 */
export function readTimeliness(dates: {
  created: string | null
  replied: string | null
  due: string | null
}): Timeliness | null {
  const created = toDay(dates.created)
  const replied = toDay(dates.replied)
  if (created === null || replied === null || replied < created || replied - created > LONGEST) return null
  const due = toDay(dates.due)
  const start = fromDay(created)
  const workdays = workdaysBetween(start, fromDay(replied))
  const allowed =
    due !== null && due > created && due - created <= LONGEST
      ? workdaysBetween(start, fromDay(due))
      : DEFAULT_TERM
  return { workdays, allowed, score: Math.round(scoreOf(workdays, Math.max(3, allowed)) * 1000) / 1000 }
}

function scoreOf(workdays: number, allowed: number): number {
  const quick = allowed / 3
  if (workdays <= quick) return 1
  if (workdays <= allowed) return 1 - (0.5 * (workdays - quick)) / (allowed - quick)
  return Math.max(0, 0.5 - (0.5 * (workdays - allowed)) / allowed)
}
