import { randomUUID } from 'node:crypto'
import { toInstant } from '#calendar'
import { sourceQueries, sourceStatements, type Warehouse } from '#warehouse'

export type EventType = 'declared' | 'started' | 'ended' | 'missed' | 'paused' | 'resumed'
export type Trigger = 'schedule' | 'watch' | 'catch_up' | 'manual'
export type Outcome = 'arrived' | 'unchanged' | 'empty' | 'failed'

/** One thing that happened to a source, as the run log keeps it; times are UTC instants. */
export type SourceEvent = Awaited<ReturnType<typeof latestOf>>[number]

type Written = Parameters<typeof write>[1]

/** The run log of declared sources: facts are added, none is ever changed. */
export class SourceLog {
  private readonly warehouse: Warehouse
  private readonly now: () => Date

  constructor(warehouse: Warehouse, now: () => Date) {
    this.warehouse = warehouse
    this.now = now
  }

  async add(event: Omit<Written, 'happened_at' | 'event_id'>): Promise<void> {
    // The clock may stand still for two events; the id keeps their order.
    const at = this.now()
    await write(this.warehouse, { ...event, event_id: eventId(at), happened_at: toInstant(at) })
  }

  /** The newest event of each type and outcome, by source. */
  async latest(): Promise<Map<string, SourceEvent[]>> {
    const events = new Map<string, SourceEvent[]>()
    for (const event of await latestOf(this.warehouse)) {
      const own = events.get(event.source)
      if (own) own.push(event)
      else events.set(event.source, [event])
    }
    return events
  }

  runs(source: string, page: { limit: number; offset: number }) {
    return this.warehouse.query(sourceQueries.runs, { source, ...page })
  }

  openRuns() {
    return this.warehouse.query(sourceQueries.openRuns, {})
  }

  async mark(source: string): Promise<string | null> {
    const [row] = await this.warehouse.query(sourceQueries.mark, { source })
    return row?.mark ?? null
  }
}

function latestOf(warehouse: Warehouse) {
  return warehouse.query(sourceQueries.latest, {})
}

const nothing = {
  run_id: null,
  planned_at: null,
  trigger_kind: null,
  outcome: null,
  error_code: null,
  message: null,
  files: null,
  rows_read: null,
  rows_accepted: null,
  rows_quarantined: null,
  rows_unchanged: null,
  unbalanced: null,
  kinds: null,
  mark: null,
  detail: null,
} as const

interface Event {
  readonly event_id: string
  readonly source: string
  readonly type: EventType
  readonly happened_at: string
  readonly actor: string
  readonly run_id?: string
  readonly planned_at?: string | null
  readonly trigger_kind?: Trigger
  readonly outcome?: Outcome
  readonly error_code?: string
  readonly message?: string
  readonly files?: number
  readonly rows_read?: number
  readonly rows_accepted?: number
  readonly rows_quarantined?: number
  readonly rows_unchanged?: number
  readonly unbalanced?: number
  readonly kinds?: string
  readonly mark?: string | null
  readonly detail?: string
}

async function write(warehouse: Warehouse, event: Event): Promise<void> {
  await warehouse.execute(sourceStatements.addEvent, { ...nothing, ...event })
}

let counter = 0

/** Ids sort in the order of events, also within one second. */
function eventId(at: Date): string {
  counter += 1
  return `${at.getTime()}-${String(counter).padStart(9, '0')}-${randomUUID().slice(0, 8)}`
}
