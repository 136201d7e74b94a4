import type { LoadChange } from '#ingest'
import type { Services } from '../services.ts'
import { Inbox, type Ticket } from './inbox.ts'
import { RefusedJobs } from './refused-jobs.ts'
import { createJobId } from './job-id.ts'

type DeliveryServices = Pick<Services, 'dataDir' | 'jobs' | 'now'>

/** What a delivery turned out to hold, and how the ledger names it. */
type Delivered = Omit<Ticket, 'id' | 'actor' | 'change'>

/**
 * Takes files into the inbox and queues their load. `place` puts them there and says what came; when it fails, or
 * the ticket cannot be written, nothing is left behind. Once the ticket is written a restart takes the job up again.
 * Errors: API_STOPPING, API_QUEUE_FULL, and whatever `place` throws.
 */
export async function deliver(
  services: DeliveryServices,
  actor: string,
  place: (inbox: Inbox, id: string) => Promise<Delivered>,
): Promise<{ jobId: string; files: string[] }> {
  const { dataDir, jobs, now } = services
  jobs.assertOpen()
  const inbox = new Inbox(dataDir)
  const id = createJobId(now())
  await inbox.prepare(id)
  try {
    const ticket = { ...(await place(inbox, id)), id, actor }
    await inbox.seal(ticket)
    queueTicket(services, inbox, ticket)
    return { jobId: id, files: ticket.files }
  } catch (error) {
    await inbox.discard(id)
    throw error
  }
}

/**
 * Queues a change of the ledger; a restart before its end takes it up again. `files` names what the list of jobs shows.
 * What was committed just before a stop is not done twice: a load that has already gone or come back says so.
 */
export async function queueChange(
  services: DeliveryServices,
  actor: string,
  files: readonly string[],
  change: LoadChange,
): Promise<{ jobId: string; files: string[] }> {
  const { dataDir, jobs, now } = services
  jobs.assertOpen()
  const inbox = new Inbox(dataDir)
  const ticket = { id: createJobId(now()), actor, files: [...files], change }
  await inbox.prepare(ticket.id)
  await inbox.seal(ticket)
  queueTicket(services, inbox, ticket)
  return { jobId: ticket.id, files: ticket.files }
}

/** Lists what an earlier process refused, and queues the complete deliveries and changes it did not get to. */
export async function resumeDeliveries(services: DeliveryServices): Promise<void> {
  services.jobs.recall(await new RefusedJobs(services.dataDir).recall())
  const inbox = new Inbox(services.dataDir)
  for (const ticket of await inbox.leftOver()) queueTicket(services, inbox, ticket)
}

function queueTicket({ jobs }: DeliveryServices, inbox: Inbox, ticket: Ticket): void {
  const files = ticket.change === undefined ? ticket.files : []
  jobs.add({ ...ticket, paths: files.map((file) => inbox.pathOf(ticket.id, file)) })
}
