import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, type EffectScope } from 'vue'
import { backOff, useEventStream, useResource } from '#ui'

let scope: EffectScope

function hide(hidden: boolean): void {
  Object.defineProperty(document, 'visibilityState', {
    value: hidden ? 'hidden' : 'visible',
    configurable: true,
  })
  document.dispatchEvent(new Event('visibilitychange'))
}

function inScope<T>(work: () => T): T {
  const result = scope.run(work)
  if (result === undefined) throw new Error('scope is closed')
  return result
}

beforeEach(() => {
  vi.useFakeTimers()
  scope = effectScope()
})

afterEach(() => {
  scope.stop()
  hide(false)
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('backOff', () => {
  it('doubles from one second to thirty, within a fifth either way', () => {
    expect([0, 1, 2, 10].map((failures) => backOff(failures, 0.5))).toEqual([1000, 2000, 4000, 30_000])
    expect(backOff(0, 0)).toBe(800)
    expect(backOff(20, 0.999)).toBeLessThanOrEqual(36_000)
  })
})

describe('useResource', () => {
  it('polls, and stops with its scope', async () => {
    const load = vi.fn(async () => 1)
    inScope(() => useResource(load, { interval: 1000 }))
    await vi.advanceTimersByTimeAsync(2500)
    expect(load).toHaveBeenCalledTimes(3)
    scope.stop()
    await vi.advanceTimersByTimeAsync(5000)
    expect(load).toHaveBeenCalledTimes(3)
  })

  it('aborts a running load when a newer one starts and when the scope ends', async () => {
    const signals: AbortSignal[] = []
    const resource = inScope(() =>
      useResource((signal) => {
        signals.push(signal)
        return new Promise<number>(() => undefined)
      }),
    )
    resource.refresh()
    expect(signals.map((signal) => signal.aborted)).toEqual([true, false])
    scope.stop()
    expect(signals[1]?.aborted).toBe(true)
  })

  it('keeps the last good data through failures and backs off', async () => {
    let broken = false
    const load = vi.fn(async () => {
      if (broken) throw new Error('down')
      return 'good'
    })
    const resource = inScope(() => useResource(load, { interval: 1000, spread: () => 0.5 }))
    await vi.advanceTimersByTimeAsync(0)
    broken = true
    await vi.advanceTimersByTimeAsync(1000)
    expect(resource.data.value).toBe('good')
    expect(resource.error.value).toBeInstanceOf(Error)
    await vi.advanceTimersByTimeAsync(1000 + 2000 - 1)
    expect(load).toHaveBeenCalledTimes(3)
    broken = false
    await vi.advanceTimersByTimeAsync(1)
    expect(load).toHaveBeenCalledTimes(4)
    expect(resource.error.value).toBeNull()
  })

  it('waits while the page is hidden and catches up when it is shown', async () => {
    const load = vi.fn(async () => 1)
    inScope(() => useResource(load, { interval: 1000 }))
    await vi.advanceTimersByTimeAsync(0)
    hide(true)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(load).toHaveBeenCalledTimes(1)
    hide(false)
    await vi.advanceTimersByTimeAsync(0)
    expect(load).toHaveBeenCalledTimes(2)
  })
})

describe('useEventStream', () => {
  class FakeSource extends EventTarget {
    static readonly CLOSED = 2
    static readonly made: FakeSource[] = []
    readonly address: string
    readyState = 0
    onopen: (() => void) | null = null
    onerror: (() => void) | null = null

    constructor(address: string) {
      super()
      this.address = address
      FakeSource.made.push(this)
    }

    close(): void {
      this.readyState = FakeSource.CLOSED
    }

    fail(): void {
      this.close()
      this.onerror?.()
    }
  }

  beforeEach(() => {
    FakeSource.made.length = 0
    vi.stubGlobal('EventSource', FakeSource)
  })

  it('hands over parsed events and closes with its scope', () => {
    const publish = vi.fn()
    inScope(() => useEventStream('/events', { on: { publish } }))
    FakeSource.made[0]?.dispatchEvent(new MessageEvent('publish', { data: '{"version":3}' }))
    expect(publish).toHaveBeenCalledWith({ version: 3 })
    scope.stop()
    expect(FakeSource.made[0]?.readyState).toBe(FakeSource.CLOSED)
  })

  it('opens anew with back-off and asks for what it missed', async () => {
    const { state } = inScope(() => useEventStream('/events', { on: {}, spread: () => 0.5 }))
    FakeSource.made[0]?.dispatchEvent(new MessageEvent('heartbeat', { data: '{}', lastEventId: '7' }))
    expect(state.value).toBe('open')
    FakeSource.made[0]?.fail()
    expect(state.value).toBe('waiting')
    await vi.advanceTimersByTimeAsync(1000)
    expect(FakeSource.made[1]?.address).toBe('/events?after=7')
    FakeSource.made[1]?.fail()
    await vi.advanceTimersByTimeAsync(1999)
    expect(FakeSource.made).toHaveLength(2)
    scope.stop()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(FakeSource.made).toHaveLength(2)
  })

  it('takes a stream without a heartbeat for dead', async () => {
    const { state } = inScope(() => useEventStream('/events', { on: {}, spread: () => 0.5 }))
    for (let beat = 0; beat < 4; beat += 1) {
      FakeSource.made[0]?.dispatchEvent(new MessageEvent('heartbeat', { data: '{}' }))
      await vi.advanceTimersByTimeAsync(15_000)
    }
    expect(state.value).toBe('open')
    await vi.advanceTimersByTimeAsync(30_000)
    expect(state.value).toBe('waiting')
    expect(FakeSource.made[0]?.readyState).toBe(FakeSource.CLOSED)
  })
})
