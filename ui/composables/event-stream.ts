import { backOff, browserSpread } from './back-off.ts'

export type StreamState = 'connecting' | 'open' | 'waiting'

export interface EventStreamOptions {
  /** Where to listen; `after` is the id of the last event that came, to be sent what was missed. */
  readonly address: (after: string | null) => string
  /** Names of the events to listen to. */
  readonly events: readonly string[]
  readonly onEvent: (name: string, data: unknown) => void
  readonly onState: (state: StreamState) => void
  /** For tests. */
  readonly spread?: () => number
  readonly silenceMs?: number
}

/** The server's heart beats every 15 s; after three missed beats the stream is dead, whatever the browser thinks. */
const deadAfterMs = 45_000

/**
 * Listens to server-sent events for as long as the page lives: a stream that breaks, is refused or falls silent is
 * closed and opened again with back-off from 1 to 30 s, asking for what was missed. `open` means that events come, not
 * only that a connection stands: a proxy that holds events back never gets that far.
 * @returns a function that ends it
 */
export function openEventStream(options: EventStreamOptions): () => void {
  const { spread = browserSpread, silenceMs = deadAfterMs } = options
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let after: string | null = null

  function wait(ms: number, then: () => void): void {
    clearTimeout(timer)
    timer = setTimeout(then, ms)
  }

  function connect(): void {
    options.onState('connecting')
    const opened = (source = new EventSource(options.address(after)))
    opened.onerror = lose
    for (const name of new Set([...options.events, 'heartbeat'])) {
      opened.addEventListener(name, (event: MessageEvent<string>) => {
        receive(name, event)
      })
    }
    wait(silenceMs, lose)
  }

  function receive(name: string, event: MessageEvent<string>): void {
    wait(silenceMs, lose)
    failures = 0
    if (event.lastEventId !== '') after = event.lastEventId
    options.onState('open')
    if (options.events.includes(name)) options.onEvent(name, JSON.parse(event.data))
  }

  function lose(): void {
    source?.close()
    options.onState('waiting')
    wait(backOff(failures, spread()), connect)
    failures += 1
  }

  connect()
  return () => {
    clearTimeout(timer)
    source?.close()
  }
}
