import { parseNumeral } from '#terms'
import type { FoundValue } from './amounts.ts'
import { addDays, addMonths, isoDay, isoMonth, mondayOf } from './calendar-day.ts'

const N = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})'
const YEAR = '(?:(?:19|20)\\d{2}|\\d{2}|[一二][九〇零○][〇零○一二三四五六七八九]{2})'
const NAMED_YEAR = '(?:今年|去年|前年|明年|本年)'
const TO = '(?:至|到|—{1,2}|–|-|~|～)'

/** 2019年3月12日, 去年3月, 3月12日, and the end of a range in fewer words: 3月1日至5日. */
const SPOKEN_DATE = new RegExp(
  `(?:(${YEAR})年|(${NAMED_YEAR}))?(${N})月(?:(${N})[日号](?![楼线院桥])|份|底|初|[上中下]旬)?` +
    `(?:${TO}(?:(${N})月)?(?:(${N})[日号](?![楼线院桥]))?)?`,
  'uy',
)
const WRITTEN_DATE = /((?:19|20)\d{2})[-/.](1[0-2]|0?[1-9])[-/.](3[01]|[12]\d|0?[1-9])(?![\d.])/uy
const YEAR_SPAN = new RegExp(`((?:19|20)\\d{2})年?${TO}((?:19|20)\\d{2})年`, 'uy')
const WHOLE_YEAR = new RegExp(
  `(?:(${YEAR})年度?|(${NAMED_YEAR}))([上下]半年|第?[一二三四1-4]季度)?(?![级生])`,
  'uy',
)
const NEAR_DAY = /(大前天|前天|前日|前晚|昨天|昨日|昨晚|昨夜|今天|今日|今早|今晨|今晚|明天|明日|后天)/uy
const NEAR_WEEK = /(?:(上上|上|这|本|下)(?:个)?(?:周|星期|礼拜))([一二三四五六日天末])?/uy
const NEAR_MONTH = /(上上个?月|上个?月|本月|这个月|当月|下个?月)(?:(\d{1,2})[日号](?![楼线院桥]))?/uy

const DAY_SHIFT: Readonly<Record<string, number>> = {
  大前天: -3,
  前天: -2,
  前日: -2,
  前晚: -2,
  昨天: -1,
  昨日: -1,
  昨晚: -1,
  昨夜: -1,
  今天: 0,
  今日: 0,
  今早: 0,
  今晨: 0,
  今晚: 0,
  明天: 1,
  明日: 1,
  后天: 2,
}
const YEAR_SHIFT: Readonly<Record<string, number>> = {
  前年: -2,
  去年: -1,
  今年: 0,
  本年: 0,
  明年: 1,
}

type Reading = (text: string, start: number, written: string | null) => FoundValue | null

/** What a date said from today begins with: asked first, since 上, 本 and 这 begin many other words. */
const NEAR_START =
  /(?:大前天|前[天日晚年]|昨[天日晚夜]|今[天日早晨晚年]|明[天日年]|后天|去年|本[年周月]|(?:上上|[上这下])个?[周月星礼]|当月)/uy
/** The same for a date or amount in Chinese numerals: they begin many other words, too. */
const NUMERAL_START = /[一二三四五六七八九十〇零○]{1,4}[年月]/uy

/**
 * A date that begins at `start`: an ISO day, month or year, or an interval of them with a stroke. What is said from
 * the letter's day (`written`) has no value when that day is unknown; a month without a year is the last one before it.
 */
export const dateAt: Reading = (text, start, written) => {
  for (const reading of readingsAt(text, start)) {
    const found = reading(text, start, written)
    if (found !== null) return found
  }
  return null
}

function readingsAt(text: string, start: number): readonly Reading[] {
  const code = text.charCodeAt(start)
  if (code >= 0x30 && code <= 0x39) return FIGURE_READINGS
  if (exec(NUMERAL_START, text, start) !== null) return NUMERAL_READINGS
  return exec(NEAR_START, text, start) === null ? [] : NEAR_READINGS
}

function exec(pattern: RegExp, text: string, start: number): RegExpExecArray | null {
  pattern.lastIndex = start
  return pattern.exec(text)
}

const readWritten: Reading = (text, start) => {
  const match = exec(WRITTEN_DATE, text, start)
  if (match === null) return null
  const value = isoDay(Number(match[1]), Number(match[2]), Number(match[3]))
  return value === null ? null : { end: start + match[0].length, value }
}

const readYearSpan: Reading = (text, start) => {
  const match = exec(YEAR_SPAN, text, start)
  return match && { end: start + match[0].length, value: `${match[1] ?? ''}/${match[2] ?? ''}` }
}

