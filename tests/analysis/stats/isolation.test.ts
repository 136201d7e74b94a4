import { describe, expect, it } from 'vitest'
import { isolationScores } from '../../../analysis/stats/isolation.ts'

/** Points on a small grid around the middle. */
const crowd = Array.from({ length: 300 }, (_, index) => [
  (index % 20) / 100,
  Math.floor(index / 20) / 100,
  0.5,
])

describe('isolation scores', () => {
  it('are the same in every run', () => {
    expect(isolationScores(crowd)).toEqual(isolationScores(crowd))
  })

  it('set apart a row that is strange in two features at once, and no other', () => {
    const scores = isolationScores([...crowd, [0.9, 0.95, 0.5]])
    const strange = scores.at(-1) ?? 0
    expect(strange).toBeGreaterThan(0.65)
    expect(Math.max(...scores.slice(0, -1))).toBeLessThan(strange - 0.1)
  })

  it('find nobody among equals, and have nothing to say of one row or none', () => {
    const same = isolationScores(Array.from({ length: 50 }, () => [1, 2, 3]))
    expect(new Set(same).size).toBe(1)
    expect(isolationScores([[1, 2]])).toEqual([0])
    expect(isolationScores([])).toEqual([])
  })
})
