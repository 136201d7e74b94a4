import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import { backOff, browserSpread } from './back-off.ts'

export type StreamState = 'connecting' | 'open' | 'waiting'

export interface EventStreamOptions {
  /** Called with the parsed JSON of each event, by event name. */
  readonly on: Readonly<Record<string, (data: unknown) => void>>
  /** For tests. */
  readonly spread?: () => number
}

/**
 * Listens to server-sent events. The browser reconnects by itself (with Last-Event-ID) while the server answers;
 * when it gives up, this reconnects with back-off from 1 to 30 s. Closed with the scope.
 */
export function useEventStream(
  address: string,
  options: EventStreamOptions,
): { state: Readonly<ShallowRef<StreamState>> } {
  const state = shallowRef<StreamState>('connecting')
  const spread = options.spread ?? browserSpread
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0

  function connect(): void {
    state.value = 'connecting'
    const opened = (source = new EventSource(address))
    opened.onopen = () => {
      failures = 0
      state.value = 'open'
    }
    opened.onerror = () => {
      state.value = 'waiting'
      if (opened.readyState !== EventSource.CLOSED) return
      timer = setTimeout(connect, backOff(failures, spread()))
      failures += 1
    }
    for (const [name, handle] of Object.entries(options.on)) {
      opened.addEventListener(name, (event: MessageEvent<string>) => {
        handle(JSON.parse(event.data))
      })
    }
  }

  onScopeDispose(() => {
    clearTimeout(timer)
    source?.close()
  })
  connect()
  return { state }
}
