import { useEventListener, useIntervalFn } from '@vueuse/core'
import { computed, onScopeDispose, shallowRef } from 'vue'
import type { StageState, WallSnapshot } from '#contract'
import { address, request } from '#ui'
import { createFlush } from './flush.ts'
import { createLastGoodStore } from './last-good.ts'
import { keptKey } from './last-resort.ts'
import { ServerClock } from './server-clock.ts'
import { judgeFreshness } from './staleness.ts'
import { connectWall, type ConnectionState } from './wall-connection.ts'

const keepEveryMs = 10_000
const answerWithinMs = 15_000

/**
 * The wall's data: the newest snapshot, or the last good one kept in this browser; the stage; how the connection
 * stands; the server's clock. Nothing here ever clears the snapshot, and parts that did not change stay the same
 * objects from flush to flush.
 */
export function useWall() {
  const store = createLastGoodStore(localStorage, keptKey, isSnapshot)
  const kept = store.read()
  const snapshot = shallowRef<WallSnapshot | null>(kept?.snapshot ?? null)
  /** When the server was last heard, by its clock. */
  const receivedAt = shallowRef<number | null>(kept?.receivedAt ?? null)
  const connection = shallowRef<ConnectionState>('connecting')
  const clock = new ServerClock()
  const now = shallowRef(Date.now())

  useIntervalFn(() => (now.value = Date.now() + clock.offset), 1000)

  const flush = createFlush<WallSnapshot>((next) => (snapshot.value = next))
  const keep = createFlush<WallSnapshot>((next) => {
    store.keep({ snapshot: next, receivedAt: receivedAt.value ?? now.value })
  }, keepEveryMs)
  const stop = connectWall({
    kept: snapshot.value,
    eventsAddress: (after) => address('/wall/events', { after }),
    fetchSnapshot,
    onSnapshot: (next) => {
      flush.push(next)
      keep.push(next)
    },
    onState: (next) => (connection.value = next),
    onServerTime: (instant) => {
      clock.hear(instant, Date.now())
      now.value = receivedAt.value = Date.now() + clock.offset
    },
  })
  useEventListener(globalThis, 'pagehide', () => {
    if (snapshot.value !== null && receivedAt.value !== null) {
      store.keep({ snapshot: snapshot.value, receivedAt: receivedAt.value })
    }
  })
  onScopeDispose(() => {
    stop()
    flush.stop()
    keep.stop()
  })

  const stage = computed(() =>
    snapshot.value === null ? null : expireStage(snapshot.value.stage, now.value),
  )
  const freshness = computed(() =>
    judgeFreshness(receivedAt.value === null ? Infinity : (now.value - receivedAt.value) / 1000),
  )
  return { snapshot, stage, connection, now, receivedAt, freshness }
}

/** What has a time to close closes by itself, also while the server is away. */
function expireStage(stage: StageState, now: number): StageState {
  const isPast = (timed: { until: string } | null): boolean =>
    timed !== null && Date.parse(timed.until) <= now
  if (!isPast(stage.drill) && !isPast(stage.toast)) return stage
  return {
    ...stage,
    drill: isPast(stage.drill) ? null : stage.drill,
    toast: isPast(stage.toast) ? null : stage.toast,
  }
}

/** One snapshot; gives up after a while so that a hung server counts as one that is away. */
async function fetchSnapshot(signal: AbortSignal): Promise<WallSnapshot> {
  const own = new AbortController()
  const cancel = () => {
    own.abort()
  }
  // AbortSignal.any needs a newer browser than walls in the field run; unhooked below, for walls run for weeks.
  signal.addEventListener('abort', cancel)
  const timer = setTimeout(cancel, answerWithinMs)
  try {
    return await request<WallSnapshot>('/wall/snapshot', { signal: own.signal })
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', cancel)
  }
}

/** The parts all scenes rely on; what another version of the wall kept may lack some and is dropped. */
function isSnapshot(value: unknown): value is WallSnapshot {
  if (typeof value !== 'object' || value === null) return false
  return ['sequence', 'serverTime', 'wall', 'stage', 'scenes', 'panels'].every((part) => part in value)
}
