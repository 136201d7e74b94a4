import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import { openEventStream, type StreamState } from './event-stream.ts'

export interface UseEventStreamOptions {
  /** Called with the parsed JSON of each event, by event name. */
  readonly on: Readonly<Record<string, (data: unknown) => void>>
  /** For tests. */
  readonly spread?: () => number
}

/** Listens to server-sent events, by `openEventStream`'s rules, until the scope ends. */
export function useEventStream(
  address: string,
  { on, spread }: UseEventStreamOptions,
): { state: Readonly<ShallowRef<StreamState>> } {
  const state = shallowRef<StreamState>('connecting')
  const stop = openEventStream({
    address: (after) => (after === null ? address : `${address}?after=${encodeURIComponent(after)}`),
    events: Object.keys(on),
    onEvent: (name, data) => on[name]?.(data),
    onState: (next) => (state.value = next),
    ...(spread === undefined ? {} : { spread }),
  })
  onScopeDispose(stop)
  return { state }
}
