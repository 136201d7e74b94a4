import type { JobEvent, PublishEvent } from '../contract/index.ts'
import { ReplayBuffer } from './replay-buffer.ts'
import { formatEvent, formatOpening, heartbeat } from './sse-format.ts'

/** Where a stream's bytes go; a Node response in the server, an array in a test. */
export interface EventSink {
  write(chunk: string): boolean
  end(): void
  readonly writableLength: number
}

interface Client {
  readonly sink: EventSink
  readonly seesJobs: boolean
  /** Asked before each heartbeat: false ends the stream (signed out, expired). */
  readonly isWelcome: () => boolean
}

const retryMs = 3000
/** A client that stopped reading is let go rather than buffered for; it reconnects and is replayed to. */
const maxBacklogBytes = 1024 * 1024

/** Fans publishes and job changes out to all connected pages. One timer for all of them. */
export class EventHub {
  readonly #clients = new Set<Client>()
  readonly #buffer = new ReplayBuffer(256)
  readonly #current: () => { version: number; at: string }
  readonly #timer: NodeJS.Timeout

  constructor(current: () => { version: number; at: string }, heartbeatMs = 15_000) {
    this.#current = current
    this.#timer = setInterval(() => {
      this.#beat()
    }, heartbeatMs)
    this.#timer.unref()
  }

  get connected(): number {
    return this.#clients.size
  }

  /** Starts a stream; returns the function that ends it. `lastId` null = a first connection, nothing to replay. */
  connect(client: Client, lastId: number | null): () => void {
    client.sink.write(formatOpening(retryMs))
    if (lastId !== null) {
      for (const event of this.#buffer.since(lastId, this.#current())) client.sink.write(publishText(event))
    }
    this.#clients.add(client)
    return () => this.#clients.delete(client)
  }

  publish(event: PublishEvent): void {
    this.#buffer.push(event)
    for (const client of this.#clients) this.#send(client, publishText(event))
  }

  job(event: JobEvent): void {
    const text = formatEvent({ type: 'job', data: event })
    for (const client of this.#clients) if (client.seesJobs) this.#send(client, text)
  }

  /** Ends every stream; the pages reconnect when the server is back. */
  close(): void {
    clearInterval(this.#timer)
    for (const client of this.#clients) client.sink.end()
    this.#clients.clear()
  }

  #beat(): void {
    for (const client of this.#clients) {
      if (client.isWelcome()) this.#send(client, heartbeat)
      else this.#drop(client)
    }
  }

  #send(client: Client, text: string): void {
    if (client.sink.writableLength > maxBacklogBytes) this.#drop(client)
    else client.sink.write(text)
  }

  #drop(client: Client): void {
    this.#clients.delete(client)
    client.sink.end()
  }
}

function publishText(event: PublishEvent): string {
  return formatEvent({ id: event.version, type: 'publish', data: event })
}
