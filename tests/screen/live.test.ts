import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { connect, type ConnectionState } from '../../screen/live/live-connection.ts'
import { createLastGoodStore } from '../../screen/live/last-good.ts'

interface Page {
  n: number
}

function wall(answer: () => Promise<Page>) {
  const states: ConnectionState[] = []
  const pages: number[] = []
  const streams: { onChange(): void; onError(): void; closed: boolean }[] = []
  let fetches = 0
  const stop = connect<Page>(
    {
      fetchSnapshot: () => {
        fetches += 1
        return answer()
      },
      openEvents: (handlers) => {
        const stream = { ...handlers, closed: false }
        streams.push(stream)
        return { close: () => (stream.closed = true) }
      },
      setTimer: (run, ms) => {
        const timer = setTimeout(run, ms)
        return () => {
          clearTimeout(timer)
        }
      },
      spread: () => 0.5,
    },
    { onSnapshot: (page) => pages.push(page.n), onState: (state) => states.push(state) },
  )
  return { states, pages, streams, stop, fetches: () => fetches }
}

describe('connect', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  it('turns a burst of announcements into one fetch a second', async () => {
    let n = 0
    const it_ = wall(() => Promise.resolve({ n: (n += 1) }))
    await vi.advanceTimersByTimeAsync(0)
    for (let i = 0; i < 500; i += 1) it_.streams[0]?.onChange()
    await vi.advanceTimersByTimeAsync(1000)
    expect(it_.pages).toEqual([1, 2])
    it_.stop()
  })

  it('fetches again when something changed while a fetch was under way', async () => {
    const answers: ((page: Page) => void)[] = []
    const it_ = wall(() => new Promise((resolve) => answers.push(resolve)))
    answers[0]?.({ n: 1 })
    await vi.advanceTimersByTimeAsync(0)
    it_.streams[0]?.onChange()
    await vi.advanceTimersByTimeAsync(1000)
    it_.streams[0]?.onChange()
    answers[1]?.({ n: 2 })
    await vi.advanceTimersByTimeAsync(1000)
    expect(it_.fetches()).toBe(3)
    it_.stop()
  })

  it('says offline, keeps trying with growing waits, and comes back with a new stream', async () => {
    let up = true
    const it_ = wall(() => (up ? Promise.resolve({ n: 1 }) : Promise.reject(new Error('away'))))
    await vi.advanceTimersByTimeAsync(0)
    up = false
    it_.streams[0]?.onError()
    await vi.advanceTimersByTimeAsync(120_000)
    expect(it_.states.at(-1)).toBe('offline')
    expect(it_.fetches()).toBeGreaterThan(5)
    expect(it_.fetches()).toBeLessThan(15)
    expect(it_.streams[0]?.closed).toBe(true)
    up = true
    await vi.advanceTimersByTimeAsync(31_000)
    expect(it_.states.at(-1)).toBe('live')
    expect(it_.streams).toHaveLength(2)
    it_.stop()
  })

  it('asks for pairing when the server refuses the wall', async () => {
    const it_ = wall(() => Promise.reject(Object.assign(new Error('no'), { status: 401 })))
    await vi.advanceTimersByTimeAsync(0)
    expect(it_.states.at(-1)).toBe('unauthorised')
    it_.stop()
  })

  it('starts nothing after it was stopped', async () => {
    const it_ = wall(() => Promise.resolve({ n: 1 }))
    await vi.advanceTimersByTimeAsync(0)
    it_.stop()
    const before = it_.fetches()
    await vi.advanceTimersByTimeAsync(600_000)
    expect(it_.fetches()).toBe(before)
    expect(vi.getTimerCount()).toBe(0)
  })
})

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
