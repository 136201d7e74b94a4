import { formatEvent, formatOpening } from './sse-format.ts'

/** Where a stream's bytes go; a Node response in the server, an array in a test. */
export interface EventSink {
  write(chunk: string): boolean
  end(): void
  readonly writableLength: number
}

const retryMs = 3000
/** A client that stopped reading is let go rather than buffered for; it reconnects and is brought up to date. */
const maxBacklogBytes = 1024 * 1024

/** One server-sent event stream to one browser. */
export class SseClient {
  readonly #sink: EventSink

  constructor(sink: EventSink) {
    this.#sink = sink
    sink.write(formatOpening(retryMs))
  }

  /** Sends one event; false when the browser has stopped reading and the stream was ended instead. */
  send(event: { id?: number; type: string; data: unknown }): boolean {
    if (this.#sink.writableLength > maxBacklogBytes) {
      this.end()
      return false
    }
    this.#sink.write(formatEvent(event))
    return true
  }

  end(): void {
    this.#sink.end()
  }
}
