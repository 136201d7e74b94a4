import { availableParallelism } from 'node:os'
import type { Piscina } from 'piscina'
import type { TableColumns } from '../readings/index.ts'
import type { ReadingConfig } from './reading-tools.ts'
import { workerPool } from './worker-pool.ts'

/** Voices as they stand in the warehouse, by column: cheaper to hand to a thread than rows. */
export interface VoiceColumns {
  id: readonly string[]
  kind: readonly string[]
  title: readonly string[]
  body: readonly string[]
  date: readonly (string | null)[]
  textHash: readonly string[]
}

/** Voices per call of a thread. */
const BATCH = 2000
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
  async read(voices: VoiceColumns): Promise<Record<string, TableColumns>[]> {
    const parts: VoiceColumns[] = []
    for (let from = 0; from < voices.id.length; from += BATCH) parts.push(slice(voices, from, from + BATCH))
    const options = this.#signal === undefined ? {} : { signal: this.#signal }
    return Promise.all(
      parts.map((part) => this.#pool.run(part, options) as Promise<Record<string, TableColumns>>),
    )
  }

  async close(): Promise<void> {
    await this.#pool.destroy()
  }
}

function slice(voices: VoiceColumns, from: number, to: number): VoiceColumns {
  return {
    id: voices.id.slice(from, to),
    kind: voices.kind.slice(from, to),
    title: voices.title.slice(from, to),
    body: voices.body.slice(from, to),
    date: voices.date.slice(from, to),
    textHash: voices.textHash.slice(from, to),
  }
}
