import { describe, expect, it } from 'vitest'
import { trustedRows } from '../../../analysis/classify/contradicted.ts'

const scaling = { temperature: 1, offsets: [] }
const example = { text: { body: '路灯' }, label: '甲' }
/** A score vector of two classes that gives the own class (0) almost everything or almost nothing. */
const scored = (isSure: boolean) => ({ scores: Float64Array.from(isSure ? [9, 0] : [0, 9]), target: 0 })

describe('trustedRows', () => {
  it('leaves out the contradicted, but never more than two in a hundred of a class', () => {
    const rows = Array.from({ length: 100 }, (_, row) => scored(row >= 10))
    const kept = trustedRows(
      rows,
      rows.map(() => example),
      scaling,
    )
    expect(kept).toHaveLength(98)
    expect(kept.slice(0, 2)).toEqual([2, 3])
  })

  it('keeps what a person decided, and every example of a small class', () => {
    const rows = Array.from({ length: 100 }, (_, row) => scored(row !== 5))
    const decided = rows.map((_, row) => ({ ...example, isDecided: row === 5 }))
    expect(trustedRows(rows, decided, scaling)).toHaveLength(100)
    const few = rows.slice(0, 20)
    expect(
      trustedRows(
        few,
        few.map(() => example),
        scaling,
      ),
    ).toHaveLength(20)
  })
})
