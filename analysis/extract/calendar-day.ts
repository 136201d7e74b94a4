/** Days as text: 'YYYY-MM-DD'. Arithmetic in UTC, so no zone or summer time comes in. */

const DAY = 86_400_000

/** The day, or null when there is none such (31 April). Month counts from 1. */
export function isoDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? date.toISOString().slice(0, 10)
    : null
}

export function isoMonth(year: number, month: number): string | null {
  return month >= 1 && month <= 12 ? `${String(year)}-${String(month).padStart(2, '0')}` : null
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
}

/** 'YYYY-MM' moved by whole months. */
export function addMonths(month: string, months: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months
  return `${String(Math.floor(count / 12))}-${String((count % 12) + 1).padStart(2, '0')}`
}

/** Monday of the week of `day`. */
export function mondayOf(day: string): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  return addDays(day, -weekday)
}
