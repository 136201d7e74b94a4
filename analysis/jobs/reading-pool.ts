import { availableParallelism } from 'node:os'
import type { Piscina } from 'piscina'
import type { TableColumns } from '../readings/index.ts'
import type { ReadingConfig } from './reading-tools.ts'
import { workerPool } from './worker-pool.ts'

/** A batch of voices as the warehouse gives them: each column one JSON list, which only the thread takes apart. */
export interface VoiceBatch {
  ids: string
  kinds: string
  titles: string
  bodies: string
  dates: string
  hashes: string
}

/** Voices per call of a thread. */
export const BATCH = 2000
const YOUNG_MB = 96
/** A thread takes seconds to start, with its dictionaries: not worth it for fewer voices than this. */
const WORTH_A_THREAD = 5000

/** Threads that read voices. They hold dictionaries and the model, so they live as long as the job. */
export class ReadingPool {
  readonly #pool: Piscina
  readonly #signal: AbortSignal | undefined

  /** @param voices how many will be read, to start no more threads than they are worth */
  constructor(config: ReadingConfig, voices: number, signal?: AbortSignal) {
    const threads = Math.max(1, Math.min(availableParallelism(), Math.floor(voices / WORTH_A_THREAD)))
    this.#signal = signal
    this.#pool = workerPool('voices', threads, {
      workerData: config,
      // Words and rows of a batch die together: with room for a whole batch few of them are ever copied.
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    })
  }

  /** Results of the batches in their order. @throws AbortError as soon as the signal fires */
  async read(batches: readonly VoiceBatch[]): Promise<Record<string, TableColumns>[]> {
    const options = this.#signal === undefined ? {} : { signal: this.#signal }
    return Promise.all(
      batches.map((batch) => this.#pool.run(batch, options) as Promise<Record<string, TableColumns>>),
    )
  }

  async close(): Promise<void> {
    await this.#pool.destroy()
  }
}
