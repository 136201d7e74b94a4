import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addWorkdays, isCalendarKnown, isWorkday, workdaysBetween } from '#calendar'
import { clockOf, punctuality } from '../../casework/core/clock.ts'
import { foldCase } from '../../casework/core/fold.ts'
import { defaultTerms } from '../../casework/settings.ts'
import { opening } from './histories.ts'

const settings = { terms: defaultTerms, yellowDays: 3 }

describe('working days', () => {
  it('leave out holidays and count make-up weekends: the National Day week of 2025', () => {
    expect(isWorkday('2025-09-28')).toBe(true)
    expect(['2025-10-01', '2025-10-08'].map(isWorkday)).toEqual([false, false])
    expect(isWorkday('2025-10-11')).toBe(true)
    expect(addWorkdays('2025-09-30', 1)).toBe('2025-10-09')
    expect(workdaysBetween('2025-09-30', '2025-10-11')).toBe(3)
  })

  it('adding and counting are inverse, in years with and without a published arrangement', () => {
    const day = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2024-01-01', days))
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 80 }), (from, count) => {
        const to = addWorkdays(from, count)
        expect(isWorkday(to)).toBe(true)
        expect(workdaysBetween(from, to)).toBe(count)
        expect(workdaysBetween(to, from)).toBe(-count)
      }),
    )
    expect(isCalendarKnown(2025)).toBe(true)
    expect(isCalendarKnown(2100)).toBe(false)
    expect(isWorkday('2100-10-01')).toBe(false)
    expect(isWorkday('2100-10-04')).toBe(true)
  })
})

describe('the clock of a step', () => {
  const one = foldCase([opening()])
  const colourOn = (today: string) => one && clockOf(one, today, settings)?.colour

  it('is green, then yellow before its last day, then red: five working days from Monday the second of March', () => {
    expect(one && clockOf(one, '2026-03-02', settings)).toMatchObject({ dueOn: '2026-03-09', daysLeft: 5 })
    expect(colourOn('2026-03-05')).toBe('green')
    expect(colourOn('2026-03-06')).toBe('yellow')
    expect(colourOn('2026-03-09')).toBe('yellow')
    expect(colourOn('2026-03-10')).toBe('red')
  })

  it('is red on the rest days after the due day too', () => {
    const friday = foldCase([{ ...opening(), at: '2026-03-06T01:00:00Z' }])
    expect(friday && clockOf(friday, '2026-03-14', settings)).toMatchObject({
      dueOn: '2026-03-13',
      colour: 'red',
    })
  })

  it('counts a step as on time by the day it ended', () => {
    const steps = (until: string) => [
      { step: 'verify' as const, since: '2026-03-02T01:00:00Z', until, dueOn: null },
    ]
    expect(punctuality(steps('2026-03-09T10:00:00Z'), settings)).toEqual({ ended: 1, onTime: 1 })
    expect(punctuality(steps('2026-03-09T17:00:00Z'), settings)).toEqual({ ended: 1, onTime: 0 })
  })
})
