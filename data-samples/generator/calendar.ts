import chineseDays from 'chinese-days'

/**
 * Days are whole numbers since 1970-01-01 and minutes are whole numbers since 1970-01-01 00:00, both on the
 * wall clock of 云岭市: nothing here depends on the machine's zone or clock.
 */
export type Day = number
export type Minute = number

export interface DateParts {
  year: number
  month: number
  day: number
}

/** Today in the sample world. */
export const today: Day = dayOf('2026-10-31')

/** The first day of the sample world. */
export const firstDay: Day = dayOf('2023-11-01')

/** Days since 1970-01-01 of 'YYYY-MM-DD'. */
export function dayOf(text: string): Day {
  return Math.round(Date.parse(`${text}T00:00:00Z`) / 86_400_000)
}

export function partsOf(day: Day): DateParts {
  const date = new Date(day * 86_400_000)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** 'YYYY-MM-DD'. */
export function isoDay(day: Day): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}

/** 0 is Sunday. */
export function weekday(day: Day): number {
  return (((day + 4) % 7) + 7) % 7
}

export function monthStart(year: number, month: number): Day {
  return Math.round(Date.UTC(year, month - 1, 1) / 86_400_000)
}

export function monthEnd(year: number, month: number): Day {
  return Math.round(Date.UTC(year, month, 1) / 86_400_000) - 1
}

const workdayCache = new Map<Day, boolean>()

/** Offices are open: weekday that is no holiday, or a 调休 working weekend. */
export function isOfficeDay(day: Day): boolean {
  let open = workdayCache.get(day)
  if (open === undefined) {
    open = chineseDays.isWorkday(isoDay(day))
    workdayCache.set(day, open)
  }
  return open
}

/** Neither weekend nor 调休: a working day in every reading of the calendar. */
export function isPlainOfficeDay(day: Day): boolean {
  const number = weekday(day)
  return number !== 0 && number !== 6 && isOfficeDay(day)
}

/** A weekday taken by a legal holiday. */
export function isHolidayWeekday(day: Day): boolean {
  const number = weekday(day)
  return number !== 0 && number !== 6 && chineseDays.isHoliday(isoDay(day))
}

/** The given day, or the next working day after it. */
export function officeDayFrom(day: Day): Day {
  let found = day
  while (!isOfficeDay(found)) found += 1
  return found
}

/** The day that is `count` working days after `day`. */
export function addOfficeDays(day: Day, count: number): Day {
  let found = day
  for (let left = count; left > 0; left -= 1) found = officeDayFrom(found + 1)
  return found
}

export function officeDaysOf(year: number, month: number): Day[] {
  const days: Day[] = []
  for (let day = monthStart(year, month); day <= monthEnd(year, month); day += 1) {
    if (isPlainOfficeDay(day)) days.push(day)
  }
  return days
}

export function minuteOf(day: Day, hour: number, minute: number): Minute {
  return day * 1440 + hour * 60 + minute
}

export function dayOfMinute(minute: Minute): Day {
  return Math.floor(minute / 1440)
}

/** 'YYYY-MM-DD HH:MM:SS'. */
export function isoMinute(minute: Minute, second = 0): string {
  const rest = minute - dayOfMinute(minute) * 1440
  return `${isoDay(dayOfMinute(minute))} ${two(Math.floor(rest / 60))}:${two(rest % 60)}:${two(second)}`
}

export function two(value: number): string {
  return String(value).padStart(2, '0')
}
