import { backOff } from '#ui'
import { pollSeconds } from './staleness.ts'

export type ConnectionState = 'connecting' | 'live' | 'offline' | 'unauthorised'

/** The outside world of a connection, handed in so that tests drive it with their own clock and server. */
export interface ConnectionEffects<Snapshot> {
  /** Fetches the whole snapshot. Rejects when the server is away; `status` 401/403 means the wall must pair again. */
  fetchSnapshot(signal: AbortSignal): Promise<Snapshot>
  openEvents(handlers: { onChange(): void; onOpen(): void; onError(): void }): { close(): void }
  setTimer(run: () => void, ms: number): () => void
  /** A number in [0, 1) that differs from wall to wall. */
  spread(): number
}

export interface ConnectionHandlers<Snapshot> {
  onSnapshot(snapshot: Snapshot): void
  onState(state: ConnectionState): void
}

/** Smallest time between two fetches: however many changes are announced, the wall is redrawn at most once a second. */
const flushMs = 1000

/**
 * Keeps a wall current: the event stream announces changes, each burst of announcements costs one fetch, and a slow
 * poll covers streams that die silently. After a failure it retries with back-off and never gives up.
 * @returns a function that ends everything it started
 */
export function connect<Snapshot>(
  effects: ConnectionEffects<Snapshot>,
  handlers: ConnectionHandlers<Snapshot>,
): () => void {
  const abort = new AbortController()
  let failures = 0
  let cancelTimer: () => void = () => undefined
  let fetching = false
  let changedMeanwhile = false
  let events: { close(): void } | null = null

  const schedule = (ms: number): void => {
    cancelTimer()
    if (!abort.signal.aborted) cancelTimer = effects.setTimer(refresh, ms)
  }

  function refresh(): void {
    if (fetching || abort.signal.aborted) {
      changedMeanwhile = true
      return
    }
    fetching = true
    changedMeanwhile = false
    effects.fetchSnapshot(abort.signal).then(succeeded, failed)
  }

  function succeeded(snapshot: Snapshot): void {
    fetching = false
    if (abort.signal.aborted) return
    failures = 0
    handlers.onSnapshot(snapshot)
    handlers.onState('live')
    events ??= listen()
    schedule(changedMeanwhile ? flushMs : pollSeconds * 1000)
  }

  function failed(error: unknown): void {
    fetching = false
    if (abort.signal.aborted) return
    handlers.onState(isUnauthorised(error) ? 'unauthorised' : 'offline')
    // A stream opened before the outage may be half-open; a new one comes with the next good answer.
    events?.close()
    events = null
    schedule(backOff(failures, effects.spread()))
    failures += 1
  }

  function listen(): { close(): void } {
    return effects.openEvents({
      onOpen: () => undefined,
      onChange: () => {
        if (fetching) changedMeanwhile = true
        else schedule(flushMs)
      },
      onError: () => {
        schedule(backOff(0, effects.spread()))
      },
    })
  }

  handlers.onState('connecting')
  refresh()
  return () => {
    abort.abort()
    cancelTimer()
    events?.close()
  }
}

function isUnauthorised(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'status' in error &&
    (error.status === 401 || error.status === 403)
  )
}
