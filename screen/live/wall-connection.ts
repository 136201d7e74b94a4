import type { WallHeartbeat, WallPatch, WallSnapshot } from '#contract'
import { openEventStream, ProblemError, type StreamState } from '#ui'
import {
  loseTouch,
  needsSnapshot,
  startWall,
  takeAnswer,
  takeHeartbeat,
  takePatch,
  takeSnapshot,
} from './wall-state.ts'
import type { LiveWall } from './wall-state.ts'

/** live: pushed; polling: the stream is refused but answers come; unauthorised: the server no longer knows this wall. */
export type ConnectionState = 'connecting' | 'live' | 'polling' | 'offline' | 'unauthorised'

export interface ConnectionOptions {
  readonly kept: WallSnapshot | null
  readonly eventsAddress: (after: string | null) => string
  /** Rejects with a ProblemError when the server is away or refuses. */
  readonly fetchSnapshot: (signal: AbortSignal) => Promise<WallSnapshot>
  readonly onSnapshot: (snapshot: WallSnapshot) => void
  readonly onState: (state: ConnectionState) => void
  /** Called with the server's clock whenever it was heard. */
  readonly onServerTime: (instant: string) => void
}

/**
 * Keeps a wall current: the stream brings a snapshot and then patches in order; a gap is filled by asking for a
 * snapshot; each time the stream is lost one is asked for too, which is at once the test whether the server is away
 * and, where streams are refused, the poll that stands in for them (every 30 s).
 * @returns a function that ends everything it started
 */
export function connectWall(options: ConnectionOptions): () => void {
  let wall = startWall(options.kept)
  let asked: AbortController | null = null

  function take(next: LiveWall): void {
    const { snapshot } = next
    const isNew = snapshot !== wall.snapshot
    wall = next
    if (isNew && snapshot !== null) options.onSnapshot(snapshot)
  }

  function ask(): void {
    asked?.abort()
    const own = (asked = new AbortController())
    options.fetchSnapshot(own.signal).then(
      (snapshot) => {
        if (own.signal.aborted) return
        asked = null
        if (wall.reached === null) options.onState('polling')
        options.onServerTime(snapshot.serverTime)
        take(takeAnswer(wall, snapshot))
      },
      (error: unknown) => {
        if (own.signal.aborted) return
        asked = null
        if (wall.reached === null) options.onState(isRefusal(error) ? 'unauthorised' : 'offline')
      },
    )
  }

  const receive: Readonly<Record<string, (data: unknown) => void>> = {
    snapshot: (data) => {
      take(takeSnapshot(wall, data as WallSnapshot))
    },
    patch: (data) => {
      take(takePatch(wall, data as WallPatch))
    },
    heartbeat: (data) => {
      take(takeHeartbeat(wall, data as WallHeartbeat))
    },
  }

  const stop = openEventStream({
    address: options.eventsAddress,
    events: Object.keys(receive),
    onEvent: (name, data) => {
      receive[name]?.(data)
      options.onServerTime((data as WallHeartbeat).serverTime)
      if (needsSnapshot(wall) && asked === null) ask()
    },
    onState: (state: StreamState) => {
      if (state === 'open') options.onState('live')
      if (state !== 'waiting') return
      wall = loseTouch(wall)
      ask()
    },
  })
  options.onState('connecting')
  return () => {
    stop()
    asked?.abort()
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof ProblemError && (error.status === 401 || error.status === 403)
}
