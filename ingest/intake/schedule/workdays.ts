import chineseDays from 'chinese-days'

const dayMs = 86_400_000
const published = new Map<number, boolean>()

/**
 * Whether people work on the day ('YYYY-MM-DD') in China, make-up weekends (调休) included. For a year whose
 * arrangement is not published yet only weekends are days off.
 */
export function isWorkday(day: string): boolean {
  if (isPublished(Number(day.slice(0, 4)))) return chineseDays.isWorkday(day)
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

function isPublished(year: number): boolean {
  let answer = published.get(year)
  if (answer === undefined) {
    answer = chineseDays.getDayDetail(`${year}-10-01`).name.includes('国庆')
    published.set(year, answer)
  }
  return answer
}

/** 'YYYY-MM-DD' moved by whole days. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayMs).toISOString().slice(0, 10)
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

/** A UTC instant's day in Shanghai. */
export function shanghaiDay(instant: Date): string {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
}

/** The instant of a Shanghai day and the time of day of `like`. */
export function onDay(day: string, like: Date): Date {
  const shifted = new Date(like.getTime() + 8 * 3_600_000).toISOString()
  return new Date(`${day}T${shifted.slice(11)}`.replace('Z', '+08:00'))
}
