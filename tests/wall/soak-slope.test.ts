import { describe, expect, it } from 'vitest'
import { fitSlope, studentQuantile } from '../../bench/wall/slope.ts'

describe('fitSlope', () => {
  it('finds the line exactly where there is no noise', () => {
    const fit = fitSlope([0, 1, 2, 3, 4].map((x) => [x, 3 + 2 * x]))
    expect(fit.slope).toBeCloseTo(2, 10)
    expect(fit.isZeroPlausible).toBe(false)
  })

  it('does not take a swing for growth', () => {
    const fit = fitSlope([5, 4, 5, 4, 5, 4, 5, 4].map((y, x) => [x, y]))
    expect(fit.isZeroPlausible).toBe(true)
  })

  it('agrees with a worked example', () => {
    // x 1…5, y 2 4 5 4 5: slope 0.6, residual sum 2.4, so ±3.182 · √(0.8 / 10).
    const fit = fitSlope([2, 4, 5, 4, 5].map((y, index) => [index + 1, y]))
    expect(fit.slope).toBeCloseTo(0.6, 10)
    expect(fit.high - fit.slope).toBeCloseTo(3.182 * Math.sqrt(0.08), 1)
  })

  it('says nothing from three points', () => {
    expect(
      fitSlope([
        [0, 0],
        [1, 5],
        [2, 9],
      ]).isZeroPlausible,
    ).toBe(true)
  })

  it.each([
    [3, 3.182],
    [10, 2.228],
    [30, 2.042],
  ])('takes the tables’ quantile for %i degrees of freedom', (freedom, expected) => {
    expect(Math.abs(studentQuantile(freedom) / expected - 1)).toBeLessThan(0.01)
  })
})
