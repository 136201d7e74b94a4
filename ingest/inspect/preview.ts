import { join } from 'node:path'
import type { Kind, Warehouse, WritePreview } from '#warehouse'
import { readMasters } from '../sources/references.ts'
import { IngestError } from '../errors.ts'
import { mappingsFor } from '../mapping/match.ts'
import { readMapping, readMappingFolder } from '../mapping/read.ts'
import { findSidecar } from '../reconcile/sidecar.ts'
import { standingOf } from '../reconcile/standing.ts'
import { findRepairs } from '../loads/repairs.ts'
import type { Mapping } from '../mapping/mapping.ts'
import { collectFiles, type SourceFile } from '../pipeline/collect-files.ts'
import { loadFile } from '../pipeline/load-file.ts'
import { inspectFile } from './inspect-file.ts'
import type { FileInspection } from './types.ts'

export interface PreviewOptions {
  readonly kind?: Kind | undefined
  /** Path of a mapping file to use for all files. */
  readonly mapping?: string | undefined
  readonly dataDir: string
  readonly actor: string
  readonly now: () => Date
}

/** What taking files in would do; nothing is kept. */
export interface FilePreview {
  readonly file: string
  readonly inspection: FileInspection | null
  /** Null while the file needs somebody to say what its columns are, or cannot be read. */
  readonly effect: Effect | null
  readonly problem: { readonly code: string; readonly message: string } | null
}

/** Rows, tables and numbers that would be different. */
export interface Effect {
  readonly rows: number
  readonly accepted: number
  readonly quarantined: number
  readonly unchanged: number
  readonly warnings: readonly string[]
  readonly marts: WritePreview<unknown>['marts']
  readonly metrics: WritePreview<unknown>['metrics']
}

/** The dry run of files and folders: each file by itself, against what the warehouse holds now. */
export async function previewPaths(
  warehouse: Warehouse,
  paths: readonly string[],
  options: PreviewOptions,
): Promise<FilePreview[]> {
  const mapping = options.mapping === undefined ? null : await readMapping(options.mapping)
  const { mappings: all } = await readMappingFolder(join(options.dataDir, 'mappings'))
  const mappings = mappingsFor(all, null)
  const previews: FilePreview[] = []
  for (const path of paths)
    for (const file of await collectFiles(path))
      previews.push(await previewFile(warehouse, file, mapping, mappings, options))
  return previews
}

async function previewFile(
  warehouse: Warehouse,
  file: SourceFile,
  mapping: Mapping | null,
  mappings: readonly Mapping[],
  options: PreviewOptions,
): Promise<FilePreview> {
  try {
    const inspection = await inspectFile(file.path, { ...options, fileName: file.name, mapping, mappings })
    const isReady = inspection.sheets.some((sheet) => !sheet.needsConfirmation)
    const effect = isReady ? await previewEffect(warehouse, file, mapping, mappings, options) : null
    return { file: file.name, inspection, effect, problem: null }
  } catch (error) {
    if (!(error instanceof IngestError)) throw error
    const problem = { code: error.code, message: error.message }
    return { file: file.name, inspection: null, effect: null, problem }
  }
}

/** Loads the file into a write that is taken back, and tells what it would have changed. */
export async function previewEffect(
  warehouse: Warehouse,
  file: SourceFile,
  mapping: Mapping | null,
  mappings: readonly Mapping[],
  { kind, ...options }: Omit<PreviewOptions, 'mapping'>,
): Promise<Effect> {
  const masters = await readMasters(warehouse)
  const preview = await warehouse.preview((batch) =>
    loadFile(batch, file, {
      dataDir: options.dataDir,
      actor: options.actor,
      now: options.now,
      kind,
      source: undefined,
      mapping,
      mappings,
      masters,
      repairsOf: (fileHash, kindOf) => findRepairs(warehouse, fileHash, kindOf),
      standingOf: async (from, fileHash, kindOf) =>
        standingOf(warehouse, { hash: fileHash, kind: kindOf }, await findSidecar(from.path)),
      isRehearsal: true,
      onRows: () => undefined,
      onBroken: () => undefined,
      signal: undefined,
    }),
  )
  const sum = (of: (load: (typeof preview.loads)[number]) => number) =>
    preview.loads.reduce((total, load) => total + of(load), 0)
  return {
    rows: sum((load) => load.rows),
    accepted: sum((load) => load.accepted),
    quarantined: sum((load) => load.quarantined),
    unchanged: sum((load) => load.unchanged),
    warnings: preview.loads.flatMap((load) => load.warnings),
    marts: preview.marts,
    metrics: preview.metrics,
  }
}
