import { withoutPersonalData, type LoadChange } from '#ingest'
import type { Kind } from '#warehouse'
import { toInstant } from '../clock.ts'
import type { Job } from '../contract/index.ts'
import { ApiError } from '../errors.ts'
import { Turns } from './turns.ts'

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
export type JobReporter = (
  change: Partial<Pick<Job, 'stage' | 'rowsRead' | 'loads' | 'errors' | 'notes'>>,
) => void

/** Does something that changes the data when nothing else does. */
export type Exclusively = <T>(task: () => Promise<T>) => Promise<T>

export interface JobWork {
  /** Runs alone, but for a pull: what it does beside fetching goes through `exclusively`. */
  run(input: JobInput, report: JobReporter, signal: AbortSignal, exclusively: Exclusively): Promise<void>
  /** Chinese sentence and stable code for what stopped the job. */
  explain(error: unknown): { code: string; message: string }
  /** Called once the job is over, whatever came of it, unless the server is stopping. */
  clean(input: JobInput): Promise<void>
}

interface QueueOptions {
  readonly now: () => Date
  readonly work: JobWork
  readonly onChange: (job: Job) => void
  /** Called with a job that is over, unless the server is stopping; pulls have a log of their own. */
  readonly onEnd: (job: Job) => Promise<void>
}

const maxWaiting = 100
const maxRemembered = 200

/** Sources asked at the same time; one that hangs holds no other. */
const maxPulls = 3

/** Jobs of one sort, in the order they came, and how many of them may run at once. */
interface Lane {
  readonly places: number
  readonly waiting: JobInput[]
  readonly running: Set<Promise<void>>
}

/**
 * Runs jobs in the order they came; a failed job leaves the next ones alone. What changes the data happens one at a
 * time; sources are asked in a lane of their own, so that one that hangs does not hold what people ask for.
 */
export class JobQueue {
  readonly #options: QueueOptions
  readonly #jobs = new Map<string, Job>()
  readonly #work: Lane = { places: 1, waiting: [], running: new Set() }
  readonly #pulls: Lane = { places: maxPulls, waiting: [], running: new Set() }
  readonly #turns = new Turns()
  readonly #abort = new AbortController()

  constructor(options: QueueOptions) {
    this.#options = options
  }

  /** Lists jobs that an earlier process ended. */
  recall(jobs: readonly Job[]): void {
    for (const job of jobs) this.#jobs.set(job.id, job)
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
      notes: [],
      failure: null,
    }
    const lane = input.pull === undefined ? this.#work : this.#pulls
    lane.waiting.push(input)
    this.#save(job)
    this.#forgetOldest()
    if (lane.running.size < lane.places) this.#start(lane)
    return job
  }

  /** Throws when nothing more can be taken in; asked before an upload's bytes are read. */
  assertOpen(): void {
    if (this.#abort.signal.aborted) throw new ApiError('API_STOPPING')
    if (this.#work.waiting.length >= maxWaiting) throw new ApiError('API_QUEUE_FULL')
  }

  find(id: string): Job | undefined {
    const job = this.#jobs.get(id)
    return job && this.#shown(job)
  }

  /** Newest first. */
  list(): Job[] {
    return [...this.#jobs.values()].reverse().map((job) => this.#shown(job))
  }

  /** Resolves when nothing is running or waiting. */
  async idle(): Promise<void> {
    for (const lane of [this.#work, this.#pulls])
      while (lane.running.size > 0) await Promise.all(lane.running)
    // What a pull brought may have given the other lane something to do.
    if (this.#work.running.size > 0) await this.idle()
  }

  /** Interrupts the running jobs and starts no other; their files stay for the next start. */
  async stop(): Promise<void> {
    this.#abort.abort()
    await this.idle()
  }

  #start(lane: Lane): void {
    const running = this.#drain(lane).finally(() => lane.running.delete(running))
    lane.running.add(running)
  }

  async #drain(lane: Lane): Promise<void> {
    // Lets `add` return the queued state before the first change.
    await Promise.resolve()
    while (lane.waiting.length > 0 && !this.#abort.signal.aborted)
      await (lane === this.#work ? this.#nextWork() : this.#nextPull())
  }

  /** The next job of the one-place lane leaves it when its turn comes. */
  async #nextWork(): Promise<void> {
    const [next] = this.#work.waiting
    if (next === undefined) return
    await this.#turns.take(next.id, async () => {
      if (this.#abort.signal.aborted) return
      this.#work.waiting.shift()
      await this.#run(next, (task) => task())
    })
  }

  async #nextPull(): Promise<void> {
    const next = this.#pulls.waiting.shift()
    if (next !== undefined) await this.#run(next, (task) => this.#turns.take(next.id, task))
  }

  async #run(input: JobInput, exclusively: Exclusively): Promise<void> {
    const { work, now } = this.#options
    const change = (part: Partial<Job>) => {
      const job = this.#jobs.get(input.id)
      if (job !== undefined) this.#save({ ...job, ...part })
    }
    change({ state: 'running', startedAt: toInstant(now()) })
    try {
      await work.run(input, change, this.#abort.signal, exclusively)
      change({ state: 'done', stage: null, finishedAt: toInstant(now()) })
    } catch (error) {
      change({ state: 'failed', finishedAt: toInstant(now()), failure: work.explain(error) })
    }
    if (this.#abort.signal.aborted) return
    const job = this.#jobs.get(input.id)
    if (job !== undefined && input.pull === undefined) await this.#options.onEnd(job)
    await work.clean(input)
  }

  /** A waiting job says in its stage what it waits for. */
  #shown(job: Job): Job {
    return job.state === 'queued' ? { ...job, stage: this.#reason(job.id) } : job
  }

  #reason(id: string): string | null {
    const inWork = this.#work.waiting.findIndex((input) => input.id === id)
    if (inWork < 0) return '等其他来源取完'
    const before = this.#jobs.get(this.#turns.holder ?? '')
    if (before === undefined) return null
    const others = inWork === 0 ? '' : `，前面还有 ${inWork} 个任务`
    return `等“${before.files.join('、')}”做完（${before.stage ?? '处理中'}）${others}`
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
