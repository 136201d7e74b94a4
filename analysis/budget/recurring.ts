import { weekdayOf } from '#calendar'

/** Gaps in days between successive occurrences that one rhythm covers: weekly, fortnightly, four-weekly, monthly, quarterly. */
const rhythms: readonly (readonly [low: number, high: number])[] = [
  [6, 8],
  [12, 16],
  [25, 36],
  [55, 68],
  [84, 98],
  [175, 190],
]

/**
 * Whether days (ascending, distinct) form a regular series: at least `least` occurrences and at least
 * four fifths of the gaps in one rhythm, or one a calendar month. Monthly rent, salaries and care fees look like this.
 */
export function isRegularSeries(days: readonly number[], least = 4): boolean {
  if (days.length < least) return false
  if (isOnceAMonth(days)) return true
  return rhythms.some(([low, high]) => {
    let fitting = 0
    for (let index = 1; index < days.length; index += 1) {
      const gap = (days[index] ?? 0) - (days[index - 1] ?? 0)
      if (gap >= low && gap <= high) fitting += 1
    }
    return fitting >= 0.8 * (days.length - 1)
  })
}

/** Never twice in a calendar month and mostly in successive ones: long holidays stretch the gaps in days, not this. */
function isOnceAMonth(days: readonly number[]): boolean {
  const months = days.map((day) => {
    const date = new Date(day * 86_400_000)
    return date.getUTCFullYear() * 12 + date.getUTCMonth()
  })
  let successive = 0
  for (let index = 1; index < months.length; index += 1) {
    const step = (months[index] ?? 0) - (months[index - 1] ?? 0)
    if (step === 0) return false
    if (step === 1) successive += 1
  }
  return successive >= 0.8 * (months.length - 1)
}

/**
 * Days that do not belong to an otherwise regular series: without them the rest is regular.
 * Empty when the series is regular as it is, or has no rhythm. At most two strangers are sought.
 */
export function strangersInSeries(days: readonly number[]): number[] {
  if (isRegularSeries(days) && !hasShortGap(days)) return []
  const strangers: number[] = []
  let rest = [...days]
  for (let round = 0; round < 2; round += 1) {
    const index = rest.findIndex(
      (_, at) => at > 0 && isStrictlyRegular(rest.filter((_, other) => other !== at)),
    )
    if (index < 0) break
    strangers.push(rest[index] ?? 0)
    rest = rest.filter((_, other) => other !== index)
    if (isStrictlyRegular(rest)) return strangers
  }
  return []
}

/** The two days of a pair as one rhythm mark: weekday of the first and the gap, so pay-run calendars show up. */
export function rhythmMark(first: number, second: number): number {
  return markOf(weekdayOf(first), second - first)
}

/** The mark of a weekday (0 Monday) and a gap of less than a thousand days. */
export function markOf(weekday: number, gap: number): number {
  return weekday * 1_000 + gap
}

function isStrictlyRegular(days: readonly number[]): boolean {
  return isRegularSeries(days, 5) && !hasShortGap(days)
}

/** A gap well below the series' own median gap. */
function hasShortGap(days: readonly number[]): boolean {
  const gaps = days.slice(1).map((day, index) => day - (days[index] ?? 0))
  const sorted = [...gaps].sort((a, b) => a - b)
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0
  return gaps.some((gap) => gap < 0.6 * median)
}
