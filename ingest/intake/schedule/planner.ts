import { toInstant } from '#calendar'
import type { Source } from '../declare/source.ts'
import { FolderWatch } from '../folder/watch.ts'
import { historyOf } from '../morning/state.ts'
import type { SourceEvent, SourceLog, Trigger } from '../run/log.ts'
import { dueRuns } from './due.ts'

/** A run that should begin now. */
export interface PlannedRun {
  readonly source: string
  readonly title: string
  readonly trigger: Trigger
  readonly plannedAt: Date | null
}

interface PlannerOptions {
  readonly log: SourceLog
  readonly dataDir: string
  readonly now: () => Date
}

const pauseAfterFailureMs = 600_000

/** What a source's schedule and folder ask for. */
export class RunPlanner {
  private readonly options: PlannerOptions
  private readonly watch = new FolderWatch()

  constructor(options: PlannerOptions) {
    this.options = options
  }

  /**
   * The run that is due, if any. Planned times that passed without one are written to the log as missed, with `why`.
   * @param events the newest of the source, as the log gives them
   */
  async plan(source: Source, events: readonly SourceEvent[], why: string): Promise<PlannedRun | null> {
    const { title, schedule } = source.settings
    if (events.length === 0 && schedule === undefined)
      await this.options.log.add({ source: source.name, type: 'declared', actor: 'system' })
    const run = (await this.scheduled(source, events, why)) ?? (await this.arrived(source, events))
    return run && { source: source.name, title, ...run }
  }

  private async scheduled(
    source: Source,
    events: readonly SourceEvent[],
    why: string,
  ): Promise<Pick<PlannedRun, 'trigger' | 'plannedAt'> | null> {
    const { schedule } = source.settings
    if (schedule === undefined) return null
    const { run, missed } = dueRuns(schedule, await this.handledUntil(source, events), this.options.now())
    for (const time of missed)
      await this.options.log.add({
        source: source.name,
        type: 'missed',
        planned_at: toInstant(time),
        error_code: 'source_missed',
        message: why,
        actor: 'system',
      })
    if (run !== null) return { trigger: 'schedule', plannedAt: run }
    const last = missed.at(-1)
    return last !== undefined && schedule.catch_up ? { trigger: 'catch_up', plannedAt: last } : null
  }

  private async arrived(
    source: Source,
    events: readonly SourceEvent[],
  ): Promise<Pick<PlannedRun, 'trigger' | 'plannedAt'> | null> {
    const hasArrivals =
      source.type === 'folder' && (await this.watch.hasArrivals(this.options.dataDir, source))
    return hasArrivals && !this.failedJustNow(events) ? { trigger: 'watch', plannedAt: null } : null
  }

  /** A folder whose files could not be taken is not tried again at once. */
  private failedJustNow(events: readonly SourceEvent[]): boolean {
    const { ended } = historyOf(events)
    const passed = this.options.now().getTime() - new Date(ended?.happened_at ?? 0).getTime()
    return ended?.outcome === 'failed' && passed < pauseAfterFailureMs
  }

  /** Up to when planned times were seen to; a schedule met for the first time, or changed, counts from now on. */
  private async handledUntil(source: Source, events: readonly SourceEvent[]): Promise<Date> {
    const detail = JSON.stringify(source.settings.schedule)
    const declared = events.find((event) => event.type === 'declared')
    if (declared?.detail !== detail) {
      await this.options.log.add({ source: source.name, type: 'declared', detail, actor: 'system' })
      return this.options.now()
    }
    const times = events
      .filter((event) => event.type === 'declared' || event.type === 'resumed')
      .map((event) => event.happened_at)
    const planned = events.flatMap((event) => (event.planned_at === null ? [] : [event.planned_at]))
    return new Date([...times, ...planned].sort().at(-1) ?? 0)
  }
}
