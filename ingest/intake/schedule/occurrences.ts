import { Cron } from 'croner'
import type { ScheduleSettings } from '../declare/schema.ts'
import type { CronRule } from './rules.ts'
import { addDays, addWorkdays, isWorkday, onDay, shanghaiDay } from '#calendar'

const dayMs = 86_400_000
/** The longest holidays last nine days: a moved run comes from no further back. */
const longestHolidayMs = 15 * dayMs

/** Planned times after `from` up to and including `to`, oldest first, at most `limit` (the newest ones). */
export function occurrences(schedule: ScheduleSettings, from: Date, to: Date, limit = 1000): Date[] {
  const cron = new Cron(schedule.cron, { timezone: 'Asia/Shanghai', paused: true })
  const rule = schedule.workdays ?? false
  const start = rule === 'next' ? from.getTime() - longestHolidayMs : from.getTime()
  const times = new Set<number>()
  let next = cron.nextRun(new Date(start))
  while (next !== null && next <= to) {
    const time = place(next, rule)
    if (time !== null && time > from && time <= to) times.add(time.getTime())
    if (times.size > limit) times.delete(Math.min(...times))
    next = cron.nextRun(next)
  }
  return [...times].sort((left, right) => left - right).map((time) => new Date(time))
}

/** The next planned time after `from`; null when the pattern has none within 400 days. */
export function nextOccurrence(schedule: ScheduleSettings, from: Date): Date | null {
  for (let days = 1; days <= 400; days = days < 8 ? days * 2 : days + 64) {
    const [first] = occurrences(schedule, from, new Date(from.getTime() + days * dayMs), 100_000)
    if (first) return first
  }
  return null
}

/** The last planned time up to and including `now`; null when the pattern had none for 400 days. */
export function lastOccurrence(schedule: ScheduleSettings, now: Date): Date | null {
  for (let days = 1; days <= 400; days = days < 8 ? days * 2 : days + 64) {
    const last = occurrences(schedule, new Date(now.getTime() - days * dayMs), now, 1).at(-1)
    if (last) return last
  }
  return null
}

function place(time: Date, rule: boolean | CronRule): Date | null {
  if (rule === false) return time
  const day = shanghaiDay(time)
  if (rule === 'next') return isWorkday(day) ? time : onDay(addWorkdays(day, 1), time)
  if (!isWorkday(day)) return null
  return rule === true || isChosen(day, rule) ? time : null
}

/** Whether the working day is the first of its week, month or quarter, or the last of its month. */
function isChosen(day: string, rule: Exclude<CronRule, 'next'>): boolean {
  if (rule === 'last-of-month') return month(addWorkdays(day, 1)) !== month(day)
  const before = addWorkdays(day, -1)
  if (rule === 'first-of-month') return month(before) !== month(day)
  if (rule === 'first-of-quarter') return quarter(before) !== quarter(day)
  return monday(before) !== monday(day)
}

function month(day: string): string {
  return day.slice(0, 7)
}

function quarter(day: string): string {
  return `${day.slice(0, 4)}-${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

/** The Monday of the day's week; a make-up Sunday belongs to the week it opens in China's arrangement: the next one. */
function monday(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday === 0 ? addDays(day, 1) : addDays(day, 1 - weekday)
}
