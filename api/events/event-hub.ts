import type { JobEvent, PublishEvent } from '../contract/index.ts'
import { ReplayBuffer } from './replay-buffer.ts'
import { SseClient, type EventSink } from './sse-client.ts'

interface Client {
  readonly sink: EventSink
  readonly seesJobs: boolean
  /** Asked before each heartbeat: false ends the stream (signed out, expired). */
  readonly isWelcome: () => boolean
}

interface Listener extends Omit<Client, 'sink'> {
  readonly stream: SseClient
}

/** Fans publishes and job changes out to all connected pages. One timer for all of them. */
export class EventHub {
  readonly #listeners = new Set<Listener>()
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
    return this.#listeners.size
  }

  /**
   * Starts a stream, with a first heartbeat: the page knows at once that events come. Returns the function that ends
   * it. `lastId` null = a first connection, nothing to replay.
   */
  connect({ sink, ...client }: Client, lastId: number | null): () => void {
    const listener = { ...client, stream: new SseClient(sink) }
    if (lastId !== null) {
      for (const event of this.#buffer.since(lastId, this.#current()))
        listener.stream.send(publishEvent(event))
    }
    listener.stream.send(heartbeat)
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  publish(event: PublishEvent): void {
    this.#buffer.push(event)
    for (const listener of this.#listeners) this.#send(listener, publishEvent(event))
  }

  job(event: JobEvent): void {
    for (const listener of this.#listeners) {
      if (listener.seesJobs) this.#send(listener, { type: 'job', data: event })
    }
  }

  /** Ends every stream; the pages reconnect when the server is back. */
  close(): void {
    clearInterval(this.#timer)
    for (const { stream } of this.#listeners) stream.end()
    this.#listeners.clear()
  }

  #beat(): void {
    for (const listener of this.#listeners) {
      if (listener.isWelcome()) this.#send(listener, heartbeat)
      else this.#drop(listener)
    }
  }

  #send(listener: Listener, event: { id?: number; type: string; data: unknown }): void {
    if (!listener.stream.send(event)) this.#listeners.delete(listener)
  }

  #drop(listener: Listener): void {
    this.#listeners.delete(listener)
    listener.stream.end()
  }
}

const heartbeat = { type: 'heartbeat', data: {} }

function publishEvent(event: PublishEvent): { id: number; type: string; data: PublishEvent } {
  return { id: event.version, type: 'publish', data: event }
}
