import { mergeBoards } from './changes.ts'
import type { WallBoard, FeedSource } from './source.ts'

/**
 * Reads the board when what it is made from has changed, however many walls ask at the same time. A reading that
 * fails leaves the last board standing and is tried again with the next question.
 */
export class BoardReader {
  readonly #source: FeedSource
  #held: { revision: string; board: WallBoard } | null = null
  #reading: Promise<WallBoard> | null = null

  constructor(source: FeedSource) {
    this.#source = source
  }

  /** The last board read, however old. */
  get last(): WallBoard | null {
    return this.#held?.board ?? null
  }

  /** The board of now; rejects when it cannot be read. */
  newest(): Promise<WallBoard> {
    if (this.#held?.revision === this.#source.revision()) return Promise.resolve(this.#held.board)
    this.#reading ??= this.#read().finally(() => (this.#reading = null))
    return this.#reading
  }

  async #read(): Promise<WallBoard> {
    // Named before it is read: a change in between makes the next board newer, never this one.
    const revision = this.#source.revision()
    const board = mergeBoards(this.last, await this.#source.readBoard())
    this.#held = { revision, board }
    return board
  }
}
