import { missing } from './number.ts'

const zone = 'Asia/Shanghai'
const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})
const weekdays = ['日', '一', '二', '三', '四', '五', '六'] as const
const dayLength = 86_400_000

/** An ISO instant as its Shanghai calendar fields; null when it is not an instant. */
function fields(instant: string | Date): Record<string, string> | null {
  const date = typeof instant === 'string' ? new Date(instant) : instant
  if (Number.isNaN(date.getTime())) return null
  return Object.fromEntries(parts.formatToParts(date).map((part) => [part.type, part.value]))
}

/** "2025-03-04T05:06:07Z" → "2025-03-04 13:06" (Shanghai time). */
export function formatDateTime(instant: string | null | undefined): string {
  const at = instant ? fields(instant) : null
  return at ? `${at['year']}-${at['month']}-${at['day']} ${at['hour']}:${at['minute']}` : missing
}

/** "2025-03-04T05:06:07Z" → "13:06:07" (Shanghai time). */
export function formatClock(instant: string | Date): string {
  const at = fields(instant)
  return at ? `${at['hour']}:${at['minute']}:${at['second']}` : missing
}

/** A day ("2025-03-04") stays; an instant becomes its Shanghai day. */
export function formatDay(value: string | null | undefined): string {
  if (!value) return missing
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return value
  const at = fields(value)
  return at ? `${at['year']}-${at['month']}-${at['day']}` : missing
}

/** "2025-03-04" → "2025年3月4日 星期二". */
export function formatChineseDay(value: string | Date): string {
  const day = typeof value === 'string' ? formatDay(value) : formatDay(value.toISOString())
  const [year, month, date] = day.split('-').map(Number)
  if (year === undefined || month === undefined || date === undefined) return missing
  const weekday = weekdays[new Date(Date.UTC(year, month - 1, date)).getUTCDay()] ?? ''
  return `${year}年${month}月${date}日 星期${weekday}`
}

/** "2025-03" or "2025-03-01" → "2025年3月"; without the year: "3月". */
export function formatMonth(value: string, withYear = true): string {
  const [year, month] = value.split('-')
  if (!year || !month) return missing
  return withYear ? `${year}年${Number(month)}月` : `${Number(month)}月`
}

/** First day of a week ("2025-03-03") → "3月3日–9日", or "3月31日–4月6日" over a month's end. */
export function formatWeek(monday: string): string {
  const start = new Date(`${monday}T00:00:00Z`)
  if (Number.isNaN(start.getTime())) return missing
  const end = new Date(start.getTime() + 6 * dayLength)
  const [from, to] = [start.getUTCMonth() + 1, end.getUTCMonth() + 1]
  const last = from === to ? `${end.getUTCDate()}日` : `${to}月${end.getUTCDate()}日`
  return `${from}月${start.getUTCDate()}日–${last}`
}

/** How long ago an instant was, in words: 刚刚, 5 分钟前, 3 小时前, 2 天前, 4 个月前, 2 年前. */
export function formatAgo(instant: string | null | undefined, now: Date): string {
  if (!instant) return missing
  const elapsed = now.getTime() - new Date(instant).getTime()
  if (Number.isNaN(elapsed)) return missing
  const steps: readonly (readonly [number, string])[] = [
    [365 * dayLength, '年'],
    [30 * dayLength, '个月'],
    [dayLength, '天'],
    [3_600_000, '小时'],
    [60_000, '分钟'],
  ]
  const step = steps.find(([length]) => elapsed >= length)
  return step ? `${Math.floor(elapsed / step[0])} ${step[1]}前` : '刚刚'
}

/** Days between two calendar days, `to` − `from`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayLength)
}
