import { join } from 'node:path'
import { shanghaiDay } from '#calendar'
import type { LoadReport, LoadRequest, RefusedPlace, Warehouse, WriteBatch } from '#warehouse'
import { IngestError } from '../errors.ts'
import { readSources } from '../intake/declare/read.ts'
import type { Mapping } from '../mapping/mapping.ts'
import { mappingsFor } from '../mapping/match.ts'
import { readMappingFolder } from '../mapping/read.ts'
import { feedSheets } from '../pipeline/feed.ts'
import { planFile, type FilePlan } from '../pipeline/file-plan.ts'
import { identityOf } from '../pipeline/load-file.ts'
import { RowReader } from '../pipeline/row-reader.ts'
import { layoutOf, type PlanRequest, type SheetPlan } from '../pipeline/sheet-plan.ts'
import { controlSheet } from '../reconcile/reconcile.ts'
import { outcomeOf, standingOf, type Standing } from '../reconcile/standing.ts'
import { contracts } from '../sources/contracts.ts'
import type { ContractPolicy } from '../sources/policy.ts'
import { readMasters, type Masters } from '../sources/references.ts'
import { findArchived } from './archived.ts'
import type { LoadLine } from './line.ts'
import { keptMapping } from './mappings.ts'
import { filteredBatches, findRepairs, placeKeys } from './repairs.ts'

