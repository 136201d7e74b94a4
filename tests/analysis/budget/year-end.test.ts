import fc from 'fast-check'
import { expect, test } from 'vitest'
import { forecastYearEnd, type ClassMonth } from '../../../analysis/budget/forecast/year-end.ts'

const unit = '示例局'
const spending = '公用'

function year(of: number, months: readonly number[], who = unit): ClassMonth[] {
  return months.map((cents, index) => ({ unit: who, spending, year: of, month: index + 1, cents }))
}

const even = new Array<number>(12).fill(100)

test('what is left after the pace of past years falls on December', () => {
  const [forecast] = forecastYearEnd({
    year: 2025,
    month: 10,
    wholeYears: new Set([2023, 2024]),
    // November was a tenth of what October had reached in 2023, and a fifth in 2024.
    months: [
      ...year(2023, [...new Array<number>(10).fill(100), 100, 50]),
      ...year(2024, [...new Array<number>(10).fill(100), 200, 100]),
      ...year(2025, new Array<number>(10).fill(60)),
    ],
    budgets: [{ unit, spending, cents: 2000 }],
  })
  // 2000 − 600 − 600 × (0.1, 0.15, 0.2)
  expect(forecast).toMatchObject({
    paid: 600,
    december: { low: 1280, middle: 1310, high: 1340 },
    // 600 × (0.05, 0.075, 0.1)
    usual: { low: 30, middle: 45, high: 60 },
    share: 0.655,
    basis: 'own',
    years: 2,
    isFarAboveUsual: true,
  })
  expect(forecast?.pastShares.map(({ share }) => share.toFixed(3))).toEqual(['0.043', '0.077'])
})

test('a unit with one past year borrows the pace of its class, and says so', () => {
  const others = ['甲', '乙', '丙', '丁', '戊'].flatMap((name) => year(2024, even, name))
  const input = {
    year: 2025,
    month: 6,
    wholeYears: new Set([2024]),
    budgets: [{ unit, spending, cents: 1200 }],
  }
  const months = [...year(2025, even.slice(0, 6)), ...others]
  expect(forecastYearEnd({ ...input, months })[0]).toMatchObject({
    basis: 'peers',
    years: 5,
    december: { low: 100, middle: 100, high: 100 },
    pastShares: [],
    usual: { low: 100, middle: 100, high: 100 },
    isFarAboveUsual: false,
  })
  expect(forecastYearEnd({ ...input, months: months.filter((row) => row.unit === unit) })[0]).toMatchObject({
    basis: 'none',
    december: null,
    share: null,
  })
})

test('years that are not whole, later years and refunds that outweigh payments teach nothing', () => {
  const forecast = forecastYearEnd({
    year: 2024,
    month: 9,
    wholeYears: new Set([2022, 2025]),
    months: [
      ...year(2022, [-500, ...even.slice(1)]),
      ...year(2023, even),
      ...year(2024, even),
      ...year(2025, even),
    ],
    budgets: [
      { unit, spending, cents: 1200 },
      { unit, spending: '人员', cents: 0 },
    ],
  })
  expect(forecast).toHaveLength(1)
  expect(forecast[0]).toMatchObject({ basis: 'none', december: null })
})

test('the interval is in order, never negative, and the order of the rows does not matter', () => {
  const rows = fc.array(
    fc.record({
      unit: fc.constantFrom('甲', '乙', '丙'),
      spending: fc.constantFrom('公用', '资本性'),
      year: fc.integer({ min: 2021, max: 2025 }),
      month: fc.integer({ min: 1, max: 12 }),
      cents: fc.integer({ min: -10_000, max: 100_000 }),
    }),
    { maxLength: 120 },
  )
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 11 }), (months, month) => {
      const budgets = ['甲', '乙', '丙'].map((name) => ({ unit: name, spending: '公用', cents: 500_000 }))
      const input = { year: 2025, month, wholeYears: new Set([2021, 2022, 2023, 2024]), budgets }
      const forecasts = forecastYearEnd({ ...input, months })
      for (const one of forecasts.flatMap(({ december, usual }) => [december, usual])) {
        if (one === null) continue
        expect(one.low).toBeGreaterThanOrEqual(0)
        expect(one.low).toBeLessThanOrEqual(one.middle)
        expect(one.middle).toBeLessThanOrEqual(one.high)
      }
      expect(forecastYearEnd({ ...input, months: months.toReversed() })).toEqual(forecasts)
    }),
  )
})
