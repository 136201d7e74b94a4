import type { ScheduleSettings } from '../declare/schema.ts'
import { occurrences } from './occurrences.ts'

export const defaultGraceMinutes = 30
/** A server that was off for months tells of the newest of the runs it missed. */
const mostMissed = 50

export interface DueRuns {
  /** Planned time of the run to start now, or null. */
  readonly run: Date | null
  /** Planned times that went by without a run, oldest first. */
  readonly missed: readonly Date[]
}

/**
 * What a schedule asks for at `now`, given that everything planned up to `handled` was run or noted as missed: the
 * newest planned time within its grace is run, all others count as missed.
 */
export function dueRuns(schedule: ScheduleSettings, handled: Date, now: Date): DueRuns {
  const planned = occurrences(schedule, handled, now, mostMissed)
  const newest = planned.at(-1)
  if (newest === undefined) return { run: null, missed: [] }
  const isInTime = now.getTime() - newest.getTime() <= graceMs(schedule)
  return isInTime ? { run: newest, missed: planned.slice(0, -1) } : { run: null, missed: planned }
}

export function graceMs(schedule: ScheduleSettings): number {
  return (schedule.grace_minutes ?? defaultGraceMinutes) * 60_000
}