export interface ReadAgainOptions {
  readonly dataDir: string
  readonly actor: string
  readonly now: () => Date
  readonly onProgress?: ((progress: { file: string; rows: number }) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

/** How an archived file is read again: by the mapping of then, or by the mappings of today. */
export type Rules = 'then' | 'today'

/** What the reading is for: a withdrawn load comes back, or some of its refused rows are tried again. */
export type Purpose =
  | {
      readonly again: string
      /** Rows that were replayed later: they are refused as they were, without the corrections made since. */
      readonly replayed?: ReadonlySet<string>
    }
  | {
      readonly again?: string
      readonly replay: { readonly loadId: string; readonly rows: readonly RefusedPlace[] }
    }

/**
 * Reads a load's archived file again into an open write, with the corrections people made to its rows.
 * Errors: IngestError `archive_missing` and what reading a file may throw.
 */
export async function readAgain(
  warehouse: Warehouse,
  batch: WriteBatch,
  loaded: LoadLine,
  rules: Rules,
  purpose: Purpose,
  options: ReadAgainOptions,
): Promise<LoadReport> {
  const line = rules === 'then' ? loaded : await underPolicyOfToday(loaded, options.dataDir)
  return withSheets(
    line,
    rules,
    { ...options, masters: await readMasters(warehouse) },
    async (plan, sheets) => {
      const { replayed, ...place } = { replayed: new Set<string>(), ...purpose }
      const repairs = await findRepairs(warehouse, line.fileHash, line.kind)
      const filter = {
        repairs: new Map([...repairs].filter(([key]) => !replayed.has(key))),
        ...('replay' in purpose ? { only: placeKeys(purpose.replay.rows) } : {}),
      }
      const standing = await standingOfLine(warehouse, line)
      return batch.load({ ...requestOf(line, plan, sheets, options), ...place }, (sink) =>
        feedSheets(sheets, sink, {
          fileName: line.fileName,
          onRows: (rows) => options.onProgress?.({ file: line.fileName, rows }),
          signal: options.signal,
          filter,
          standing,
        }),
      )
    },
  )
}

/** Adds a load up again with the corrections that hold now, and notes in an open write how it stands. */
export async function addUpAgain(
  warehouse: Warehouse,
  batch: WriteBatch,
  loaded: LoadLine,
  options: ReadAgainOptions,
): Promise<void> {
  const line = await underPolicyOfToday(loaded, options.dataDir)
  const masters = await readMasters(warehouse)
  await withSheets(line, 'today', { ...options, masters }, async (_, sheets) => {
    const filter = { repairs: await findRepairs(warehouse, line.fileHash, line.kind) }
    const { stated, explained } = await standingOfLine(warehouse, line)
    const readers = sheets.map((sheet) => new RowReader(sheet))
    for (const [index, sheet] of sheets.entries())
      for await (const rows of filteredBatches(sheet, filter))
        for (const row of rows) readers[index]?.read(row)
    const { repeatedRows = 0, supersededRows = 0 } = line.control ?? {}
    const control = controlSheet(readers, { repeatedRows, supersededRows }, stated)
    await batch.reconcile(line.loadId, outcomeOf(line, control, explained))
  })
}

/** As long as its source is declared, a load is held to what the declaration says of its files now. */
async function underPolicyOfToday(line: LoadLine, dataDir: string): Promise<LoadLine> {
  const { sources } = await readSources(dataDir)
  const declared = sources.find(({ name }) => name === line.source)
  if (!declared) return line
  const { policy } = declared.settings
  return { ...line, policy: policy === undefined ? null : JSON.stringify(policy) }
}

function standingOfLine(warehouse: Warehouse, line: LoadLine): Promise<Standing> {
  const file = { hash: line.fileHash, kind: line.kind }
  return standingOf(warehouse, file, line.control?.stated ?? null)
}

type PlanningOptions = ReadAgainOptions & { readonly masters: Masters }

/** Opens a load's archived file and gives its sheets, planned anew. */
async function withSheets<T>(
  line: LoadLine,
  rules: Rules,
  options: PlanningOptions,
  use: (plan: FilePlan, sheets: readonly SheetPlan[]) => Promise<T>,
): Promise<T> {
  const path = await findArchived(options.dataDir, line.fileHash)
  if (path === null)
    throw new IngestError(
      'archive_missing',
      `“${line.fileName}”的归档原件不见了，不能重读。请从备份恢复 archive 文件夹，或重新接入这个文件。`,
      line.fileName,
    )
  const plan = await planAgain(path, line, rules, options)
  try {
    const sheets = plan.sheets.filter((sheet) => belongs(sheet, line))
    if (sheets.length === 0)
      throw new IngestError(
        'mapping_mismatch',
        `按现在的规则，“${line.fileName}”里找不到这一批的表。请核对映射文件。`,
        line.fileName,
      )
    return await use(plan, sheets)
  } finally {
    await plan.table.close()
  }
}

function belongs({ sheet }: SheetPlan, line: LoadLine): boolean {
  return sheet.name === null || line.sheets.includes(sheet.name)
}

function requestOf(
  line: LoadLine,
  plan: FilePlan,
  sheets: readonly SheetPlan[],
  options: ReadAgainOptions,
): LoadRequest {
  const contract = contracts[line.kind]
  const mapping = sheets[0]?.mapping ?? null
  return {
    kind: line.kind,
    source: line.source,
    fileName: line.fileName,
    fileHash: line.fileHash,
    fileBytes: line.fileBytes,
    format: plan.table.format,
    encoding: plan.table.encoding,
    sheets: line.sheets,
    mapping: mapping?.fingerprint ?? null,
    policy: line.policy ?? undefined,
    layout: sheets.map(layoutOf),
    actor: options.actor,
    key: mapping?.key ?? contract.key,
    identity: identityOf(contract),
    startedAt: options.now(),
    observedAt: line.observedAt,
  }
}

async function planAgain(
  path: string,
  line: LoadLine,
  rules: Rules,
  { dataDir, masters, now }: PlanningOptions,
): Promise<FilePlan> {
  const kept = line.mapping === null ? null : await mappingOfThen(line, dataDir)
  const request: PlanRequest = {
    fileName: line.fileName,
    contract: contracts[line.kind],
    mapping: kept,
    mappings: [],
    masters,
    today: shanghaiDay(now()),
    policy: line.policy === null ? undefined : (JSON.parse(line.policy) as ContractPolicy),
  }
  if (rules === 'then') return planFile(path, request)
  const { mappings: all } = await readMappingFolder(join(dataDir, 'mappings'))
  const mappings = mappingsFor(all, line.source)
  const plan = await planToday(path, { ...request, mapping: null, mappings })
  if (plan?.sheets.some((sheet) => sheet.mapping !== null) || (plan && kept === null)) return plan
  // Loaded by a mapping given by hand, which the data home's folder does not have: it still holds.
  await plan?.table.close()
  return planFile(path, request)
}

/** Null when the file makes no sense without the mapping it was loaded by. */
async function planToday(path: string, request: PlanRequest): Promise<FilePlan | null> {
  try {
    return await planFile(path, request)
  } catch (error) {
    if (error instanceof IngestError && error.code === 'kind_unknown') return null
    throw error
  }
}

/** Errors: IngestError `mapping_missing`. */
async function mappingOfThen(line: LoadLine, dataDir: string): Promise<Mapping> {
  const fingerprint = line.mapping ?? ''
  const kept = await keptMapping(fingerprint, dataDir)
  if (kept) return kept
  const { mappings } = await readMappingFolder(join(dataDir, 'mappings'))
  const same = mappings.find((mapping) => mapping.fingerprint === fingerprint)
  if (same) return same
  throw new IngestError(
    'mapping_missing',
    `载入“${line.fileName}”时用的映射文件已经找不到，不能照当时的规则重读。请撤回这一批后用现在的映射重新接入。`,
    line.fileName,
  )
}
