import type { CaseEvent, EventKind, NewEvent } from '../core/event.ts'
import { eventLabels } from '../core/event.ts'

interface EventRow {
  readonly event_id: string
  readonly case_id: string
  readonly version: number
  readonly kind: string
  readonly actor: string
  readonly actor_name: string
  readonly role: string
  readonly at: string
  readonly note: string
  readonly data: string
  readonly number_year: number | null
  readonly number_seq: number | null
}

/** A stored line as an event. Throws RangeError for a kind this version does not know. */
export function toEvent(row: EventRow): CaseEvent {
  if (!(row.kind in eventLabels)) throw new RangeError('An unknown kind of case event is stored')
  return {
    id: row.event_id,
    caseId: row.case_id,
    version: row.version,
    kind: row.kind as EventKind,
    actor: { name: row.actor, displayName: row.actor_name, role: row.role },
    at: row.at,
    note: row.note,
    data: JSON.parse(row.data) as unknown,
    number:
      row.number_year === null || row.number_seq === null
        ? null
        : { year: row.number_year, seq: row.number_seq },
  } as CaseEvent
}

/** The columns beside the data, by which the database itself finds findings, rules and outcomes. */
export function keysOf(event: NewEvent): {
  finding_id: string | null
  rule: string | null
  outcome: string | null
} {
  const none = { finding_id: null, rule: null, outcome: null }
  if (event.kind === 'opened' || event.kind === 'joined' || event.kind === 'finding-changed') {
    return { ...none, finding_id: event.data.findingId, rule: event.data.rule }
  }
  if (event.kind === 'judged') return { ...none, outcome: event.data.outcome }
  return none
}
