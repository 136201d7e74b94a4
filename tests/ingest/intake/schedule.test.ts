import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ScheduleSettings } from '../../../ingest/intake/declare/schema.ts'
import { dueRuns } from '../../../ingest/intake/schedule/due.ts'
import { lastOccurrence, nextOccurrence, occurrences } from '../../../ingest/intake/schedule/occurrences.ts'
import { isWorkday } from '#calendar'

const at = (text: string) => new Date(`${text}+08:00`)
const texts = (times: readonly Date[]) =>
  times.map((time) => new Date(time.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' '))
const daily = (workdays: NonNullable<ScheduleSettings['workdays']>): ScheduleSettings => ({
  cron: '30 7 * * *',
  workdays,
})

describe('planned times', () => {
  // 2026: the National Day holiday is October 1 to 7; people work on Sunday, September 20, and Saturday, October 10.
  it.each<[string, ScheduleSettings, string, string, string[]]>([
    [
      'every working day, make-up days included, holidays not',
      daily(true),
      '2026-09-29T00:00',
      '2026-10-11T00:00',
      ['2026-09-29', '2026-09-30', '2026-10-08', '2026-10-09', '2026-10-10'].map((day) => `${day} 07:30`),
    ],
    [
      'the first working day of the month',
      daily('first-of-month'),
      '2026-09-01T00:00',
      '2026-11-30T00:00',
      ['2026-09-01 07:30', '2026-10-08 07:30', '2026-11-02 07:30'],
    ],
    [
      'the last working day of the month',
      daily('last-of-month'),
      '2026-09-01T00:00',
      '2026-11-30T23:00',
      ['2026-09-30 07:30', '2026-10-30 07:30', '2026-11-30 07:30'],
    ],
    [
      'the first working day of the week',
      daily('first-of-week'),
      '2026-09-28T00:00',
      '2026-10-13T00:00',
      ['2026-09-28 07:30', '2026-10-08 07:30', '2026-10-12 07:30'],
    ],
    [
      'the first working day of the quarter',
      daily('first-of-quarter'),
      '2026-06-01T00:00',
      '2026-12-31T00:00',
      ['2026-07-01 07:30', '2026-10-08 07:30'],
    ],
    [
      'on the next working day when the day is off',
      { cron: '0 9 3 * *', workdays: 'next' },
      '2026-09-01T00:00',
      '2026-11-30T00:00',
      ['2026-09-03 09:00', '2026-10-08 09:00', '2026-11-03 09:00'],
    ],
    [
      'in Shanghai whatever the server thinks',
      { cron: '0 0 * * *' },
      '2026-03-01T12:00',
      '2026-03-02T12:00',
      ['2026-03-02 00:00'],
    ],
  ])('%s', (_, schedule, from, to, expected) => {
    expect(texts(occurrences(schedule, at(from), at(to)))).toEqual(expected)
  })

  it('next and last agree with the list, and fall on working days', () => {
    const now = fc.date({ min: at('2025-01-01T00:00'), max: at('2026-11-01T00:00'), noInvalidDate: true })
    const rule = fc.constantFrom<NonNullable<ScheduleSettings['workdays']>>(
      true,
      'next',
      'first-of-month',
      'last-of-month',
    )
    fc.assert(
      fc.property(now, rule, (moment, workdays) => {
        const schedule = daily(workdays)
        const next = nextOccurrence(schedule, moment)
        const last = lastOccurrence(schedule, moment)
        expect(next && next > moment).toBe(true)
        expect(last && last <= moment).toBe(true)
        for (const time of [next, last])
          expect(isWorkday(texts([time ?? moment])[0]?.slice(0, 10) ?? '')).toBe(true)
        expect(occurrences(schedule, last ?? moment, new Date((next ?? moment).getTime() - 1))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('a pattern that never comes has no next time', () => {
    expect(nextOccurrence({ cron: '0 0 30 2 *' }, at('2026-01-01T00:00'))).toBeNull()
  })
})

describe('what is due', () => {
  const schedule: ScheduleSettings = { cron: '30 7 * * *', grace_minutes: 30 }

  it('runs within the grace, and counts as missed what went by', () => {
    expect(dueRuns(schedule, at('2026-03-01T08:00'), at('2026-03-02T07:29'))).toEqual({
      run: null,
      missed: [],
    })
    expect(dueRuns(schedule, at('2026-03-01T08:00'), at('2026-03-02T07:40'))).toEqual({
      run: at('2026-03-02T07:30'),
      missed: [],
    })
    const off = dueRuns(schedule, at('2026-03-01T08:00'), at('2026-03-04T07:45'))
    expect(texts(off.missed)).toEqual(['2026-03-02 07:30', '2026-03-03 07:30'])
    expect(off.run).toEqual(at('2026-03-04T07:30'))
    const late = dueRuns(schedule, at('2026-03-01T08:00'), at('2026-03-02T08:30'))
    expect(late.run).toBeNull()
    expect(texts(late.missed)).toEqual(['2026-03-02 07:30'])
  })

  it('every planned time is run or missed exactly once, however the clock jumps', () => {
    const jumps = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(jumps, (minutes) => {
        const start = at('2026-09-25T00:00')
        let now = start
        let handled = start
        const seen: Date[] = []
        for (const step of minutes) {
          now = new Date(now.getTime() + step * 60_000)
          const { run, missed } = dueRuns(schedule, handled, now)
          seen.push(...missed, ...(run ? [run] : []))
          handled = seen.at(-1) ?? handled
        }
        expect(seen).toEqual(occurrences(schedule, start, now))
      }),
      { numRuns: 50 },
    )
  })
})
