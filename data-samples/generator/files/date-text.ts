import { dayOfMinute, isoDay, isoMinute, type Minute, partsOf, two } from '../calendar.ts'
import { type Random } from '../prng.ts'

/** A day as clerks type it, in one of several widths. */
export function dayText(random: Random, day: number): string {
  const { year, month, day: dayOfMonth } = partsOf(day)
  return random.weighted(
    [
      isoDay(day),
      `${year}/${month}/${dayOfMonth}`,
      `${year}年${month}月${dayOfMonth}日`,
      `${year}.${two(month)}.${two(dayOfMonth)}`,
    ],
    (text) => (text.includes('-') ? 55 : text.includes('/') ? 28 : text.includes('年') ? 12 : 5),
  )
}

/** A moment as exported or typed, in one of several widths; seconds are not always kept. */
export function momentText(random: Random, minute: Minute): string {
  const day = dayOfMinute(minute)
  const { year, month, day: dayOfMonth } = partsOf(day)
  const rest = minute - day * 1440
  const hour = Math.floor(rest / 60)
  const short = `${hour}:${two(rest % 60)}`
  return random.weighted(
    [
      isoMinute(minute, random.int(0, 59)),
      `${isoDay(day)} ${short}`,
      `${year}/${month}/${dayOfMonth} ${short}`,
      `${year}年${month}月${dayOfMonth}日 ${two(hour)}时${two(rest % 60)}分`,
    ],
    (text) =>
      text.length === 19 && text.includes('-') ? 52 : text.includes('/') ? 26 : text.includes('年') ? 2 : 20,
  )
}
