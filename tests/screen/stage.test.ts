import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { driftAt, fitStage } from '../../screen/stage/stage-scale.ts'
import { judgeFreshness } from '../../screen/live/staleness.ts'

describe('fitStage', () => {
  it('lays 1080p out one to one and doubles it at 4K', () => {
    expect(fitStage(1920, 1080, 1)).toMatchObject({ width: 1920, scale: 1, chartPixelRatio: 1 })
    expect(fitStage(3840, 2160, 1)).toMatchObject({ width: 1920, scale: 2, chartPixelRatio: 2 })
  })

  it('gives an ultra-wide wall more columns, not wider letters', () => {
    expect(fitStage(7680, 2160, 1)).toMatchObject({ width: 3840, height: 1080, scale: 2 })
  })

  it('lays a standing wall out at its own height', () => {
    expect(fitStage(2160, 3840, 1)).toMatchObject({ width: 1080, height: 1920, scale: 2 })
  })

  it('never overflows the window and never distorts', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 300, max: 12_000 }),
        fc.integer({ min: 300, max: 5000 }),
        (width, height) => {
          const fit = fitStage(width, height, 1)
          expect(fit.width * fit.scale).toBeLessThanOrEqual(width + 1)
          expect(fit.height * fit.scale).toBeLessThanOrEqual(height + 1)
          expect(fit.offsetX).toBeGreaterThanOrEqual(-1)
        },
      ),
    )
  })
})

describe('driftAt', () => {
  it('moves at most four pixels and comes back to the start', () => {
    const places = Array.from({ length: 9 }, (_, step) => driftAt(step * 300_000))
    expect(places[8]).toEqual(places[0])
    for (const { x, y } of places) expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(4)
    expect(new Set(places.map(({ x, y }) => `${x},${y}`)).size).toBe(8)
  })
})

describe('staleness', () => {
  it('turns late at a minute and stale at five', () => {
    expect([0, 59, 60, 299, 300].map(judgeFreshness)).toEqual(['fresh', 'fresh', 'late', 'late', 'stale'])
  })
})
