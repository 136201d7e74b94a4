import { basename, join } from 'node:path'
import type { Kind, LoadReport, Warehouse, WriteBatch } from '#warehouse'
import { IngestError, isAskable } from '../errors.ts'
import { PendingFiles } from '../mapping/pending.ts'
import { mappingsFor } from '../mapping/match.ts'
import { readMapping, readMappingFolder } from '../mapping/read.ts'
import type { ContractPolicy } from '../sources/policy.ts'
import { contracts } from '../sources/contracts.ts'
import { readMasters, type Masters } from '../sources/references.ts'
import { findRepairs } from '../loads/repairs.ts'
import { withoutPersonalData } from '../privacy/mask.ts'
import { applyLate, type LateTotals } from '../reconcile/late-totals.ts'
import { findSidecar } from '../reconcile/sidecar.ts'
import { standingOf } from '../reconcile/standing.ts'
import { checkTotals, type StatedTotals } from '../reconcile/statement.ts'
import { takeCorrections } from '../quarantine/correct.ts'
import { clearAbandoned } from './archive.ts'
import { layoutsBefore } from './column-changes.ts'
import { collectFiles, loneTotals, type SourceFile } from './collect-files.ts'
import { learnFromFiles } from './learn-masters.ts'
import { loadFile, type LoadOptions } from './load-file.ts'

