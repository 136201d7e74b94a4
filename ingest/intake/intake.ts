import { sourceQueries, type Kind, type MetricCard, type Warehouse } from '#warehouse'
import { toInstant } from '#calendar'
import { IngestError } from '../errors.ts'
import type { IngestResult } from '../pipeline/ingest-paths.ts'
import { findSource, readSources } from './declare/read.ts'
import { removeSource, saveSource } from './declare/save.ts'
import type { SourceFile } from './declare/schema.ts'
import type { Source } from './declare/source.ts'
import { FolderWatch } from './folder/watch.ts'
import { dueTime, historyOf, servesFrom, standingOf, type Standing } from './morning/state.ts'
import { SourceLog, type SourceEvent, type Trigger } from './run/log.ts'
import { summarise, type RunResult } from './run/outcome.ts'
import { previewSource, type SourcePreview } from './run/preview.ts'
import { logEnd, logFailure } from './run/record.ts'
import { runSource, watchedFolder } from './run/run-source.ts'
import { createTools, type PullTools } from './run/tools.ts'
import { dueRuns } from './schedule/due.ts'
import { nextOccurrence } from './schedule/occurrences.ts'

export interface IntakeOptions {
  readonly warehouse: Warehouse
  readonly dataDir: string
  readonly now: () => Date
  /** The value of an environment variable whose name a source file gives. */
  readonly secret: (name: string) => string | undefined
  /** For tests: waiting and chance. */
  readonly tools?: Partial<PullTools>
}

export interface RunRequest {
  readonly trigger: Trigger
  readonly plannedAt?: Date | null
  readonly actor: string
  readonly signal: AbortSignal
  readonly onProgress?: (progress: { file: string; rows: number }) => void
}

/** A run that should begin now. */
export interface PlannedRun {
  readonly source: string
  readonly title: string
  readonly trigger: Trigger
  readonly plannedAt: Date | null
}

/** One source as the morning table shows it. */
export interface MorningRow extends Standing {
  readonly source: Source
  readonly kinds: readonly Kind[]
  readonly metrics: readonly MetricCard[]
  readonly openRows: number
  readonly nextAt: Date | null
  readonly lastRun: SourceEvent | null
}

const pauseAfterFailureMs = 600_000

/** Sources running now, per warehouse: whoever starts a run in this process, no source overlaps itself. */
const running = new WeakMap<Warehouse, Set<string>>()

/** The declared sources of a data home: their files, their runs, their schedules and how they stand. */
export class Intake {
  private readonly options: IntakeOptions
  private readonly tools: PullTools
  readonly log: SourceLog
  private readonly watch = new FolderWatch()

  constructor(options: IntakeOptions) {
    this.options = options
    this.tools = { ...createTools(options), ...options.tools }
    this.log = new SourceLog(options.warehouse, options.now)
  }

  sources(): Promise<{ sources: Source[]; errors: IngestError[] }> {
    return readSources(this.options.dataDir)
  }

  find(name: string): Promise<Source> {
    return findSource(this.options.dataDir, name)
  }

  async save(name: string, settings: SourceFile): Promise<Source> {
    return saveSource(this.options.dataDir, name, settings)
  }

  async remove(name: string): Promise<void> {
    await removeSource(this.options.dataDir, name)
  }

  /** The folder a folder source watches. */
  folderOf(source: Source): string | null {
    return source.type === 'folder' ? watchedFolder(this.options.dataDir, source).folder : null
  }

  /** First rows of a source, stored or not yet, with the fields they would become. Throws IngestError. */
  preview(source: Source, signal: AbortSignal): Promise<SourcePreview> {
    return previewSource(this.context, source, signal)
  }

  /**
   * One run of a source, written to the run log whatever comes of it. Throws IngestError `source_unknown`,
   * `source_busy`, and what reading and loading throw; a failed run has then been logged.
   */
  async run(name: string, request: RunRequest): Promise<RunResult> {
    const source = await this.find(name)
    const busy = this.busy
    if (busy.has(name))
      throw new IngestError('source_busy', `“${source.settings.title}”正在接入，请等它完成。`, name)
    busy.add(name)
    try {
      return await this.runLogged(source, request)
    } finally {
      busy.delete(name)
    }
  }

