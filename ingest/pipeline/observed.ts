import type { Mapping } from '../mapping/mapping.ts'
import { timestampParser } from '../values/date.ts'

/** Before any file this system could be given: what archives and file shares write for "unknown". */
const earliest = Date.UTC(2000, 0, 1)

export interface FileTimes {
  /** What the file itself says at the mapping's `observed` path. */
  readonly stated: string | undefined
  readonly modifiedAt: Date
  readonly startedAt: Date
}

/**
 * When the source showed the states a file holds: what the file says of itself, else when it was last written, else
 * now. A property of the file and not of its loading, so that files taken in late or in any order give the same history.
 */
export function observationTime(times: FileTimes, mapping: Mapping | null): Date {
  const stated = times.stated === undefined ? null : parseStated(times.stated, mapping)
  if (stated) return stated
  const written = times.modifiedAt.getTime()
  return written >= earliest && written <= times.startedAt.getTime() ? times.modifiedAt : times.startedAt
}

function parseStated(text: string, mapping: Mapping | null): Date | null {
  const parse = timestampParser({
    formats: [],
    timezone: mapping?.timezone ?? 'Asia/Shanghai',
    date1904: false,
  })
  const instant = parse(text)
  return typeof instant === 'string' ? new Date(instant) : null
}
