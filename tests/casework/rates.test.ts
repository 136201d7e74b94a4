import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { confirmedRate, needsChange, posteriorRate, priorRate } from '../../casework/core/rates.ts'
import { sampleBudget, sampleRows } from '../analysis/budget/sample-rows.ts'
import { sharedMarts } from '../analysis/budget/shared-marts.ts'

describe('the confirmed rate of a rule', () => {
  it('has the Wilson interval: 8 of 10 lies between 0.4902 and 0.9433 (Brown, Cai and DasGupta 2001)', () => {
    const rate = confirmedRate({ confirmed: 8, explained: 1, falseAlarm: 1 })
    expect(rate.rate).toBe(0.8)
    expect(rate.low).toBeCloseTo(0.4902, 4)
    expect(rate.high).toBeCloseTo(0.9433, 4)
  })

  it('lies inside its interval, which lies in 0 to 1 and narrows with more verdicts', () => {
    const counts = fc.record({ confirmed: fc.nat(200), explained: fc.nat(200), falseAlarm: fc.nat(200) })
    fc.assert(
      fc.property(counts, ({ confirmed, explained, falseAlarm }) => {
        const one = confirmedRate({ confirmed, explained, falseAlarm })
        if (one.rate === null) return
        const [low, high] = [one.low ?? -1, one.high ?? 2]
        expect(low >= 0 && low <= one.rate + 1e-12 && one.rate <= high + 1e-12 && high <= 1).toBe(true)
        const more = confirmedRate({
          confirmed: confirmed * 4,
          explained: explained * 4,
          falseAlarm: falseAlarm * 4,
        })
        expect((more.high ?? 0) - (more.low ?? 0)).toBeLessThan(high - low)
      }),
    )
  })

  it('starts at the prior, moves towards the verdicts and never beyond them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('C', 'P', 'I'),
        fc.nat(300),
        fc.nat(300),
        (certainty, confirmed, others) => {
          const prior = priorRate(certainty)
          const verdicts = confirmed + others
          const posterior = posteriorRate(prior, 4, confirmed, verdicts)
          if (verdicts === 0) expect(posterior).toBeCloseTo(prior, 12)
          else {
            const rate = confirmed / verdicts
            expect(posterior).toBeGreaterThanOrEqual(Math.min(prior, rate) - 1e-12)
            expect(posterior).toBeLessThanOrEqual(Math.max(prior, rate) + 1e-12)
          }
        },
      ),
    )
  })

  it('proposes a change under 20 % after 30 verdicts, not before and not at 20 %', () => {
    const limits = { below: 0.2, after: 30 }
    const of = (confirmed: number, verdicts: number) =>
      needsChange(confirmedRate({ confirmed, explained: 0, falseAlarm: verdicts - confirmed }), limits)
    expect([of(5, 30), of(6, 30), of(0, 29), of(0, 0)]).toEqual([true, false, false, false])
  })

  it('assumes the same rate before any verdict as the budget checks put into their scores', async () => {
    const marts = await sharedMarts()
    const rows = sampleRows(sampleBudget())
    const { findings } = await marts.check(rows, { today: '2026-03-01' })
    expect(findings.length).toBeGreaterThan(0)
    const rates = Object.fromEntries(findings.map(({ rule, certainty }) => [rule, priorRate(certainty)]))
    const same = await marts.check(rows, { today: '2026-03-01', confirmedRates: rates })
    expect(same.findings.map(({ id, score }) => [id, score])).toEqual(
      findings.map(({ id, score }) => [id, score]),
    )
  }, 240_000)
})
