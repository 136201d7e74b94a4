import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compactFigure,
  daysBetween,
  formatAgo,
  formatChange,
  formatChineseDay,
  formatClock,
  formatCompact,
  formatDateTime,
  formatDay,
  formatInteger,
  formatMoney,
  formatMonth,
  formatPercent,
  formatPoints,
  formatWeek,
  formatYuan,
  metricFigure,
  sumYuan,
  toCsv,
} from '#ui'

describe('numbers', () => {
  it.each([
    [0, '0'],
    [9999, '9,999'],
    [10_000, '1.00万'],
    [123_456, '12.3万'],
    [9_999_400, '1,000万'],
    [123_456_789, '1.23亿'],
    [-45_000, '-4.50万'],
    [null, '—'],
    [Number.NaN, '—'],
  ])('writes %s compactly as %s', (value, text) => {
    expect(formatCompact(value)).toBe(text)
  })

  it('says missing for every kind of nothing', () => {
    for (const nothing of [null, undefined, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect([
        formatInteger(nothing),
        formatPercent(nothing),
        formatChange(nothing),
        formatPoints(nothing),
      ]).toEqual(['—', '—', '—', '—'])
    }
  })

  it('signs changes with a true minus and calls zero 持平', () => {
    expect(formatChange(0.123)).toBe('+12.3%')
    expect(formatChange(-0.05)).toBe('−5.0%')
    expect(formatChange(-0.0001)).toBe('持平')
    expect(formatPoints(-0.104)).toBe('−10.4 个百分点')
  })

  it('keeps the unit apart for headlines', () => {
    expect(compactFigure(12_345)).toEqual({ text: '1.23', unit: '万' })
    expect(metricFigure('123456789.10', '元')).toEqual({ text: '1.23', unit: '亿元' })
    expect(metricFigure(0.256, '%')).toEqual({ text: '25.6', unit: '%' })
    expect(metricFigure(-0.038, '个百分点')).toEqual({ text: '−3.8', unit: '个百分点' })
    expect(metricFigure(12_000, '件')).toEqual({ text: '1.20', unit: '万件' })
    expect(metricFigure(null, '件')).toEqual({ text: '—', unit: '' })
  })
})

describe('money', () => {
  it.each([
    ['1234567.5', '1,234,567.50'],
    ['-12', '−12.00'],
    ['0.01', '0.01'],
    ['90071992547409931234.56', '90,071,992,547,409,931,234.56'],
    ['abc', '—'],
    [null, '—'],
  ])('writes %s as %s, exactly', (amount, text) => {
    expect(formatYuan(amount)).toBe(text)
  })

  it('adds decimal texts without losing a cent, in any order', () => {
    const cents = fc.array(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), { maxLength: 40 })
    fc.assert(
      fc.property(cents, (amounts) => {
        const expected = asDecimal(amounts.reduce((sum, amount) => sum + amount, 0n))
        expect(sumYuan(amounts.map(asDecimal))).toBe(expected)
        expect(sumYuan([...amounts].reverse().map(asDecimal))).toBe(expected)
      }),
    )
  })

  it('refuses what it could not add exactly', () => {
    expect(sumYuan(['1.001'])).toBeNull()
    expect(sumYuan(['1.50', '一'])).toBeNull()
    expect(formatMoney('12000')).toBe('1.20万元')
  })
})

describe('dates', () => {
  it('shows instants in Shanghai time', () => {
    expect(formatDateTime('2025-03-04T17:30:00Z')).toBe('2025-03-05 01:30')
    expect(formatDay('2025-03-04T17:30:00Z')).toBe('2025-03-05')
    expect(formatDay('2025-03-04')).toBe('2025-03-04')
    expect(formatClock('2025-03-04T16:00:05Z')).toBe('00:00:05')
    expect(formatDateTime(null)).toBe('—')
    expect(formatDateTime('昨天')).toBe('—')
  })

  it('writes days, months and weeks the Chinese way', () => {
    expect(formatChineseDay('2025-03-04')).toBe('2025年3月4日 星期二')
    expect(formatMonth('2025-03')).toBe('2025年3月')
    expect(formatMonth('2025-11-01', false)).toBe('11月')
    expect(formatWeek('2025-03-03')).toBe('3月3日–9日')
    expect(formatWeek('2025-03-31')).toBe('3月31日–4月6日')
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
  })

  it.each([
    [30_000, '刚刚'],
    [5 * 60_000, '5 分钟前'],
    [3 * 3_600_000, '3 小时前'],
    [50 * 3_600_000, '2 天前'],
    [400 * 86_400_000, '1 年前'],
  ])('calls %s ms ago %s', (elapsed, words) => {
    const now = new Date('2025-03-04T00:00:00Z')
    expect(formatAgo(new Date(now.getTime() - elapsed).toISOString(), now)).toBe(words)
  })
})

describe('CSV export', () => {
  it('neutralises what a spreadsheet would run and leaves numbers alone', () => {
    const text = toCsv(
      ['名称', '金额'],
      [
        ['=HYPERLINK("x")', '-12.50'],
        ['＋86', '+1'],
        ['含,逗号\n换行', 3],
        ['合计', '−1,234,567.50'],
        [null, '@a'],
      ],
    )
    expect(text).toBe(
      '\uFEFF名称,金额\r\n"\'=HYPERLINK(""x"")",-12.50\r\n\'＋86,\'+1\r\n"含,逗号\n换行",3\r\n合计,-1234567.50\r\n,\'@a\r\n',
    )
  })
})

function asDecimal(cents: bigint): string {
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0')
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
