import { useIntervalFn } from '@vueuse/core'
import { computed, onScopeDispose, shallowRef } from 'vue'
import type { ScreenSnapshot } from '#contract'
import { address, browserSpread } from '#ui'
import { createLastGoodStore } from './last-good.ts'
import { connect, type ConnectionState } from './live-connection.ts'
import { judgeFreshness } from './staleness.ts'

/**
 * The wall's data: the newest snapshot, or the last good one kept in this browser; how the connection stands; the
 * server's clock. Nothing here ever clears the snapshot.
 */
export function useWallData() {
  const store = createLastGoodStore(localStorage, 'huizhi.wall.snapshot.1', isSnapshot)
  const kept = store.read()
  const snapshot = shallowRef<ScreenSnapshot | null>(kept?.snapshot ?? null)
  const receivedAt = shallowRef<number | null>(kept?.receivedAt ?? null)
  const state = shallowRef<ConnectionState>('connecting')
  const clockOffset = shallowRef(0)
  const now = shallowRef(Date.now())

  useIntervalFn(() => (now.value = Date.now() + clockOffset.value), 1000)

  const stop = connect<ScreenSnapshot>(
    {
      fetchSnapshot,
      openEvents,
      setTimer: (run, ms) => {
        const timer = setTimeout(run, ms)
        return () => {
          clearTimeout(timer)
        }
      },
      spread: browserSpread,
    },
    {
      onSnapshot: (next) => {
        clockOffset.value = Date.parse(next.serverTime) - Date.now()
        now.value = Date.now() + clockOffset.value
        receivedAt.value = now.value
        if (next.sequence !== snapshot.value?.sequence || next.dataTime !== snapshot.value.dataTime) {
          snapshot.value = next
        }
        store.keep({ snapshot: next, receivedAt: now.value })
      },
      onState: (next) => (state.value = next),
    },
  )
  onScopeDispose(stop)

  const secondsSinceGood = computed(() =>
    receivedAt.value === null ? Infinity : Math.max(0, (now.value - receivedAt.value) / 1000),
  )
  const freshness = computed(() => judgeFreshness(secondsSinceGood.value))
  return { snapshot, state, now, receivedAt, freshness }
}

const answerWithinMs = 15_000

/** One snapshot; gives up after a while so that a hung server counts as one that is away. */
async function fetchSnapshot(signal: AbortSignal): Promise<ScreenSnapshot> {
  const request = new AbortController()
  const cancel = () => {
    request.abort()
  }
  // AbortSignal.any needs a newer browser than walls in the field run; unhooked below, for walls run for weeks.
  signal.addEventListener('abort', cancel)
  const timer = setTimeout(cancel, answerWithinMs)
  try {
    const response = await fetch(address('/screen/snapshot'), {
      headers: { accept: 'application/json' },
      signal: request.signal,
    })
    if (!response.ok) throw Object.assign(new Error('snapshot refused'), { status: response.status })
    const body: unknown = await response.json()
    if (!isSnapshot(body)) throw new Error('snapshot has another shape')
    return body
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', cancel)
  }
}

function openEvents(handlers: { onChange(): void; onOpen(): void; onError(): void }): { close(): void } {
  const source = new EventSource(address('/events'))
  source.addEventListener('publish', () => {
    handlers.onChange()
  })
  source.onopen = () => {
    handlers.onOpen()
  }
  source.onerror = () => {
    handlers.onError()
  }
  return source
}

/** The parts every panel relies on; a snapshot kept by another version of the wall lacks some and is dropped. */
function isSnapshot(value: unknown): value is ScreenSnapshot {
  if (typeof value !== 'object' || value === null) return false
  const parts = [
    'sequence',
    'serverTime',
    'metrics',
    'voicesTrend',
    'topTopics',
    'suggestions',
    'districts',
    'budget',
  ]
  return [...parts, 'findings', 'freshness'].every((part) => part in value)
}