const readSpoken: Reading = (text, start, written) => {
  const match = exec(SPOKEN_DATE, text, start)
  if (match === null) return null
  const [whole, year, namedYear, monthText = '', dayText, endMonth, endDay] = match
  const month = parseNumeral(monthText) ?? 0
  if (month < 1 || month > 12) return null
  const end = start + whole.length
  const inYear = yearOf(year, namedYear, month, written)
  if (inYear === null) return { end, value: null }
  const from = dayOrMonth(inYear, month, dayText)
  if (from === null) return null
  if (endMonth === undefined && endDay === undefined) return { end: end - danglingTo(whole), value: from }
  return { end, value: rangeTo(from, dayOrMonth(inYear, numberOr(endMonth, month), endDay)) }
}

function numberOr(text: string | undefined, other: number): number {
  return text === undefined ? other : (parseNumeral(text) ?? 0)
}

function rangeTo(from: string, to: string | null): string {
  return to === null || to < from ? from : `${from}/${to}`
}

/** A dash that was taken for a range but leads nowhere is not part of the date. */
function danglingTo(text: string): number {
  return /(?:至|到|—{1,2}|–|-|~|～)$/u.exec(text)?.[0].length ?? 0
}

function dayOrMonth(year: number, month: number, dayText: string | undefined): string | null {
  if (dayText === undefined) return isoMonth(year, month)
  return isoDay(year, month, parseNumeral(dayText) ?? 0)
}

function yearOf(
  year: string | undefined,
  named: string | undefined,
  month: number,
  written: string | null,
): number | null {
  if (year !== undefined) return fullYear(year)
  if (written === null) return null
  const current = Number(written.slice(0, 4))
  if (named !== undefined) return current + (YEAR_SHIFT[named] ?? 0)
  return month <= Number(written.slice(5, 7)) ? current : current - 1
}

function fullYear(text: string): number {
  const year = parseNumeral(text) ?? 0
  if (text.length > 2) return year
  return year < 50 ? 2000 + year : 1900 + year
}

const readYear: Reading = (text, start, written) => {
  const match = exec(WHOLE_YEAR, text, start)
  if (match === null) return null
  const [whole, yearText, named, part] = match
  if (yearText?.length === 2 && part === undefined) return null
  const end = start + whole.length
  if (yearText === undefined && written === null) return { end, value: null }
  const year =
    yearText === undefined
      ? Number(written?.slice(0, 4)) + (YEAR_SHIFT[named ?? ''] ?? 0)
      : fullYear(yearText)
  return { end, value: partOfYear(year, part) }
}

function partOfYear(year: number, part: string | undefined): string {
  if (part === undefined) return String(year)
  if (part.endsWith('半年')) {
    return part.startsWith('上')
      ? `${String(year)}-01/${String(year)}-06`
      : `${String(year)}-07/${String(year)}-12`
  }
  const quarter = parseNumeral(part.replace(/[第季度]/g, '')) ?? 1
  return `${isoMonth(year, quarter * 3 - 2) ?? ''}/${isoMonth(year, quarter * 3) ?? ''}`
}

const readNearDay: Reading = (text, start, written) => {
  const match = exec(NEAR_DAY, text, start)
  if (match === null) return null
  const value = written === null ? null : addDays(written, DAY_SHIFT[match[1] ?? ''] ?? 0)
  return { end: start + match[0].length, value }
}

const WEEK_SHIFT: Readonly<Record<string, number>> = { 上上: -14, 上: -7, 这: 0, 本: 0, 下: 7 }

const readNearWeek: Reading = (text, start, written) => {
  const match = exec(NEAR_WEEK, text, start)
  if (match === null) return null
  const end = start + match[0].length
  if (written === null) return { end, value: null }
  const monday = addDays(mondayOf(written), WEEK_SHIFT[match[1] ?? ''] ?? 0)
  const weekday = match[2]
  if (weekday === undefined) return { end, value: `${monday}/${addDays(monday, 6)}` }
  if (weekday === '末') return { end, value: `${addDays(monday, 5)}/${addDays(monday, 6)}` }
  return { end, value: addDays(monday, '日天'.includes(weekday) ? 6 : (parseNumeral(weekday) ?? 1) - 1) }
}

const readNearMonth: Reading = (text, start, written) => {
  const match = exec(NEAR_MONTH, text, start)
  if (match === null) return null
  const end = start + match[0].length
  if (written === null) return { end, value: null }
  const word = match[1] ?? ''
  const shift = word.startsWith('上上') ? -2 : word.startsWith('上') ? -1 : word.startsWith('下') ? 1 : 0
  const month = addMonths(written.slice(0, 7), shift)
  const value =
    match[2] === undefined
      ? month
      : isoDay(Number(month.slice(0, 4)), Number(month.slice(5, 7)), Number(match[2]))
  return { end, value: value ?? month }
}

const FIGURE_READINGS = [readWritten, readYearSpan, readSpoken, readYear]
const NUMERAL_READINGS = [readSpoken, readYear]
const NEAR_READINGS = [readSpoken, readYear, readNearDay, readNearWeek, readNearMonth]
