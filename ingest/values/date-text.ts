import { serialToText } from '../formats/xlsx/serial.ts'
import type { Moment } from './moment.ts'
import { formulaError, Refusal } from './refusal.ts'

const time = String.raw`(?:(上午|下午|中午|晚上|凌晨|AM|PM)\s*)?(\d{1,2})\s*[:时点]\s*(\d{1,2})(?:\s*[:分]\s*(\d{1,2})(?:\.\d+)?)?\s*[分秒]?\s*(AM|PM)?`
const zone = String.raw`\s*(Z|[+-]\d{2}:?\d{2})?`
const weekday = String.raw`(?:\s*[(（]?(?:星期|周)[一二三四五六日天][)）]?)?`
const dated = new RegExp(
  String.raw`^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?号?${weekday}(?:[\sT]*${time}${zone})?$`,
  'i',
)
const compact = /^(\d{4})(\d{2})(\d{2})(?:\s*T?(\d{2}):?(\d{2}):?(\d{2})?)?$/
const chineseDigits = '〇一二三四五六七八九'
const serialMin = 20_000
const serialMax = 80_000

/** Reads the ways dates are written in Chinese offices; anything else is a Refusal that says what is wrong. */
export function readDateText(cell: string, date1904: boolean): Moment | Refusal {
  const full = dated.exec(cell)
  if (full) return fromParts(full)
  const short = compact.exec(cell)
  if (short) return fromCompact(short)
  if (/^\d{5}(?:\.\d+)?$/.test(cell)) return fromSerial(Number(cell), date1904)
  if (/^[〇零○一二三四五六七八九]{4}年/.test(cell)) return readDateText(westernDigits(cell), date1904)
  return new Refusal(...whyNot(cell))
}

function fromParts(match: RegExpExecArray): Moment {
  const [, year, month, day, before, hour, minute, second, after, offset] = match
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: hour === undefined ? 0 : hour24(Number(hour), before ?? after),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    hasTime: hour !== undefined,
    offset: offset === undefined ? null : offsetMinutes(offset),
  }
}

function hour24(hour: number, half: string | undefined): number {
  if (half === undefined || hour > 12) return hour
  const afternoon = half === '下午' || half === '晚上' || half.toUpperCase() === 'PM'
  if (afternoon) return hour === 12 ? 12 : hour + 12
  return hour === 12 && half !== '中午' ? 0 : hour
}

function offsetMinutes(text: string): number {
  if (text.toUpperCase() === 'Z') return 0
  const sign = text.startsWith('-') ? -1 : 1
  return sign * (Number(text.slice(1, 3)) * 60 + Number(text.slice(-2)))
}

function fromCompact(match: RegExpExecArray): Moment {
  const [, year, month, day, hour, minute, second] = match
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour ?? 0),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    hasTime: hour !== undefined,
    offset: null,
  }
}

function fromSerial(serial: number, date1904: boolean): Moment | Refusal {
  const text = serial >= serialMin && serial <= serialMax ? serialToText(serial, date1904) : null
  return text === null ? new Refusal('date_unreadable', unreadable) : readDateText(text, date1904)
}

/** 二〇二四年三月十五日 → 2024年3月15日 */
function westernDigits(cell: string): string {
  return cell
    .replace(/[零○]/g, '〇')
    .replace(/([一二三])?十([一二三四五六七八九])?/g, (_, tens?: string, ones?: string) =>
      String((tens ? chineseDigits.indexOf(tens) : 1) * 10 + (ones ? chineseDigits.indexOf(ones) : 0)),
    )
    .replace(/[〇一二三四五六七八九]/g, (digit) => String(chineseDigits.indexOf(digit)))
}

const unreadable = '不是日期，请写成 2024-03-05 的样子，并核对这一列是否错位'

function whyNot(cell: string): ConstructorParameters<typeof Refusal> {
  if (cell.includes('民国')) return ['date_minguo', '用的是民国纪年，请换算成公历后重填']
  if (
    /^[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年|农历|阴历|正月|腊月|冬月|闰|初[一二三四五六七八九十]|廿/.test(
      cell,
    )
  )
    return ['date_lunar', '用的是农历，请换算成公历后重填']
  if (/^\d{4}\s*[-/.年]\s*\d{1,2}\s*月?(?:[上中下]旬)?$/.test(cell) || /^\d{4}年?$/.test(cell))
    return ['date_incomplete', '只写到年或月，请补全到日']
  if (/^[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*[日号]/.test(cell))
    return ['date_incomplete', '没有写年份，请补全年月日']
  if (/^\d{1,2}[-/.]\d{1,2}[-/.](?:\d{1,2}|\d{4})$/.test(cell))
    return ['date_ambiguous', '年、月、日的先后看不准，请改写成 2024-03-05，或在映射文件里写明日期格式']
  if (cell.startsWith('#')) return [formulaError.code, formulaError.advice]
  return ['date_unreadable', unreadable]
}
