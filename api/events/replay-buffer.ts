import type { PublishEvent } from '../contract/index.ts'

/** Remembers the last publishes, so that a client that was away gets what it missed. */
export class ReplayBuffer {
  readonly #capacity: number
  #events: PublishEvent[] = []

  constructor(capacity: number) {
    this.#capacity = capacity
  }

  push(event: PublishEvent): void {
    this.#events.push(event)
    if (this.#events.length > this.#capacity) this.#events = this.#events.slice(-this.#capacity)
  }

  /**
   * Events after `lastId`, oldest first. When some of them are no longer held (or the server was restarted in
   * between), one event naming all tables with the newest version: the client then fetches everything anew.
   */
  since(lastId: number, current: { version: number; at: string }): PublishEvent[] {
    if (lastId === current.version) return []
    const missed = this.#events.filter((event) => event.version > lastId)
    const isWhole = missed[0]?.version === lastId + 1 && missed.at(-1)?.version === current.version
    return isWhole ? missed : [{ version: current.version, tables: ['*'], at: current.at }]
  }
}
