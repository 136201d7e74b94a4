const shanghai = 'Asia/Shanghai'
const formats = new Map<string, Intl.DateTimeFormat>()
const offsets = new Map<string, number>()

export function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** A local wall-clock time (given as if it were UTC, in ms) → the UTC instant in ms. */
export function localToUtc(localMs: number, timezone: string): number {
  // China has kept +08:00 since 1991; older records in the field carry no summer-time marks to go by.
  if (timezone === shanghai) return localMs - 8 * 3_600_000
  const guess = localMs - offsetAt(localMs, timezone)
  return localMs - offsetAt(guess, timezone)
}

function offsetAt(utcMs: number, timezone: string): number {
  const hour = Math.floor(utcMs / 3_600_000)
  const key = `${timezone}@${hour}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  const offset = computeOffset(hour * 3_600_000, timezone)
  if (offsets.size > 50_000) offsets.clear()
  offsets.set(key, offset)
  return offset
}

function computeOffset(utcMs: number, timezone: string): number {
  let format = formats.get(timezone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: timezone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formats.set(timezone, format)
  }
  const parts = Object.fromEntries(format.formatToParts(utcMs).map((part) => [part.type, Number(part.value)]))
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) - utcMs
}
