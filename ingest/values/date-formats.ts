import type { Moment } from './moment.ts'

const englishMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const tokens: Readonly<Record<string, string>> = {
  YYYY: String.raw`(?<year>\d{4})`,
  YY: String.raw`(?<shortYear>\d{2})`,
  MMMM: '(?<monthName>[A-Za-z]{3,9})',
  MMM: '(?<monthName>[A-Za-z]{3,9})',
  MM: String.raw`(?<month>\d{1,2})`,
  M: String.raw`(?<month>\d{1,2})`,
  DD: String.raw`(?<day>\d{1,2})`,
  D: String.raw`(?<day>\d{1,2})`,
  dddd: '[A-Za-z]{3,9}',
  ddd: '[A-Za-z]{3,9}',
  HH: String.raw`(?<hour>\d{1,2})`,
  H: String.raw`(?<hour>\d{1,2})`,
  mm: String.raw`(?<minute>\d{1,2})`,
  ss: String.raw`(?<second>\d{1,2})`,
}

export type DateFormat = (text: string) => Moment | null

/**
 * Compiles a format of a mapping file ('DD/MM/YYYY', 'dddd, MMMM D, YYYY', 'YYYY年M月'); null when it names no year.
 * A format without a day means the first of the month.
 */
export function compileDateFormat(format: string): DateFormat | null {
  const source = format.replace(
    /YYYY|YY|MMMM|MMM|MM|M|DD|D|dddd|ddd|HH|H|mm|ss|[^A-Za-z]|[A-Za-z]/g,
    (part) =>
      tokens[part] ??
      (/\s/.test(part) ? String.raw`\s+` : part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)),
  )
  if (!/<(year|shortYear)>/.test(source)) return null
  const pattern = new RegExp(`^${source}$`)
  return (text) => toMoment(pattern.exec(text)?.groups)
}

function toMoment(groups: Readonly<Record<string, string | undefined>> | undefined): Moment | null {
  if (!groups) return null
  const month =
    groups['monthName'] === undefined ? Number(groups['month'] ?? 1) : monthNumber(groups['monthName'])
  return {
    year: groups['year'] === undefined ? 2000 + Number(groups['shortYear']) : Number(groups['year']),
    month,
    day: Number(groups['day'] ?? 1),
    hour: Number(groups['hour'] ?? 0),
    minute: Number(groups['minute'] ?? 0),
    second: Number(groups['second'] ?? 0),
    hasTime: groups['hour'] !== undefined,
    offset: null,
  }
}

function monthNumber(name: string): number {
  return englishMonths.indexOf(name.slice(0, 3).toLowerCase()) + 1
}
