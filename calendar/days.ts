const millisecondsPerDay = 86_400_000
const shanghaiAheadMs = 8 * 3_600_000

/** 'YYYY-MM-DD' (a timestamp's date part is taken) → days since 1970-01-01; null when it is no calendar day. */
export function toDay(text: string | null | undefined): number | null {
  const date = (text ?? '').slice(0, 10)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null
  const time = Date.parse(`${date}T00:00:00Z`)
  // A day beyond the month's last is read as one of the next month; it then has another number.
  if (new Date(time).getUTCDate() !== Number(date.slice(8))) return null
  return Math.round(time / millisecondsPerDay)
}

/** Days since 1970-01-01 → 'YYYY-MM-DD'. */
export function fromDay(day: number): string {
  return new Date(day * millisecondsPerDay).toISOString().slice(0, 10)
}

/** 0 = Monday … 6 = Sunday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7
}

/** 'YYYY-MM-DD' moved by whole days. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * millisecondsPerDay).toISOString().slice(0, 10)
}

/** The last day of a day's month. */
export function lastOfMonth(day: string): string {
  const next = addDays(`${day.slice(0, 8)}01`, 31)
  return addDays(`${next.slice(0, 8)}01`, -1)
}

/** A UTC instant's day in Shanghai. */
export function shanghaiDay(instant: string | Date): string {
  return shanghaiTime(instant).slice(0, 10)
}

/** A UTC instant's time of day and day in Shanghai: 'YYYY-MM-DDTHH:MM:SS'. */
export function shanghaiTime(instant: string | Date): string {
  const time = typeof instant === 'string' ? Date.parse(instant) : instant.getTime()
  return new Date(time + shanghaiAheadMs).toISOString().slice(0, 19)
}

/** A time as files, tables and interfaces hold it: 'YYYY-MM-DDTHH:MM:SSZ'. */
export function toInstant(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`
}

/** The instant of a Shanghai day at the time of day of `like`. */
export function onDay(day: string, like: Date): Date {
  const shifted = new Date(like.getTime() + shanghaiAheadMs).toISOString()
  return new Date(`${day}T${shifted.slice(11)}`.replace('Z', '+08:00'))
}
