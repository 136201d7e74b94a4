import { toInstant } from '#calendar'
import type { Warehouse } from '#warehouse'
import { IngestError } from '../errors.ts'
import type { IngestResult } from '../pipeline/ingest-paths.ts'
import { findSource, readSources } from './declare/read.ts'
import { removeSource, saveSource } from './declare/save.ts'
import type { SourceFile } from './declare/schema.ts'
import type { Source } from './declare/source.ts'
import { settleRefused } from './folder/refused.ts'
import { historyOf } from './morning/state.ts'
import { morningRows, type MorningRow } from './morning/rows.ts'
import { SourceLog, type Trigger } from './run/log.ts'
import { summarise, type RunResult } from './run/outcome.ts'
import { previewSource, type SourcePreview } from './run/preview.ts'
import { logEnd, logFailure } from './run/record.ts'
import { runSource, watchedFolder, type RunOptions } from './run/run-source.ts'
import { createTools, type PullTools } from './run/tools.ts'
import { RunPlanner, type PlannedRun } from './schedule/planner.ts'

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
  /** Loads what was fetched when the caller lets it; fetching itself holds nobody up. */
  readonly exclusively?: RunOptions['exclusively']
  readonly onProgress?: (progress: { file: string; rows: number }) => void
}

/** Sources running now, per warehouse: whoever starts a run in this process, no source overlaps itself. */
const running = new WeakMap<Warehouse, Set<string>>()

/** The declared sources of a data home: their files, their runs, their schedules and how they stand. */
export class Intake {
  private readonly options: IntakeOptions
  private readonly tools: PullTools
  readonly log: SourceLog
  private readonly planner: RunPlanner

  constructor(options: IntakeOptions) {
    this.options = options
    this.tools = { ...createTools(options), ...options.tools }
    this.log = new SourceLog(options.warehouse, options.now)
    this.planner = new RunPlanner({ log: this.log, dataDir: options.dataDir, now: options.now })
  }

  sources(): Promise<{ sources: Source[]; errors: IngestError[] }> {
    return readSources(this.options.dataDir)
  }

  find(name: string): Promise<Source> {
    return findSource(this.options.dataDir, name)
  }

  async save(name: string, settings: SourceFile, isNew = false): Promise<Source> {
    return saveSource(this.options.dataDir, name, settings, isNew)
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
   * `source_busy`, and what reading and loading throw; a failed run has then been logged, and one that was aborted is
   * still open: `recover` asks for it again.
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
    const source = sources.find((declared) => declared.name === name)
    if (source === undefined) return
    const folder = this.folderOf(source)
    if (folder !== null)
      await settleRefused(
        folder,
        loads.map(({ file }) => file),
      )
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
    return historyOf((await this.log.latest()).get(name) ?? []).isPaused
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
    const events = await this.log.latest()
    const planned: PlannedRun[] = []
    for (const source of sources) {
      const own = events.get(source.name) ?? []
      if (historyOf(own).isPaused || this.busy.has(source.name)) continue
      const run = await this.planner.plan(source, own, why)
      if (run !== null) planned.push(run)
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
    const { sources, errors } = await this.sources()
    return { rows: await morningRows(this.options, sources, await this.log.latest()), errors }
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
        exclusively: request.exclusively ?? ((task) => task()),
        mark: await this.log.mark(source.name),
      })
      await logEnd(this.log, head, result)
      return { ...result, runId: head.run_id }
    } catch (error) {
      // The service is stopping: the run stays open, and the next start takes it up.
      if (!request.signal.aborted) await logFailure(this.log, head, error)
      throw error
    }
  }
}
