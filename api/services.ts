import { SimilarSearch } from '#analysis'
import { Casework } from '#casework'
import { Intake } from '#ingest'
import { createWalls, WallFeed, type Walls } from '#wall'
import { createAudit, type Audit } from './accounts/audit.ts'
import { SessionStore } from './accounts/sessions.ts'
import { toInstant } from './clock.ts'
import type { ApiDeps } from './deps.ts'
import { EventHub } from './events/event-hub.ts'
import { errorPlace } from './failure.ts'
import { JobQueue } from './jobs/job-queue.ts'
import { RefusedJobs } from './jobs/refused-jobs.ts'
import { SourceScheduler } from './jobs/source-scheduler.ts'
import { createUploadWork } from './jobs/upload-work.ts'
import type { WallParts } from './wall-context.ts'
import { createFeedSource } from './wall-source.ts'

/** What routes work with: the given parts plus those that live as long as the app. */
export interface Services extends ApiDeps {
  readonly sessions: SessionStore
  readonly audit: Audit
  readonly hub: EventHub
  readonly jobs: JobQueue
  readonly casework: Casework
  readonly similar: SimilarSearch
  readonly intake: Intake
  readonly scheduler: SourceScheduler
  readonly wallFeed: WallFeed
  readonly walls: Walls
}

/** Builds the long-lived parts and wires publishes and job changes to the event streams. */
export function createServices(deps: ApiDeps): Services & { stop: () => Promise<void> } {
  let publishedAt = toInstant(deps.now())
  const hub = new EventHub(() => ({ version: deps.warehouse.version(), at: publishedAt }), deps.heartbeatMs)
  const casework = new Casework(deps)
  const unsubscribe = deps.warehouse.onPublish((event) => {
    if (event.tables.includes('analysis.findings')) observeFindings(casework, deps)
    publishedAt = event.at
    hub.publish({ version: event.version, tables: [...event.tables], at: event.at })
  })
  const intake = new Intake({ ...deps, secret: deps.secret ?? (() => undefined) })
  const refusedJobs = new RefusedJobs(deps.dataDir)
  const jobs = new JobQueue({
    now: deps.now,
    work: createUploadWork({ ...deps, intake }),
    onChange: (job) => {
      hub.job({ id: job.id, state: job.state })
    },
    onEnd: (job) =>
      refusedJobs.keep(job).catch((error: unknown) => {
        if (deps.logger !== false) deps.logger.error({ error: errorPlace(error) }, 'refused job not kept')
      }),
  })
  const similar = new SimilarSearch(deps.warehouse)
  const walls = createWalls(deps.warehouse, deps.now, deps.dataDir)
  const wallFeed = createWallFeed(deps, { ...deps, casework, intake, walls })
  const scheduler = new SourceScheduler({ intake, jobs, now: deps.now, logger: deps.logger })
  return {
    ...deps,
    sessions: new SessionStore(deps.warehouse, deps.now),
    audit: createAudit(deps.warehouse, deps.now),
    hub,
    jobs,
    casework,
    similar,
    intake,
    scheduler,
    wallFeed,
    walls,
    stop: async () => {
      await scheduler.stop()
      unsubscribe()
      hub.close()
      wallFeed.close()
      await jobs.stop()
      await casework.idle()
      await similar.close()
    },
  }
}

/** New findings meet the cases right after the run; if that fails, the next reader of the cases makes up for it. */
function observeFindings(casework: Casework, { logger }: ApiDeps): void {
  casework.observe().catch((error: unknown) => {
    if (logger !== false) logger.error({ error: errorPlace(error) }, 'cases not brought up to date')
  })
}

function createWallFeed(deps: ApiDeps, parts: WallParts): WallFeed {
  const source = createFeedSource(parts, deps.distDir)
  return new WallFeed({
    source: deps.feedSource?.(source) ?? source,
    now: deps.now,
    tickMs: deps.wallTickMs,
    heartbeatMs: deps.heartbeatMs,
    onFault: (error) => {
      if (deps.logger !== false)
        deps.logger.error({ error: errorPlace(error) }, 'wall not brought up to date')
    },
  })
}
