import { searchQueries, type Warehouse } from '#warehouse'
import type { SearchFilter, SearchHit } from '../search/index.ts'
import { workerPool } from './worker-pool.ts'
import type { SearchAnswer, SearchTask } from './workers/search.ts'

/** Documents sent to the thread at a time. */
const PAGE = 2000
/** A load is published in several steps; the index waits until they are through. */
const QUIET_MS = 3000

export interface SearchState {
  readonly state: 'none' | 'building' | 'ready' | 'failed'
  /** Documents in the index that answers, or so far in the one being built. */
  readonly documents: number
  /** Memory of the postings. */
  readonly bytes: number
}

/** One index on a thread of its own. */
class IndexThread {
  readonly #pool = workerPool('search', 1, { idleTimeout: Infinity })

  run(task: SearchTask): Promise<SearchAnswer> {
    return this.#pool.run(task) as Promise<SearchAnswer>
  }

  async close(): Promise<void> {
    await this.#pool.destroy()
  }
}

/**
 * Finds earlier texts like a draft. The index is built on a thread when it is first wanted, and anew, beside the one
 * that answers, when voices have been published; requests never wait for a build that replaces an index.
 */
export class SimilarSearch {
  readonly #warehouse: Warehouse
  readonly #unsubscribe: () => void
  #thread: IndexThread | null = null
  #building: Promise<void> | null = null
  #state: SearchState = { state: 'none', documents: 0, bytes: 0 }
  #isDue = false
  #timer: NodeJS.Timeout | null = null
  #closed = false

  constructor(warehouse: Warehouse) {
    this.#warehouse = warehouse
    this.#unsubscribe = warehouse.onPublish(({ tables }) => {
      if (tables.includes('marts.voices')) this.#refreshSoon()
    })
  }

  state(): SearchState {
    return this.#state
  }

  /** Starts building when there is no index yet; returns at once. */
  warm(): void {
    if (this.#thread === null && !this.#closed) void this.#build()
  }

  /** Waits for the first index. @returns null when none could be built */
  async search(draft: string, filter: SearchFilter, limit: number): Promise<readonly SearchHit[] | null> {
    if (this.#thread === null) await this.#build()
    const answer = await this.#thread?.run({ step: 'search', draft, filter, limit })
    return answer?.hits ?? null
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#unsubscribe()
    if (this.#timer) clearTimeout(this.#timer)
    await this.#building
    await this.#thread?.close()
    this.#thread = null
  }

  #refreshSoon(): void {
    this.#isDue = true
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      if (this.#thread !== null && !this.#closed) void this.#build()
    }, QUIET_MS)
    this.#timer.unref()
  }

  #build(): Promise<void> {
    this.#building ??= this.#replace().finally(() => {
      this.#building = null
      if (this.#isDue && this.#thread !== null && !this.#closed) this.#refreshSoon()
    })
    return this.#building
  }

  async #replace(): Promise<void> {
    this.#isDue = false
    const isFirst = this.#thread === null
    if (isFirst) this.#state = { state: 'building', documents: 0, bytes: 0 }
    const next = new IndexThread()
    try {
      for (let after: string | null = ''; after !== null && !this.#closed;) {
        const { last, documents } = await this.#addPage(next, after)
        after = last
        if (isFirst) this.#state = { state: 'building', documents, bytes: 0 }
      }
      const { documents, bytes } = await next.run({ step: 'finish' })
      const old = this.#thread
      this.#thread = next
      this.#state = { state: 'ready', documents, bytes }
      await old?.close()
    } catch {
      // The earlier index, if any, goes on answering.
      if (isFirst) this.#state = { state: 'failed', documents: 0, bytes: 0 }
      await next.close()
    }
  }

  async #addPage(thread: IndexThread, after: string): Promise<{ last: string | null; documents: number }> {
    const rows = await this.#warehouse.columns(searchQueries.documents, { after, limit: PAGE })
    const { voice_id: id, kind, year, title, body, reply } = rows
    const { documents } = await thread.run({ step: 'add', id, kind, year, title, body, reply })
    return { last: id.length < PAGE ? null : (id.at(-1) ?? null), documents }
  }
}
