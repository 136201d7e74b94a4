import { beforeAll, describe, expect, it } from 'vitest'
import { scoreFindings, type Score } from '../../../bench/budget/score.ts'
import { scaleBudget } from '../../../data-samples/generator/scale/index.ts'
import type { BudgetMarts } from '../../../bench/budget/marts.ts'
import { scaleRecords } from '../../../bench/budget/scale-rows.ts'
import { sharedMarts } from './shared-marts.ts'

let marts: BudgetMarts

beforeAll(async () => {
  marts = await sharedMarts()
}, 60_000)

async function scoreOf(seed: string, plantings: number): Promise<Score> {
  const parts = [...scaleBudget({ seed, payments: 12_000, plantings })]
  const { findings } = await marts.check(scaleRecords(parts), {
    today: '2026-03-01',
    thresholds: { B03: { 'approvedOn.2025': 20_250_124 }, B29: { limit: 4_000_000 } },
  })
  return scoreFindings(
    parts.flatMap((part) => part.truth),
    findings,
  )
}

describe('an invented budget of any size', () => {
  it('is the same for the same seed and has the size asked for', () => {
    const make = () => [...scaleBudget({ seed: '甲', payments: 15_000, plantings: 1 })]
    expect(make()).toEqual(make())
    const count = make().reduce((sum, part) => sum + part.payments.length, 0)
    expect(Math.abs(count - 15_000)).toBeLessThan(1_500)
  })

  it.each(['子', '丑'])(
    'seed %s: what was planted is found and little else',
    async (seed) => {
      const { recall, precision, byRule } = await scoreOf(seed, 1)
      expect(recall, JSON.stringify([...byRule])).toBeGreaterThanOrEqual(0.95)
      expect(precision, JSON.stringify([...byRule])).toBeGreaterThanOrEqual(0.9)
    },
    120_000,
  )

  it('raises nothing when nothing is planted', async () => {
    const { findings, byRule } = await scoreOf('寅', 0)
    expect(findings, JSON.stringify([...byRule])).toBe(0)
  }, 120_000)
})
