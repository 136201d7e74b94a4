/** Every month ("YYYY-MM") from the first to the last given, so that a month without records shows as a gap. */
export function monthsWithoutGaps(months: readonly string[]): string[] {
  const sorted = [...months].sort()
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (!first || !last) return []
  const all: string[] = []
  let [year = 0, month = 1] = first.split('-').map(Number)
  for (let text = first; text <= last; text = `${year}-${String(month).padStart(2, '0')}`) {
    all.push(text)
    month += 1
    if (month > 12) [year, month] = [year + 1, 1]
  }
  return all
}

/** Last day of a month: "2024-02" → "2024-02-29". */
export function lastDayOf(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return `${month}-${new Date(Date.UTC(year, number, 0)).getUTCDate()}`
}
