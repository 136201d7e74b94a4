import chineseDays from 'chinese-days'

import { fromDay } from './days.ts'

const known = new Map<number, boolean>()

/** Whether the State Council's holiday arrangement of this year is in the calendar; later years must not be guessed. */
export function isCalendarKnown(year: number): boolean {
  let answer = known.get(year)
  if (answer === undefined) {
    answer = chineseDays.getDayDetail(`${String(year)}-10-01`).name.includes('国庆')
    known.set(year, answer)
  }
  return answer
}

const restDays = new Map<number, string | null>()

/**
 * Why the day is not a working day in China ('国庆节', '周六', …), or null on a working day.
 * Make-up working weekends (调休) count as working days. Ask only for years the calendar knows.
 */
export function restDayName(day: number): string | null {
  let name = restDays.get(day)
  if (name === undefined) {
    const detail = chineseDays.getDayDetail(fromDay(day))
    name = detail.work ? null : holidayName(detail.name)
    restDays.set(day, name)
  }
  return name
}

/** Working days after `from` up to and including `to` (0 when `to` is not later). */
export function workdaysBetween(from: number, to: number): number {
  let count = 0
  for (let day = from + 1; day <= to; day += 1) if (restDayName(day) === null) count += 1
  return count
}

function holidayName(name: string): string {
  const [, chinese] = name.split(',')
  if (chinese !== undefined) return `${chinese}假期`
  return name.startsWith('Saturday') ? '周六' : '周日'
}
