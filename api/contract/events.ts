import { Type, type Static } from 'typebox'
import { JobState } from './jobs.ts'
import { Instant } from './shape.ts'

/**
 * `event: publish` of GET /api/v1/events; the event id is the publish version. A client that missed some asks
 * again with Last-Event-ID and gets those it missed, or one `publish` with the newest version when too many.
 */
export const PublishEvent = Type.Object({
  version: Type.Integer(),
  tables: Type.Array(Type.String()),
  at: Instant,
})
export type PublishEvent = Static<typeof PublishEvent>

/** `event: job`: a change of state of one queued upload; carries no id, so it is not replayed. */
export const JobEvent = Type.Object({ id: Type.String(), state: JobState })
export type JobEvent = Static<typeof JobEvent>
