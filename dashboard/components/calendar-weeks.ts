const millisecondsPerDay = 86_400_000

/** 'YYYY-MM-DD' moved by whole days. */
export function moveDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * millisecondsPerDay).toISOString().slice(0, 10)
}

/** The Monday of a day's week; for anything that is no day, the day itself is asked of the server, which refuses it. */
export function weekStart(day: string): string {
  const time = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(time) ? day : moveDays(day, -((new Date(time).getUTCDay() + 6) % 7))
}

/** Days in rows of seven. */
export function weeksOf<Day>(days: readonly Day[]): Day[][] {
  const weeks: Day[][] = []
  for (let index = 0; index < days.length; index += 7) weeks.push(days.slice(index, index + 7))
  return weeks
}
