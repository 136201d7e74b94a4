import { describe, expect, it } from 'vitest'
import type { Placement, Scene } from '#contract'
import { freePlace, isSameLayout, ownLayout, withLayout } from '../../dashboard/components/scene-layout.ts'

const at = (panel: string, column: number, row: number, columns: number, rows: number): Placement => ({
  panel,
  column,
  row,
  columns,
  rows,
})
const scene: Scene = {
  id: 'made',
  name: '样例',
  question: '',
  panels: [],
  layouts: [],
  notes: null,
  version: 1,
}

describe('a layout made by hand', () => {
  it('is of one shape and one distance, and goes without a trace', () => {
    const near = { template: '16:9', viewing: 'near' } as const
    const hall = { template: '16:9', viewing: 'hall' } as const
    const made = withLayout(withLayout(scene, near, [at('a', 0, 0, 4, 2)]), hall, [])
    expect(ownLayout(made, near)).toEqual([at('a', 0, 0, 4, 2)])
    expect(ownLayout(made, hall)).toEqual([])
    expect(withLayout(withLayout(made, hall, null), near, null)).toEqual(scene)
  })

  it('is the same in whatever order its panels come', () => {
    const two = [at('a', 0, 0, 1, 1), at('b', 1, 0, 1, 1)]
    expect(isSameLayout(two, two.toReversed())).toBe(true)
    expect(isSameLayout(two, [at('a', 0, 0, 1, 1), at('b', 1, 0, 1, 2)])).toBe(false)
  })

  it('takes another panel where there is room for it, or nowhere', () => {
    const grid = { columns: 4, rows: 3 }
    expect(freePlace('b', { columns: 2, rows: 2 }, [at('a', 0, 0, 3, 1)], grid)).toEqual(at('b', 0, 1, 2, 2))
    expect(freePlace('b', { columns: 2, rows: 3 }, [at('a', 0, 0, 3, 1)], grid)).toBeNull()
  })
})
