import { SimilarSearch } from '#analysis'
import { createAudit, type Audit } from './accounts/audit.ts'
import { SessionStore } from './accounts/sessions.ts'
import { toInstant } from './clock.ts'
import type { ApiDeps } from './deps.ts'
import { EventHub } from './events/event-hub.ts'
import { JobQueue } from './jobs/job-queue.ts'
import { createUploadWork } from './jobs/upload-work.ts'

/** What routes work with: the given parts plus those that live as long as the app. */
export interface Services extends ApiDeps {
  readonly sessions: SessionStore
  readonly audit: Audit
  readonly hub: EventHub
  readonly jobs: JobQueue
  readonly similar: SimilarSearch
}

/** Builds the long-lived parts and wires publishes and job changes to the event streams. */
export function createServices(deps: ApiDeps): Services & { stop: () => Promise<void> } {
  let publishedAt = toInstant(deps.now())
  const hub = new EventHub(() => ({ version: deps.warehouse.version(), at: publishedAt }), deps.heartbeatMs)
  const unsubscribe = deps.warehouse.onPublish((event) => {
    publishedAt = event.at
    hub.publish({ version: event.version, tables: [...event.tables], at: event.at })
  })
  const jobs = new JobQueue({
    now: deps.now,
    work: createUploadWork(deps),
    onChange: (job) => {
      hub.job({ id: job.id, state: job.state })
    },
  })
  const similar = new SimilarSearch(deps.warehouse)
  return {
    ...deps,
    sessions: new SessionStore(deps.warehouse, deps.now),
    audit: createAudit(deps.warehouse, deps.now),
    hub,
    jobs,
    similar,
    stop: async () => {
      unsubscribe()
      hub.close()
      await jobs.stop()
      await similar.close()
    },
  }
}