  /**
   * Files of a source that came in by another way, such as one that waited for its columns to be named: to the run log
   * they are a run like any other. Names that are no declared source are let pass.
   */
  async noteDelivery(name: string, actor: string, { loads, errors }: IngestResult): Promise<void> {
    const { sources } = await this.sources()
    if (!sources.some((source) => source.name === name)) return
    const head = await this.logStart(name, { trigger: 'manual', actor })
    const result = summarise(head.run_id, loads.length + errors.length, loads, errors)
    await logEnd(this.log, head, { ...result, mark: await this.log.mark(name) })
  }

  /** Whether a run of the source is under way. */
  isBusy(name: string): boolean {
    return this.busy.has(name)
  }

  /** Whether a person has paused the source; it then runs on request only. */
  async isPaused(name: string): Promise<boolean> {
    return historyOf(groupBySource(await this.log.latest()).get(name) ?? []).isPaused
  }

  async setPaused(name: string, isPaused: boolean, actor: string): Promise<void> {
    await this.find(name)
    await this.log.add({ source: name, type: isPaused ? 'paused' : 'resumed', actor })
  }

  /**
   * What should run now: schedules that are due and folders in which files have arrived. Planned times that passed
   * without a run are written to the log as missed, with `why`; they come back as runs where the source asks for it.
   */
  async plan(why: string): Promise<PlannedRun[]> {
    const { sources } = await this.sources()
    const events = groupBySource(await this.log.latest())
    const planned: PlannedRun[] = []
    for (const source of sources) {
      const own = events.get(source.name) ?? []
      if (historyOf(own).isPaused || this.busy.has(source.name)) continue
      planned.push(...(await this.planSource(source, own, why)))
    }
    return planned
  }

  /** Notes runs that an earlier process began and did not end; returns their sources, to be run again. */
  async recover(): Promise<PlannedRun[]> {
    const { sources } = await this.sources()
    const titles = new Map(sources.map((source) => [source.name, source.settings.title]))
    const open = await this.log.openRuns()
    for (const run of open)
      await this.log.add({
        source: run.source,
        type: 'ended',
        run_id: run.run_id,
        planned_at: run.planned_at,
        outcome: 'failed',
        error_code: 'source_interrupted',
        message: '接入进行到一半时服务停了，没有写入半截数据',
        actor: 'system',
      })
    return [...new Set(open.map((run) => run.source))].flatMap((source) => {
      const title = titles.get(source)
      return title === undefined ? [] : [{ source, title, trigger: 'catch_up' as const, plannedAt: null }]
    })
  }

  /** How every source stands, and the files that could not be read as sources. */
  async morning(): Promise<{ rows: MorningRow[]; errors: IngestError[] }> {
    const { warehouse, now } = this.options
    const { sources, errors } = await this.sources()
    const events = groupBySource(await this.log.latest())
    const open = await warehouse.query(sourceQueries.openQuarantine, {})
    const unbalancedLoads = await warehouse.query(sourceQueries.unbalanced, {})
    const loads = await warehouse.query(sourceQueries.lastLoads, {})
    const cards = warehouse.metricCards()
    const rows = sources.map(async (source): Promise<MorningRow> => {
      const history = historyOf(events.get(source.name) ?? [])
      const openRows = open.find((row) => row.source === source.name)?.open_rows ?? 0
      const unbalanced = unbalancedLoads.find((row) => row.source === source.name)?.loads ?? 0
      const kinds = source.settings.kind
        ? [source.settings.kind]
        : loads.filter((load) => load.source === source.name).map((load) => load.kind as Kind)
      const dueAt = dueTime(source, history, now())
      const servedAt = await this.servedAt(source, dueAt)
      return {
        ...standingOf(source, history, { dueAt, servedAt, openRows, unbalanced, now: now() }),
        source,
        kinds,
        metrics: dependents(cards, kinds),
        openRows,
        nextAt: history.isPaused ? null : nextTime(source, now()),
        lastRun: history.ended,
      }
    })
    return { rows: await Promise.all(rows), errors }
  }

