import { withoutPersonalData, type LoadChange } from '#ingest'
import type { Kind } from '#warehouse'
import { toInstant } from '../clock.ts'
import type { Job } from '../contract/index.ts'
import { ApiError } from '../errors.ts'

export interface PullInput {
  readonly source: string
  readonly trigger: 'schedule' | 'watch' | 'catch_up' | 'manual'
  readonly plannedAt: Date | null
}

/** What a job is given to work on; kept until the job ends. */
export interface JobInput {
  readonly id: string
  readonly paths: readonly string[]
  readonly files: readonly string[]
  readonly kind?: Kind
  readonly actor: string
  /** How the ledger names where the files came from. */
  readonly source?: string
  /** What is done; files are taken in unless it says otherwise. */
  readonly task?: 'retrain' | 'analyse'
  /** Loads to withdraw, restore, run again or replay, instead of files. */
  readonly change?: LoadChange
  /** A run of a declared source instead of files at hand. */
  readonly pull?: PullInput
}

/** Reports what the job has come to; the queue shows it and tells the listeners. */
export type JobReporter = (change: Partial<Pick<Job, 'stage' | 'rowsRead' | 'loads' | 'errors'>>) => void

export interface JobWork {
  run(input: JobInput, report: JobReporter, signal: AbortSignal): Promise<void>
  /** Chinese sentence and stable code for what stopped the job. */
  explain(error: unknown): { code: string; message: string }
  /** Called once the job is over, whatever came of it, unless the server is stopping. */
  clean(input: JobInput): Promise<void>
}

interface QueueOptions {
  readonly now: () => Date
  readonly work: JobWork
  readonly onChange: (job: Job) => void
}

const maxWaiting = 100
const maxRemembered = 200

/** Runs jobs one at a time, in the order they came; a failed job leaves the next ones alone. */
export class JobQueue {
  readonly #options: QueueOptions
  readonly #jobs = new Map<string, Job>()
  readonly #waiting: JobInput[] = []
  readonly #abort = new AbortController()
  #running: Promise<void> | null = null

  constructor(options: QueueOptions) {
    this.#options = options
  }

  /** Errors: API_QUEUE_FULL, API_STOPPING. */
  add(input: JobInput): Job {
    this.assertOpen()
    const job: Job = {
      id: input.id,
      state: 'queued',
      stage: null,
      files: input.files.map(withoutPersonalData),
      kind: input.kind ?? null,
      actor: input.actor,
      createdAt: toInstant(this.#options.now()),
      startedAt: null,
      finishedAt: null,
      rowsRead: 0,
      loads: [],
      errors: [],
      failure: null,
    }
    this.#waiting.push(input)
    this.#save(job)
    this.#forgetOldest()
    this.#running ??= this.#drain()
    return job
  }

  /** Throws when nothing more can be taken in; asked before an upload's bytes are read. */
  assertOpen(): void {
    if (this.#abort.signal.aborted) throw new ApiError('API_STOPPING')
    if (this.#waiting.length >= maxWaiting) throw new ApiError('API_QUEUE_FULL')
  }

  find(id: string): Job | undefined {
    return this.#jobs.get(id)
  }

  /** Newest first. */
  list(): Job[] {
    return [...this.#jobs.values()].reverse()
  }

  /** Resolves when nothing is running or waiting. */
  async idle(): Promise<void> {
    while (this.#running !== null) await this.#running
  }

  /** Interrupts the running job and starts no other; their files stay for the next start. */
  async stop(): Promise<void> {
    this.#abort.abort()
    await this.idle()
  }

  async #drain(): Promise<void> {
    // Lets `add` return the queued state before the first change.
    await Promise.resolve()
    for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
      if (this.#abort.signal.aborted) break
      this.#waiting.shift()
      await this.#run(next)
    }
    this.#running = null
  }

  async #run(input: JobInput): Promise<void> {
    const { work, now } = this.#options
    const change = (part: Partial<Job>) => {
      const job = this.#jobs.get(input.id)
      if (job !== undefined) this.#save({ ...job, ...part })
    }
    change({ state: 'running', startedAt: toInstant(now()) })
    try {
      await work.run(input, change, this.#abort.signal)
      change({ state: 'done', stage: null, finishedAt: toInstant(now()) })
    } catch (error) {
      change({ state: 'failed', finishedAt: toInstant(now()), failure: work.explain(error) })
    }
    if (!this.#abort.signal.aborted) await work.clean(input)
  }

  #save(job: Job): void {
    this.#jobs.set(job.id, job)
    this.#options.onChange(job)
  }

  #forgetOldest(): void {
    for (const [id, job] of this.#jobs) {
      if (this.#jobs.size <= maxRemembered) return
      if (job.state === 'done' || job.state === 'failed') this.#jobs.delete(id)
    }
  }
}
