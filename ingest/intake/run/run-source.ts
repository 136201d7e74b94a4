import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import type { Warehouse } from '#warehouse'
import { IngestError } from '../../errors.ts'
import { ingestPaths, type FileProblem, type IngestResult } from '../../pipeline/ingest-paths.ts'
import type { StatedTotals } from '../../reconcile/statement.ts'
import type { Source } from '../declare/source.ts'
import { lookInto, pickUp, putDone, settled, type PickedFile } from '../folder/pick-up.ts'
import { applyFromFolder, loneSidecars } from '../folder/late-sidecars.ts'
import { passedOver } from '../folder/passed-over.ts'
import { putRefused, settleRefused } from '../folder/refused.ts'
import { summarise, withMessage, withNotes, type RunResult } from './outcome.ts'
import { pullToFile } from './pull.ts'
import type { PullTools } from './tools.ts'

export interface RunContext {
  readonly warehouse: Warehouse
  readonly dataDir: string
  readonly tools: PullTools
}

export interface RunOptions {
  readonly actor: string
  readonly signal: AbortSignal
  readonly onProgress: (progress: { file: string; rows: number }) => void
  /** Does what changes the data, when nothing else does. */
  readonly exclusively: <T>(task: () => Promise<T>) => Promise<T>
  /** Where the last committed pull ended. */
  readonly mark: string | null
}

const defaultSettleSeconds = 10

/** Brings in what a source has: the files of a folder, or the records of a pull. Throws IngestError, WarehouseError. */
export async function runSource(
  context: RunContext,
  source: Source,
  options: RunOptions,
): Promise<RunResult & { mark: string | null }> {
  const runId = randomUUID()
  if (source.type === 'folder')
    return { ...(await runFolder(runId, context, source, options)), mark: options.mark }
  return runPull(runId, context, source, options)
}

/** The folder a source watches: its own under the inbox, or the path its file names. */
export function watchedFolder(dataDir: string, source: Source): { folder: string; isOurs: boolean } {
  const path = source.settings.folder?.path
  if (path === undefined) return { folder: join(dataDir, 'inbox', source.name), isOurs: true }
  return isAbsolute(path) ? { folder: path, isOurs: false } : { folder: join(dataDir, path), isOurs: true }
}

async function runFolder(
  runId: string,
  context: RunContext,
  source: Source,
  options: RunOptions,
): Promise<RunResult> {
  const { folder, isOurs } = watchedFolder(context.dataDir, source)
  const settleMs = (source.settings.folder?.settle_seconds ?? defaultSettleSeconds) * 1000
  const before = await lookInto(folder, isOurs)
  if (before.size > 0 && settleMs > 0) await context.tools.sleep(settleMs, options.signal)
  const after = await lookInto(folder, false)
  const names = settled(before, after)
  const late = await options.exclusively(() =>
    applyFromFolder(context.warehouse, source.name, {
      folder,
      names: loneSidecars(names, [...after.keys()]),
      by: { actor: options.actor, now: context.tools.now },
    }),
  )
  const picked = await pickUp(folder, names)
  const passed = await passedOver(folder)
  const notes = [...late, ...(passed === null ? [] : [passed])]
  if (picked.length === 0) return withMessage(summarise(runId, 0, [], []), notes)
  const result = await ingest(
    context,
    source,
    picked.map((file) => file.path),
    options,
  )
  const errors = await putAllAway(folder, picked, result, context.tools.now())
  return withMessage(summarise(runId, picked.length, result.loads, errors), notes)
}

async function putAllAway(
  folder: string,
  picked: readonly PickedFile[],
  result: IngestResult,
  now: Date,
): Promise<FileProblem[]> {
  const errors: FileProblem[] = []
  for (const file of picked) {
    const refused = result.errors.find((error) => error.file === file.name)
    if (refused) {
      errors.push(refused)
      await putRefused(folder, file, refused.message)
    } else {
      await putDone(folder, file, now)
      await settleRefused(folder, [file.name])
    }
  }
  return errors
}

async function runPull(
  runId: string,
  context: RunContext,
  source: Source,
  options: RunOptions,
): Promise<RunResult & { mark: string | null }> {
  const { tools, dataDir } = context
  const pulled = await pullToFile(source, { dataDir, mark: options.mark, startedAt: tools.now() }, tools, {
    signal: options.signal,
    onRecords: (rows) => {
      options.onProgress({ file: source.settings.title, rows })
    },
  })
  try {
    if (pulled.records === 0) return { ...summarise(runId, 0, [], []), mark: pulled.mark }
    const { stated } = pulled.notes
    const { loads, errors } = await ingest(context, source, [pulled.path], {
      ...options,
      // Rows that arrived while the pages were turned may make it more than was stated.
      stated: stated !== null && pulled.records <= stated ? { rows: stated } : undefined,
    })
    const own = errors.filter((error) => pulled.path.endsWith(error.file))
    return {
      ...withNotes(summarise(runId, 1, loads, own), pulled),
      mark: own.length > 0 ? options.mark : pulled.mark,
    }
  } finally {
    await pulled.discard()
  }
}

function ingest(
  context: RunContext,
  source: Source,
  paths: readonly string[],
  options: RunOptions & { readonly stated?: StatedTotals | undefined },
): Promise<IngestResult> {
  return options.exclusively(() => {
    options.signal.throwIfAborted()
    return load(context, source, paths, options)
  })
}

async function load(
  { warehouse, dataDir, tools }: RunContext,
  source: Source,
  paths: readonly string[],
  { actor, signal, onProgress, stated }: Parameters<typeof ingest>[3],
): Promise<IngestResult> {
  const { kind, mapping, policy } = source.settings
  return ingestPaths(warehouse, paths, {
    source: source.name,
    kind,
    mapping: mapping === undefined ? undefined : await mappingPath(dataDir, mapping),
    policy,
    stated,
    dataDir,
    actor,
    now: tools.now,
    signal,
    onProgress,
  })
}

/** The mapping file a source names. Throws IngestError `mapping_invalid`. */
export async function mappingPath(dataDir: string, name: string): Promise<string> {
  const plain = join(dataDir, 'mappings', name)
  for (const path of [plain, `${plain}.yaml`, `${plain}.yml`])
    if ((await stat(path).catch(() => null))?.isFile()) return path
  throw new IngestError('mapping_invalid', `找不到映射文件“${name}”，请核对来源的 mapping。`, name)
}
