import chineseDays from 'chinese-days'

const millisecondsPerDay = 86_400_000
const published = new Map<number, boolean>()

/** Whether the State Council's arrangement of the year's holidays is in the calendar. */
export function isCalendarKnown(year: number): boolean {
  let answer = published.get(year)
  if (answer === undefined) {
    answer = chineseDays.getDayDetail(`${year}-10-01`).name.includes('国庆')
    published.set(year, answer)
  }
  return answer
}

/**
 * Whether people work on the day in China, make-up weekends (调休) included. For a year whose arrangement is not
 * published yet only weekends are days off; dates so found are estimates.
 */
export function isWorkday(day: string): boolean {
  if (isCalendarKnown(Number(day.slice(0, 4)))) return chineseDays.isWorkday(day)
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/** The day `count` working days after `from` ('YYYY-MM-DD'); the day itself is not counted. */
export function addWorkdays(from: string, count: number): string {
  let day = from
  for (let left = count; left > 0;) {
    day = addDays(day, 1)
    if (isWorkday(day)) left -= 1
  }
  return day
}

/** Working days after `from` up to and including `to`; negative when `to` is earlier. */
export function workdaysBetween(from: string, to: string): number {
  if (to < from) return 0 - workdaysBetween(to, from)
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkday(day)) count += 1
  return count
}

/** 'YYYY-MM-DD' moved by whole days. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * millisecondsPerDay).toISOString().slice(0, 10)
}

/** A UTC instant's day in Shanghai. */
export function shanghaiDay(instant: string | Date): string {
  const time = typeof instant === 'string' ? Date.parse(instant) : instant.getTime()
  return new Date(time + 8 * 3_600_000).toISOString().slice(0, 10)
}
