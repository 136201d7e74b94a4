import type { WallSnapshot } from '#contract'
import { BoardReader } from './board-reader.ts'
import { WallChannel, type WallListener } from './channel.ts'
import type { WallBoard, FeedSource, WallState } from './source.ts'

export interface WallFeedOptions {
  readonly source: FeedSource
  readonly now: () => Date
  /** Told of a reading that failed; the walls keep what they have. */
  readonly onFault: (error: unknown) => void
  /** ms between two looks at what changed, and so between two patches of a wall; default 1,000. */
  readonly tickMs?: number | undefined
  /** ms between heartbeats; default 15,000. */
  readonly heartbeatMs?: number | undefined
}

/**
 * Keeps all walls current. The panels are computed once for all of them, in the background, when their data changed;
 * the stage of each wall is asked for every second; only differences are sent, at most one patch a second and wall.
 * While no wall listens nothing runs.
 */
export class WallFeed {
  readonly #options: WallFeedOptions
  readonly #board: BoardReader
  readonly #channels = new Map<string, WallChannel>()
  readonly #firstSequence: number
  #timers: NodeJS.Timeout[] = []
  #isTicking = false

  constructor(options: WallFeedOptions) {
    this.#options = options
    this.#board = new BoardReader(options.source)
    // Milliseconds since the epoch: with one patch a second at most, a later server always counts from above.
    this.#firstSequence = options.now().getTime()
  }

  /** Everything a wall shows now. Rejects when there is nothing to show yet because it cannot be read. */
  async snapshot(wall: string): Promise<WallSnapshot> {
    const channel = await this.#current(wall)
    return channel.snapshot(this.#time())
  }

  /**
   * Prepares a stream: the returned function brings a listener up to date (by a snapshot, unless the number it names is
   * the last), keeps it so, and returns what ends it. Rejects as `snapshot`.
   */
  async open(wall: string): Promise<(listener: WallListener, after: number | null) => () => void> {
    const channel = await this.#current(wall)
    return (listener, after) => {
      const leave = channel.join(listener, after, this.#time())
      this.#start()
      return () => {
        leave()
        this.#stopWhenUnheard()
      }
    }
  }

  /** Ends every stream; the walls come back when the server is. */
  close(): void {
    for (const channel of this.#channels.values()) channel.close()
    this.#stopWhenUnheard()
  }

  /** The wall's channel at the state of now. */
  async #current(wall: string): Promise<WallChannel> {
    const state = await this.#stateOf(wall, await this.#boardOrLast())
    const channel = this.#channels.get(wall)
    if (channel === undefined) {
      const made = new WallChannel(state, this.#firstSequence)
      this.#channels.set(wall, made)
      return made
    }
    channel.advance(state, this.#time())
    return channel
  }

  async #boardOrLast(): Promise<WallBoard> {
    try {
      return await this.#board.newest()
    } catch (error) {
      if (this.#board.last === null) throw error
      this.#options.onFault(error)
      return this.#board.last
    }
  }

  async #stateOf(wall: string, board: WallBoard): Promise<WallState> {
    const { source } = this.#options
    const [build, profile, stage] = await Promise.all([
      source.readBuild(),
      source.readWall(wall),
      source.readStage(wall),
    ])
    return { ...board, build, wall: profile, stage }
  }

  async #tick(): Promise<void> {
    if (this.#isTicking) return
    this.#isTicking = true
    try {
      // Not waited for: the remote must reach a wall while the panels are being read.
      this.#board.newest().catch(this.#options.onFault)
      for (const [wall, channel] of this.#channels) await this.#advance(wall, channel)
    } catch (error) {
      this.#options.onFault(error)
    } finally {
      this.#isTicking = false
    }
  }

  async #advance(wall: string, channel: WallChannel): Promise<void> {
    channel.dismiss()
    const board = this.#board.last
    if (!channel.isHeard || board === null) return
    channel.advance(await this.#stateOf(wall, board), this.#time())
  }

  #start(): void {
    if (this.#timers.length > 0) return
    const { tickMs = 1000, heartbeatMs = 15_000 } = this.#options
    const beat = () => {
      for (const channel of this.#channels.values()) channel.beat(this.#time())
    }
    this.#timers = [setInterval(() => void this.#tick(), tickMs), setInterval(beat, heartbeatMs)]
    for (const timer of this.#timers) timer.unref()
  }

  #stopWhenUnheard(): void {
    if ([...this.#channels.values()].some((channel) => channel.isHeard)) return
    for (const timer of this.#timers) clearInterval(timer)
    this.#timers = []
  }

  #time(): string {
    return `${this.#options.now().toISOString().slice(0, 19)}Z`
  }
}
