import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bandFromEarlier, countBand } from '../../../analysis/stats/count-band.ts'
import { median, robustZ } from '../../../analysis/stats/robust-scale.ts'

describe('countBand', () => {
  it('comes close to the exact Poisson band', () => {
    // Exact central 95% of Poisson(9): 4 to 15.
    const band = countBand(9)
    expect(band.low).toBeGreaterThan(3)
    expect(band.low).toBeLessThan(5)
    expect(band.high).toBeGreaterThan(15)
    expect(band.high).toBeLessThan(17)
  })

  it('holds its mean and widens with dispersion', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        fc.double({ min: 1, max: 9, noNaN: true }),
        (mean, more) => {
          const narrow = countBand(mean)
          const wide = countBand(mean, more)
          expect(narrow.low).toBeLessThanOrEqual(mean)
          expect(narrow.high).toBeGreaterThanOrEqual(mean)
          expect(wide.high).toBeGreaterThanOrEqual(narrow.high)
          expect(wide.low).toBeLessThanOrEqual(narrow.low)
        },
      ),
    )
  })

  it('has nothing to say without earlier windows', () => {
    expect(bandFromEarlier([])).toBeNull()
    expect(bandFromEarlier([2, 4])?.expected).toBe(3)
  })
})

describe('robustZ', () => {
  it('is not moved by one outlier', () => {
    const values = [1, 2, 2, 3, 3, 3, 4, 2097]
    expect(median(values)).toBe(3)
    expect(robustZ(2097, values)).toBeGreaterThan(100)
    expect(robustZ(3, [3, 3, 3])).toBe(0)
  })
})
