import type { WallHeartbeat, WallPatch, WallSnapshot } from '#contract'
import { changesBetween } from './changes.ts'
import type { WallState } from './source.ts'

export type WallEvent =
  | { readonly type: 'snapshot'; readonly data: WallSnapshot }
  | { readonly type: 'patch'; readonly data: WallPatch }
  | { readonly type: 'heartbeat'; readonly data: WallHeartbeat }

/** One browser listening to a wall's stream. */
export interface WallListener {
  send(event: WallEvent): void
  end(): void
  /** Asked before anything is sent: false ends the stream (signed out, revoked, expired). */
  isWelcome(): boolean
}

/**
 * The stream of one wall: its state, the number of its last patch, and who listens. No patch is kept once it has been
 * sent: an old one may name what has been put under embargo since, so whoever missed one gets a snapshot.
 */
export class WallChannel {
  readonly #listeners = new Set<WallListener>()
  #state: WallState
  #sequence: number

  /** @param sequence where counting starts; must lie above every number an earlier server has given */
  constructor(state: WallState, sequence: number) {
    this.#state = state
    this.#sequence = sequence
  }

  get isHeard(): boolean {
    return this.#listeners.size > 0
  }

  /** Takes the wall's newest state and sends on what changed. */
  advance(next: WallState, serverTime: string): void {
    const changes = changesBetween(this.#state, next)
    this.#state = next
    if (changes === null) return
    this.#sequence += 1
    this.#sendAll({ type: 'patch', data: { sequence: this.#sequence, serverTime, ...changes } })
  }

  snapshot(serverTime: string): WallSnapshot {
    const { build, wall, stage, scenes, panels, map } = this.#state
    return {
      sequence: this.#sequence,
      serverTime,
      build,
      wall,
      stage,
      scenes: [...scenes],
      panels: [...panels],
      map,
    }
  }

  /**
   * Brings a listener up to date and keeps it so.
   * @param after number of the last patch it has; null = it has nothing
   * @returns a function that lets it go
   */
  join(listener: WallListener, after: number | null, serverTime: string): () => void {
    if (after !== this.#sequence) listener.send({ type: 'snapshot', data: this.snapshot(serverTime) })
    listener.send(this.#heartbeat(serverTime))
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Says that the stream is alive and how far it is, so that a lost patch is noticed while nothing changes. */
  beat(serverTime: string): void {
    this.#sendAll(this.#heartbeat(serverTime))
  }

  /** Ends the streams of those who may no longer listen. */
  dismiss(): void {
    for (const listener of this.#listeners) {
      if (!listener.isWelcome()) this.#drop(listener)
    }
  }

  close(): void {
    for (const listener of this.#listeners) this.#drop(listener)
  }

  #heartbeat(serverTime: string): WallEvent {
    return { type: 'heartbeat', data: { sequence: this.#sequence, serverTime } }
  }

  #sendAll(event: WallEvent): void {
    for (const listener of this.#listeners) {
      if (listener.isWelcome()) listener.send(event)
      else this.#drop(listener)
    }
  }

  #drop(listener: WallListener): void {
    this.#listeners.delete(listener)
    listener.end()
  }
}
