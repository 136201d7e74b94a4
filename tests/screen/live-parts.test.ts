import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createFlush } from '../../screen/live/flush.ts'
import { ServerClock } from '../../screen/live/server-clock.ts'

describe('createFlush', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  it('sends the first at once and of a burst the last, at most one a second', async () => {
    const sent: number[] = []
    const flush = createFlush<number>((n) => sent.push(n))
    for (let n = 0; n < 50; n += 1) flush.push(n)
    expect(sent).toEqual([0])
    await vi.advanceTimersByTimeAsync(1000)
    expect(sent).toEqual([0, 49])
    await vi.advanceTimersByTimeAsync(5000)
    flush.push(50)
    expect(sent).toEqual([0, 49, 50])
  })

  it('starts nothing after it was stopped', async () => {
    const sent: number[] = []
    const flush = createFlush<number>((n) => sent.push(n))
    flush.push(1)
    flush.push(2)
    flush.stop()
    await vi.advanceTimersByTimeAsync(5000)
    expect(sent).toEqual([1])
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('ServerClock', () => {
  it('takes the largest difference: cut seconds and slow ways only make it smaller', () => {
    const clock = new ServerClock()
    const at = Date.parse('2026-03-02T01:00:00Z')
    // The server is 5 s ahead; instants are cut by 0–999 ms and arrive 20–300 ms late.
    clock.hear('2026-03-02T01:00:05Z', at + 920)
    clock.hear('2026-03-02T01:00:20Z', at + 15_030)
    clock.hear('2026-03-02T01:00:35Z', at + 30_600)
    expect(clock.offset).toBe(4970)
  })

  it('starts anew when a clock was set', () => {
    const clock = new ServerClock()
    clock.hear('2026-03-02T01:00:05Z', Date.parse('2026-03-02T01:00:00Z'))
    clock.hear('2026-03-02T01:00:20Z', Date.parse('2026-03-02T01:01:20Z'))
    expect(clock.offset).toBe(-60_000)
  })
})
