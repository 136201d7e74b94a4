import { shanghaiDay } from '#calendar'
import { compileDateFormat, type DateFormat } from './date-formats.ts'
import { readDateText } from './date-text.ts'
import { isRealMoment, wallClockMs, type Moment } from './moment.ts'
import { Refusal, type CellParser, type Parsed } from './refusal.ts'
import { isPlaceholder, narrow } from './text.ts'
import { localToUtc } from './timezone.ts'

export interface DateOptions {
  /** Formats of a mapping file, tried in order before the usual ones. */
  readonly formats: readonly string[]
  readonly timezone: string
  readonly date1904: boolean
}

export const defaultDateOptions: DateOptions = { formats: [], timezone: 'Asia/Shanghai', date1904: false }

/** Calendar day 'YYYY-MM-DD'; a time of day is dropped, an instant with an offset becomes the Shanghai day. */
export function dateParser(options: DateOptions): CellParser {
  return cached(parser(options, toDay))
}

/** UTC instant 'YYYY-MM-DDTHH:MM:SSZ' of a local time; a bare day counts from its midnight. */
export function timestampParser(options: DateOptions): CellParser {
  return cached(parser(options, (moment) => toInstant(moment, options.timezone)))
}

/**
 * Refuses a day after `lastDay` (Shanghai, 'YYYY-MM-DD'), for dates of what has already happened.
 * @param parse reads a cell as a day or a UTC instant
 */
export function notAhead(parse: CellParser, lastDay: string): CellParser {
  return (text) => {
    const value = parse(text)
    if (value === null || value instanceof Refusal || value.slice(0, 10) < lastDay) return value
    const day = value.length === lastDay.length ? value : shanghaiDay(value)
    return day > lastDay ? new Refusal('date_ahead', `${day} 还没有到，请核对年份`) : value
  }
}

function parser(options: DateOptions, write: (moment: Moment) => string): CellParser {
  const formats = options.formats.map(compileDateFormat).filter((format) => format !== null)
  return (text) => {
    const cell = narrow(text)
    if (cell === '' || isPlaceholder(cell)) return null
    const moment = tryFormats(formats, cell) ?? readDateText(cell, options.date1904)
    if (moment instanceof Refusal) return moment
    if (!isRealMoment(moment)) return new Refusal('date_impossible', '这一天不存在，请核对年月日')
    return write(moment)
  }
}

function tryFormats(formats: readonly DateFormat[], cell: string): Moment | null {
  for (const format of formats) {
    const moment = format(cell)
    if (moment) return moment
  }
  return null
}

/** A payments file repeats a few hundred days over a million rows. */
function cached(parse: CellParser): CellParser {
  const known = new Map<string, Parsed>()
  return (text) => {
    const seen = known.get(text)
    if (seen !== undefined) return seen
    const parsed = parse(text)
    if (known.size >= 4096) known.clear()
    known.set(text, parsed)
    return parsed
  }
}

function toDay(moment: Moment): string {
  const ms =
    moment.offset === null ? wallClockMs(moment) : wallClockMs(moment) - (moment.offset - 480) * 60_000
  return new Date(ms).toISOString().slice(0, 10)
}

function toInstant(moment: Moment, timezone: string): string {
  const wall = wallClockMs(moment)
  const utc = moment.offset === null ? localToUtc(wall, timezone) : wall - moment.offset * 60_000
  return `${new Date(utc).toISOString().slice(0, 19)}Z`
}