export interface IngestOptions {
  /** All files are of this kind; without it each file's headers tell. */
  readonly kind?: Kind | undefined
  /** Path of a mapping file to use for all files. */
  readonly mapping?: string | undefined
  /** How strictly the files are held to their contracts; wins over what their mappings say. */
  readonly policy?: ContractPolicy | undefined
  /** Name of the declared source the files come from, as the ledger shows it. */
  readonly source?: string | undefined
  /** What the one file must add up to: rows, and sums by column in 元. */
  readonly stated?: StatedTotals | undefined
  readonly dataDir: string
  readonly actor: string
  readonly now: () => Date
  /** The day that counts as today for what has happened, where it is not that of `now`: samples have their own. */
  readonly today?: string | undefined
  /** Files whose headers nothing knows wait for a person to say what their columns are; false: they are only told. */
  readonly keepUnknown?: boolean | undefined
  /** Bytes from which the engine reads a text by itself; only tests ask for fewer than usual. */
  readonly bulkBytes?: number | undefined
  readonly onProgress?: ((progress: { file: string; rows: number }) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

/** What came of a file: one for each kind that its sheets hold. */
export type LoadSummary = LoadReport & { readonly file: string }

export interface FileProblem {
  readonly file: string
  readonly code: string
  readonly message: string
}

export interface IngestResult {
  readonly loads: LoadSummary[]
  readonly errors: FileProblem[]
  /** What else was done: control totals that came after their file, and whether they match it. */
  readonly notes: readonly { readonly text: string; readonly balanced: boolean }[]
}

/**
 * Takes files and folders into the warehouse in one write: everything readable is loaded and published together;
 * a file that cannot be read is reported in `errors` and spoils no other. Rows = accepted + quarantined + unchanged.
 * Throws WarehouseError when the warehouse itself fails, and IngestError `cancelled` on abort; then nothing is kept.
 */
export async function ingestPaths(
  warehouse: Warehouse,
  paths: readonly string[],
  options: IngestOptions,
): Promise<IngestResult> {
  await clearAbandoned(options.dataDir, options.now().getTime())
  const mapping = options.mapping === undefined ? null : await readMapping(options.mapping)
  const { mappings, errors: mappingErrors } = await readMappingFolder(join(options.dataDir, 'mappings'))
  const { files, errors } = await collectAll(paths)
  if (options.stated !== undefined) checkStated(options.stated, files)
  const fitting = mappingsFor(mappings, options.source ?? null)
  const write = new FileWrite(warehouse, files, {
    ...options,
    kind: options.kind,
    source: options.source,
    mapping,
    mappings: fitting,
    masters: await mastersFor(warehouse, files, { ...options, mapping, mappings: fitting }),
  })
  const loads = await write.run()
  loads.push(...(await takeAll(warehouse, write, options)))
  if (options.keepUnknown !== false) await keepWaiting(write.unknown, options)
  const late = await applyLate(warehouse, options.source ?? null, loneTotals(paths, files), options)
  return {
    loads,
    errors: [...mappingErrors.map((error) => problem(error)), ...errors, ...write.errors, ...unused(late)],
    notes: late
      .filter(({ applied }) => applied)
      .map(({ sentence, balanced }) => ({ text: withoutPersonalData(sentence), balanced })),
  }
}

/** Totals that nothing could be compared with. */
function unused(late: readonly LateTotals[]): FileProblem[] {
  return late
    .filter(({ applied }) => !applied)
    .map(({ path, sentence }) => ({
      file: withoutPersonalData(basename(path)),
      code: 'totals_unused',
      message: withoutPersonalData(`${sentence}。请和数据文件一起送来，或在那一批的导入详情里录入。`),
    }))
}

/** What the warehouse knows already, and what files that come together tell each other. */
async function mastersFor(
  warehouse: Warehouse,
  files: readonly SourceFile[],
  {
    kind,
    mapping,
    mappings,
    policy,
  }: Pick<LoadOptions, 'mapping' | 'mappings'> & Pick<IngestOptions, 'kind' | 'policy'>,
): Promise<Masters> {
  const masters = await readMasters(warehouse)
  if (files.length < 2) return masters
  const contract = kind === undefined ? null : contracts[kind]
  return learnFromFiles(files, { contract, mapping, mappings, policy }, masters)
}

/** Totals given by hand belong to one file. */
function checkStated(stated: StatedTotals, files: readonly SourceFile[]): void {
  checkTotals(stated, files[0]?.name ?? '')
  if (files.length > 1)
    throw new IngestError(
      'totals_invalid',
      `对账数只能和一个文件一起给出，这里有 ${files.length} 个文件。请一个一个接入，或在每个文件旁边放对账文件。`,
      files[1]?.name ?? '',
    )
}

/** Puts files that a person has to look at where the console lists them. */
async function keepWaiting(unknown: FileWrite['unknown'], options: IngestOptions): Promise<void> {
  const pending = new PendingFiles(options.dataDir)
  const { actor, source = null } = options
  const at = options.now().toISOString()
  for (const [file, { code, message }] of unknown)
    await pending.keep(file, { code, message, actor, source, at })
}

async function collectAll(paths: readonly string[]): Promise<{ files: SourceFile[]; errors: FileProblem[] }> {
  const files: SourceFile[] = []
  const errors: FileProblem[] = []
  for (const path of paths)
    try {
      files.push(...(await collectFiles(path)))
    } catch (error) {
      errors.push(problem(asIngestError(error)))
    }
  return { files, errors }
}

/** Corrected refused rows among the files: they answer to the quarantine. */
async function takeAll(
  warehouse: Warehouse,
  write: FileWrite,
  options: IngestOptions,
): Promise<LoadSummary[]> {
  const summaries: LoadSummary[] = []
  for (const file of write.corrections)
    try {
      const { loads, strange } = await takeCorrections(warehouse, file.path, options)
      summaries.push(...loads.map((report) => summary(file, report)))
      if (strange.length > 0) write.errors.push(problem(strangeRows(file, strange), file))
    } catch (error) {
      write.errors.push(problem(asIngestError(error), file))
    }
  return summaries
}

function strangeRows({ name }: SourceFile, ids: readonly string[]): IngestError {
  const named = `${ids.slice(0, mostNamed).join('、')}${ids.length > mostNamed ? '等' : ''}`
  return new IngestError(
    'correction_unknown',
    `“${name}”里有 ${ids.length} 行的隔离编号不在隔离区（${named}），没有处理：编号被改动过，或这一批已经撤回。其余各行已按改好的内容重放。`,
    name,
  )
}

const mostNamed = 5

type WriteSettings = Pick<
  LoadOptions,
  'dataDir' | 'actor' | 'now' | 'today' | 'kind' | 'source' | 'mapping' | 'mappings' | 'policy' | 'masters'
> &
  Pick<IngestOptions, 'onProgress' | 'signal' | 'stated'>

/** One write of several files. A file that breaks off in the middle undoes the write, which is then repeated without it. */
class FileWrite {
  readonly errors: FileProblem[] = []
  /** Files that are corrected refused rows. */
  readonly corrections = new Set<SourceFile>()
  /** Files, or sheets in them, that only lack somebody who says what their columns are. */
  readonly unknown = new Map<SourceFile, IngestError>()
  private readonly warehouse: Warehouse
  private readonly settings: WriteSettings
  private files: readonly SourceFile[]
  /** Told of, and left out of every further try. */
  private readonly unreadable = new Set<SourceFile>()
  private broken: { file: SourceFile; error: unknown } | null = null

  constructor(warehouse: Warehouse, files: readonly SourceFile[], settings: WriteSettings) {
    this.warehouse = warehouse
    this.files = files
    this.settings = settings
  }

  async run(): Promise<LoadSummary[]> {
    while (this.files.length > 0) {
      this.broken = null
      try {
        const outcome = await this.warehouse.write((batch) => this.loadAll(batch))
        return outcome.value
      } catch (error) {
        this.leaveOut(error)
      }
    }
    return []
  }

  private async loadAll(batch: WriteBatch): Promise<LoadSummary[]> {
    const summaries: LoadSummary[] = []
    for (const file of this.files)
      try {
        const reports = await loadFile(batch, file, this.optionsFor(file))
        summaries.push(...reports.map((report) => summary(file, report)))
      } catch (error) {
        if (this.broken || !(error instanceof IngestError)) throw error
        if (error.code === 'correction_file') this.corrections.add(file)
        else this.errors.push(problem(error, file))
        if (isAskable(error.code)) this.unknown.set(file, error)
        this.unreadable.add(file)
      }
    this.files = this.files.filter((file) => !this.unreadable.has(file))
    return summaries
  }

  /** After a broken file: note it and go on with the others; anything else is not ours to handle. */
  private leaveOut(error: unknown): void {
    const { broken } = this
    if (!broken || !(broken.error instanceof IngestError) || broken.error.code === 'cancelled') throw error
    this.errors.push(problem(broken.error, broken.file))
    this.files = this.files.filter((file) => file !== broken.file && !this.unreadable.has(file))
  }

  private optionsFor(file: SourceFile): LoadOptions {
    const { onProgress, ...settings } = this.settings
    return {
      ...settings,
      signal: this.settings.signal,
      standingOf: async (from, fileHash, kind) =>
        standingOf(
          this.warehouse,
          { hash: fileHash, kind },
          this.settings.stated ?? (await findSidecar(from.path)),
        ),
      hasTotals: async (from) => (this.settings.stated ?? (await findSidecar(from.path))) !== null,
      layoutsBefore: (load) => layoutsBefore(this.warehouse, load),
      repairsOf: (fileHash, kind) => findRepairs(this.warehouse, fileHash, kind),
      onUnknown: (error) => this.unknown.set(file, error),
      onRows: (rows) => onProgress?.({ file: file.name, rows }),
      onBroken: (error) => {
        this.broken = { file, error }
      },
    }
  }
}

function summary(file: SourceFile, report: LoadReport): LoadSummary {
  return { file: withoutPersonalData(file.name), ...report }
}

function problem(error: IngestError, file?: SourceFile): FileProblem {
  return {
    file: withoutPersonalData(file?.name ?? error.place),
    code: error.code,
    message: withoutPersonalData(error.message),
  }
}

function asIngestError(error: unknown): IngestError {
  if (error instanceof IngestError) return error
  throw error
}
