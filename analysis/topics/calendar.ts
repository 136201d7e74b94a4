/** Weeks and days of Asia/Shanghai (UTC+8, no summer time), as integer days since 1970-01-01. */

import { shanghaiDay, toDay } from '#calendar'

const DAY = 86_400_000
/** 1970-01-01 was a Thursday: day 4 was a Monday. */
const FIRST_MONDAY = 4

/** The local day of a UTC timestamp; null for none or an unreadable one. */
export function dayOf(timestamp: string | null): number | null {
  if (timestamp === null) return null
  const time = Date.parse(timestamp)
  return Number.isNaN(time) ? null : toDay(shanghaiDay(timestamp))
}

/** The Monday of a day's week. */
export function weekOf(day: number): number {
  return day - ((((day - FIRST_MONDAY) % 7) + 7) % 7)
}

/** 'YYYY-MM-DD'. */
export function dateOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10)
}

/** '2019年7月7日', without the year when it is that of `beside`. */
export function spokenDate(day: number, beside?: number): string {
  const date = new Date(day * DAY)
  const year = date.getUTCFullYear()
  const words = `${date.getUTCMonth() + 1}月${date.getUTCDate()}日`
  return beside !== undefined && new Date(beside * DAY).getUTCFullYear() === year
    ? words
    : `${year}年${words}`
}
