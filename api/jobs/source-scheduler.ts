import type { FastifyBaseLogger } from 'fastify'
import type { Intake, PlannedRun } from '#ingest'
import { errorPlace } from '../failure.ts'
import { createJobId } from './job-id.ts'
import type { JobQueue } from './job-queue.ts'

interface SchedulerOptions {
  readonly intake: Intake
  readonly jobs: JobQueue
  readonly now: () => Date
  readonly logger: FastifyBaseLogger | false
}

const tickMs = 15_000
const serverWasOff = '当时服务没有运行'
const queueWasStuck = '前面的任务没有做完，排队太久'

/**
 * Puts the runs of declared sources into the job queue when they are due. The plan itself lives in the run log, so a
 * restart forgets nothing: what was due meanwhile is noted as missed at the first tick.
 */
export class SourceScheduler {
  readonly #options: SchedulerOptions
  /** Sources queued and not yet finished, by job. */
  readonly #queued = new Map<string, string>()
  #timer: NodeJS.Timeout | null = null
  #ticking: Promise<void> = Promise.resolve()
  #isFirst = true

  constructor(options: SchedulerOptions) {
    this.#options = options
  }

  start(): void {
    void this.tick()
    this.#timer = setInterval(() => void this.tick(), tickMs)
    this.#timer.unref()
  }

  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer)
    await this.#ticking
  }

  /** One look at what is due; looks never overlap. */
  tick(): Promise<void> {
    this.#ticking = this.#ticking.then(() => this.#look())
    return this.#ticking
  }

  /** Queues one run now. Returns the job's id, that of the run already queued when there is one. */
  enqueue(run: PlannedRun, actor: string): string {
    const { jobs, now } = this.#options
    const known = this.#pendingJob(run.source)
    if (known !== null) return known
    const { source, trigger, plannedAt, title } = run
    const id = createJobId(now())
    jobs.add({ id, paths: [], files: [title], actor, pull: { source, trigger, plannedAt } })
    this.#queued.set(source, id)
    return id
  }

  /** The job that has yet to run the source, or is at it; one that only analyses what came is done with it. */
  #pendingJob(source: string): string | null {
    const { intake, jobs } = this.#options
    const id = this.#queued.get(source)
    const state = id === undefined ? undefined : jobs.find(id)?.state
    const isPending = state === 'queued' || (state === 'running' && intake.isBusy(source))
    return id !== undefined && isPending ? id : null
  }

  async #look(): Promise<void> {
    const { intake, logger } = this.#options
    try {
      const interrupted = this.#isFirst ? await intake.recover() : []
      const due = await intake.plan(this.#isFirst ? serverWasOff : queueWasStuck)
      this.#isFirst = false
      for (const run of [...interrupted, ...due]) this.enqueue(run, '定时')
    } catch (error) {
      // A look that failed is made up for by the next one.
      if (logger !== false) logger.error({ error: errorPlace(error) }, 'sources not looked at')
    }
  }
}