  /** When the data planned for `dueAt` came. */
  private async servedAt(source: Source, dueAt: Date | null): Promise<Date | null> {
    if (dueAt === null) return null
    const [first] = await this.options.warehouse.query(sourceQueries.firstSuccess, {
      source: source.name,
      since: toInstant(servesFrom(source, dueAt)),
      with_empty: source.type !== 'folder',
    })
    return first?.happened_at ? new Date(first.happened_at) : null
  }

  private get context() {
    return { warehouse: this.options.warehouse, dataDir: this.options.dataDir, tools: this.tools }
  }

  private get busy(): Set<string> {
    const known = running.get(this.options.warehouse)
    if (known) return known
    const set = new Set<string>()
    running.set(this.options.warehouse, set)
    return set
  }

  /** Writes that a run began; what the entries of one run have in common. */
  private async logStart(
    source: string,
    { trigger, plannedAt, actor }: Pick<RunRequest, 'trigger' | 'plannedAt' | 'actor'>,
  ) {
    const head = {
      source,
      run_id: `R${this.options.now().getTime()}-${source}`,
      planned_at: plannedAt ? toInstant(plannedAt) : null,
      trigger_kind: trigger,
      actor,
    }
    await this.log.add({ ...head, type: 'started' })
    return head
  }

  private async runLogged(source: Source, request: RunRequest): Promise<RunResult> {
    const head = await this.logStart(source.name, request)
    try {
      const result = await runSource(this.context, source, {
        actor: request.actor,
        signal: request.signal,
        onProgress: request.onProgress ?? (() => undefined),
        mark: await this.log.mark(source.name),
      })
      await logEnd(this.log, head, result)
      return { ...result, runId: head.run_id }
    } catch (error) {
      await logFailure(this.log, head, error)
      throw error
    }
  }

  private async planSource(
    source: Source,
    events: readonly SourceEvent[],
    why: string,
  ): Promise<PlannedRun[]> {
    const { now, dataDir } = this.options
    const { schedule, title } = source.settings
    const name = source.name
    if (schedule !== undefined) {
      const handled = await this.handledUntil(source, events)
      const { run, missed } = dueRuns(schedule, handled, now())
      for (const time of missed)
        await this.log.add({
          source: name,
          type: 'missed',
          planned_at: toInstant(time),
          error_code: 'source_missed',
          message: why,
          actor: 'system',
        })
      if (run !== null) return [{ source: name, title, trigger: 'schedule', plannedAt: run }]
      const last = missed.at(-1)
      if (last !== undefined && schedule.catch_up)
        return [{ source: name, title, trigger: 'catch_up', plannedAt: last }]
    }
    const arrived = source.type === 'folder' && (await this.watch.hasArrivals(dataDir, source))
    return arrived && !this.failedJustNow(events)
      ? [{ source: name, title, trigger: 'watch', plannedAt: null }]
      : []
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
      await this.log.add({ source: source.name, type: 'declared', detail, actor: 'system' })
      return this.options.now()
    }
    const times = events
      .filter((event) => event.type === 'declared' || event.type === 'resumed')
      .map((event) => event.happened_at)
    const planned = events.flatMap((event) => (event.planned_at === null ? [] : [event.planned_at]))
    return new Date([...times, ...planned].sort().at(-1) ?? 0)
  }
}

/** The metrics made from any of the kinds, those made from little else first. */
function dependents(cards: readonly MetricCard[], kinds: readonly Kind[]): MetricCard[] {
  return cards
    .filter((card) => card.kinds.some((kind) => kinds.includes(kind)))
    .sort(
      (left, right) =>
        left.kinds.length - right.kinds.length || left.label.localeCompare(right.label, 'zh-CN'),
    )
}

function nextTime({ settings }: Source, now: Date): Date | null {
  return settings.schedule === undefined ? null : nextOccurrence(settings.schedule, now)
}

function groupBySource(events: readonly SourceEvent[]): Map<string, SourceEvent[]> {
  const groups = new Map<string, SourceEvent[]>()
  for (const event of events) groups.set(event.source, [...(groups.get(event.source) ?? []), event])
  return groups
}
