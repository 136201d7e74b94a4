import { describe, expect, it } from 'vitest'
import { createLastGoodStore } from '../../screen/live/last-good.ts'

interface Page {
  n: number
}

describe('createLastGoodStore', () => {
  const isPage = (value: unknown): value is Page =>
    typeof value === 'object' && value !== null && 'n' in value

  it('gives back what was kept', () => {
    const store = createLastGoodStore(localStorage, 'wall', isPage)
    store.keep({ snapshot: { n: 7 }, receivedAt: 123 })
    expect(store.read()).toEqual({ snapshot: { n: 7 }, receivedAt: 123 })
  })

  it.each(['', '{', '{"snapshot":{"m":1},"receivedAt":1}', '{"snapshot":{"n":1}}', 'null'])(
    'reads a damaged or foreign entry %j as nothing kept',
    (entry) => {
      localStorage.setItem('wall', entry)
      expect(createLastGoodStore(localStorage, 'wall', isPage).read()).toBeNull()
    },
  )
})
