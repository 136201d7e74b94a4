import chineseDays from 'chinese-days'
import { addDays } from './days.ts'

/** A value by key, computed once. */
function remembered<K, V>(compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>()
  return (key) => {
    const kept = known.get(key)
    if (kept !== undefined || known.has(key)) return kept as V
    const value = compute(key)
    known.set(key, value)
    return value
  }
}

/** Whether the State Council's arrangement of the year's holidays is in the calendar; later years are not guessed. */
export const isCalendarKnown: (year: number) => boolean = remembered((year: number) =>
  chineseDays.getDayDetail(`${year}-10-01`).name.includes('国庆'),
)

/**
 * Why the day ('YYYY-MM-DD') is no working day in China ('国庆节假期', '周六', …), or null on a working day; make-up
 * weekends (调休) are working days. For a year whose arrangement is not published yet only weekends and the holidays
 * with a date in the solar calendar (《全国年节及纪念日放假办法》, 2024) are days off: dates so found are estimates.
 */
export const restDayName: (day: string) => string | null = remembered((day: string) => {
  if (!isCalendarKnown(Number(day.slice(0, 4)))) return fixedHolidays.get(day.slice(5)) ?? weekendName(day)
  const detail = chineseDays.getDayDetail(day)
  if (detail.work) return null
  const [, holiday] = detail.name.split(',')
  return holiday === undefined ? weekendName(day) : `${holiday}假期`
})

const fixedHolidays: ReadonlyMap<string, string> = new Map([
  ['01-01', '元旦'],
  ['05-01', '劳动节'],
  ['05-02', '劳动节'],
  ['10-01', '国庆节'],
  ['10-02', '国庆节'],
  ['10-03', '国庆节'],
])

function weekendName(day: string): string | null {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday === 6 ? '周六' : weekday === 0 ? '周日' : null
}

/** Whether people work on the day in China; see `restDayName`. */
export function isWorkday(day: string): boolean {
  return restDayName(day) === null
}

/** The working day `count` working days after (or, below zero, before) the day; the day itself is not counted. */
export function addWorkdays(from: string, count: number): string {
  const step = count < 0 ? -1 : 1
  let day = from
  for (let left = Math.abs(count); left > 0;) {
    day = addDays(day, step)
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
