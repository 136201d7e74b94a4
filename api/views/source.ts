import type { MorningRow as IntakeRow, SourceEvent } from '#ingest'
import { toInstant } from '../clock.ts'
import type { MorningRow, SourceRun } from '../contract/index.ts'

const order = [
  'broken',
  'missed',
  'failed',
  'absent',
  'unbalanced',
  'quarantined',
  'late',
  'running',
  'waiting',
  'never',
  'arrived',
  'paused',
] as const

export function toMorningRow(row: IntakeRow): MorningRow {
  const { source, state, reason, kinds, metrics, openRows } = row
  return {
    name: source.name,
    title: source.settings.title,
    owner: source.settings.owner ?? null,
    type: source.type,
    kinds: [...kinds],
    state,
    reason,
    errorCode: row.lastRun?.error_code ?? null,
    dueAt: row.dueAt && toInstant(row.dueAt),
    arrivedAt: row.arrivedAt && toInstant(row.arrivedAt),
    nextAt: row.nextAt && toInstant(row.nextAt),
    openRows,
    metrics: metrics.map(({ name, label }) => ({ name, label })),
  }
}

/** A source file that cannot be read is a row too: nothing comes from it. */
export function toBrokenRow(error: { place: string; message: string }): MorningRow {
  return {
    name: error.place.replace(/\.ya?ml$/i, ''),
    title: error.place,
    owner: null,
    type: '',
    kinds: [],
    state: 'broken',
    reason: error.message,
    errorCode: 'source_invalid',
    dueAt: null,
    arrivedAt: null,
    nextAt: null,
    openRows: 0,
    metrics: [],
  }
}

/** What needs someone first comes first; equal states by title. */
export function byUrgency(left: MorningRow, right: MorningRow): number {
  return (
    order.indexOf(left.state) - order.indexOf(right.state) || left.title.localeCompare(right.title, 'zh-CN')
  )
}

export function toSourceRun(event: SourceEvent): SourceRun {
  return {
    id: event.event_id,
    isMissed: event.type === 'missed',
    at: event.happened_at,
    plannedAt: event.planned_at,
    trigger: event.trigger_kind,
    outcome: event.outcome,
    errorCode: event.error_code,
    message: event.message,
    rows: event.rows_read,
    accepted: event.rows_accepted,
    quarantined: event.rows_quarantined,
    unchanged: event.rows_unchanged,
    actor: event.actor,
  }
}
