import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateParser, defaultDateOptions, timestampParser } from '../../../ingest/values/date.ts'
import { Refusal } from '../../../ingest/values/refusal.ts'

const day = dateParser(defaultDateOptions)
const instant = timestampParser(defaultDateOptions)

function withFormat(...formats: string[]) {
  return dateParser({ ...defaultDateOptions, formats })
}

function code(parsed: unknown): unknown {
  return parsed instanceof Refusal ? parsed.code : parsed
}

describe('dateParser', () => {
  it.each([
    '2024/3/5',
    '2024-03-05 9:12',
    '2024.3.5',
    '2024年3月5日',
    '2024年03月05日 星期二',
    '２０２４年３月５日',
    '20240305',
    '202403050912',
    '45356',
    '45356.5',
    '二〇二四年三月五日',
    '2024-03-04T20:00:00Z',
    ' 2024-03-05\t',
  ])('reads %s', (text) => {
    expect(day(text)).toBe('2024-03-05')
  })

  it.each([
    ['民国113年3月5日', 'date_minguo'],
    ['农历正月初五', 'date_lunar'],
    ['2024年3月', 'date_incomplete'],
    ['2024', 'date_incomplete'],
    ['05/03/2024', 'date_ambiguous'],
    ['24-3-5', 'date_ambiguous'],
    ['2025-02-30', 'date_impossible'],
    ['2024/13/45', 'date_impossible'],
    ['见附件', 'date_unreadable'],
    ['否', 'date_unreadable'],
    ['#N/A!', 'formula_error'],
  ])('refuses %s as %s', (text, expected) => {
    expect(code(day(text))).toBe(expected)
  })

  it('reads foreign formats only when told so', () => {
    expect(withFormat('DD/MM/YYYY')('05/03/2024')).toBe('2024-03-05')
    expect(withFormat('YYYY-MM-DD', 'dddd, MMMM D, YYYY')('Wednesday, June 17, 2020')).toBe('2020-06-17')
    expect(withFormat('YYYY年M月')('2024年3月')).toBe('2024-03-01')
  })

  it('reads bare serials in the calendar of 1904', () => {
    expect(dateParser({ ...defaultDateOptions, date1904: true })('43894')).toBe('2024-03-05')
  })
})

describe('timestampParser', () => {
  it.each([
    ['2024-03-05', '2024-03-04T16:00:00Z'],
    ['2024/3/5 9:12', '2024-03-05T01:12:00Z'],
    ['2024-03-05 09:12:33.000', '2024-03-05T01:12:33Z'],
    ['2024年3月5日 下午2时05分', '2024-03-05T06:05:00Z'],
    ['2024-03-05 12:30 AM', '2024-03-04T16:30:00Z'],
    ['2024-03-05T09:12:00+09:00', '2024-03-05T00:12:00Z'],
  ])('reads %s in Shanghai time', (text, expected) => {
    expect(instant(text)).toBe(expected)
  })

  it('follows the summer time of the mapping file’s zone', () => {
    const london = timestampParser({ ...defaultDateOptions, timezone: 'Europe/London' })
    expect([london('2024-01-05 12:00'), london('2024-07-05 12:00')]).toEqual([
      '2024-01-05T12:00:00Z',
      '2024-07-05T11:00:00Z',
    ])
  })

  it('reads every real minute however it is padded', () => {
    const minutes = fc.date({ min: new Date('1992-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(minutes, fc.constantFrom('-', '/', '.'), (date, mark) => {
        const local = new Date(Math.floor(date.getTime() / 60_000) * 60_000)
        const text = [local.getUTCFullYear(), local.getUTCMonth() + 1, local.getUTCDate()].join(mark)
        const expected = new Date(local.getTime() - 8 * 3_600_000).toISOString().slice(0, 19) + 'Z'
        expect(instant(`${text} ${local.getUTCHours()}:${local.getUTCMinutes()}`)).toBe(expected)
      }),
    )
  })
})
