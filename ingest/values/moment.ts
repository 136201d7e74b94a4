/** A date read from a cell: wall-clock parts, or with `offset` (minutes) a fixed distance from UTC. */
export interface Moment {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly hasTime: boolean
  readonly offset: number | null
}

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

export function isRealMoment(moment: Moment): boolean {
  const { year, month, day, hour, minute, second } = moment
  if (year < 1900 || year > 2200) return false
  return day >= 1 && day <= daysIn(year, month) && hour <= 23 && minute <= 59 && second <= 59
}

/** 0 for a month that does not exist. */
function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 && leap ? 29 : (monthDays[month - 1] ?? 0)
}

/** The wall-clock time as milliseconds, as if it were UTC. */
export function wallClockMs(moment: Moment): number {
  return Date.UTC(moment.year, moment.month - 1, moment.day, moment.hour, moment.minute, moment.second)
}
