import { shanghaiDay } from '#calendar'
import type { Kind, LoadReport, LoadRequest, WriteBatch } from '#warehouse'
import { IngestError } from '../errors.ts'
import type { Mapping } from '../mapping/mapping.ts'
import { contracts } from '../sources/contracts.ts'
import { identityFields, type Contract } from '../sources/contract.ts'
import type { ContractPolicy } from '../sources/policy.ts'
import type { Masters } from '../sources/references.ts'
import { stageFile, type StagedFile } from './archive.ts'
import type { SourceFile } from './collect-files.ts'
import { columnChanges, type LayoutBefore, type Series } from './column-changes.ts'
import { feedSheets } from './feed.ts'
import { planFile, type FilePlan } from './file-plan.ts'
import { learnMasters } from './learn-masters.ts'
import { keepMapping } from '../loads/mappings.ts'
import type { Repairs } from '../loads/repairs.ts'
import { withoutPersonalData } from '../privacy/mask.ts'
import type { Standing } from '../reconcile/standing.ts'
import { observationTime } from './observed.ts'
import { layoutOf, type SheetPlan } from './sheet-plan.ts'

export interface LoadOptions {
  readonly dataDir: string
  readonly actor: string
  readonly now: () => Date
  readonly kind: Kind | undefined
  readonly source: string | undefined
  readonly mapping: Mapping | null
  readonly mappings: readonly Mapping[]
  readonly policy?: ContractPolicy | undefined
  /** The day that counts as today for what has happened, where it is not that of `now`. */
  readonly today?: string | undefined
  /** What the rows' references are held to. */
  readonly masters: Masters
  /** What people corrected in the file, should it have been here before. */
  readonly repairsOf: (fileHash: string, kind: Kind) => Promise<Repairs>
  /** The columns that the same series of files brought lately, the newest load first. */
  readonly layoutsBefore?: (load: Series) => Promise<LayoutBefore[]>
  /** What the file must add up to: stated beside it, given with it, or typed by people before. */
  readonly standingOf: (file: SourceFile, fileHash: string, kind: Kind) => Promise<Standing>
  /** Whether totals lie beside the file or were given with it. */
  readonly hasTotals?: (file: SourceFile) => Promise<boolean>
  readonly onRows: (rows: number) => void
  /** Called when reading breaks off after loading began: the whole write must then be undone. */
  readonly onBroken: (error: unknown) => void
  readonly signal: AbortSignal | undefined
  /** Called when a sheet beside those that were read waits for a person to say what its columns are. */
  readonly onUnknown?: (error: IngestError) => void
  /** See FeedOptions. */
  readonly bulkBytes?: number | undefined
  /** The write will be taken back: the file is not archived. */
  readonly isRehearsal?: boolean
}

/** Loads one file into an open write: one load for each kind its sheets hold. */
export async function loadFile(
  batch: WriteBatch,
  file: SourceFile,
  options: LoadOptions,
): Promise<LoadReport[]> {
  const staged = await stageFile(file, options.dataDir)
  try {
    const planned = await planFile(staged.path, {
      fileName: file.name,
      contract: options.kind === undefined ? null : contracts[options.kind],
      mapping: options.mapping,
      mappings: options.mappings,
      policy: options.policy,
      masters: options.masters,
      today: options.today ?? shanghaiDay(options.now()),
    })
    try {
      const plan = await withOwnMasters(planned)
      const reports = await loadKinds(batch, file, staged, plan, options)
      const [waiting] = plan.unknown
      if (waiting) options.onUnknown?.(waiting.error)
      await (options.isRehearsal === true ? staged.discard() : keepAll(plan, staged, options.dataDir))
      return reports
    } finally {
      await planned.table.close()
    }
  } catch (error) {
    await staged.discard()
    throw error
  }
}

/** The sheets of one workbook know each other's units and budget lines. */
async function withOwnMasters(plan: FilePlan): Promise<FilePlan> {
  const [first] = plan.sheets
  if (!first || new Set(plan.sheets.map(({ contract }) => contract.kind)).size < 2) return plan
  const masters = await learnMasters(plan.sheets, first.masters)
  return { ...plan, sheets: plan.sheets.map((sheet) => ({ ...sheet, masters })) }
}

/** The file and the mappings it was read by, for a later look at what was read and how. */
async function keepAll(plan: FilePlan, staged: StagedFile, dataDir: string): Promise<void> {
  for (const sheet of plan.sheets) if (sheet.mapping) await keepMapping(sheet.mapping, dataDir)
  await staged.keep()
}

async function loadKinds(
  batch: WriteBatch,
  file: SourceFile,
  staged: StagedFile,
  plan: FilePlan,
  options: LoadOptions,
): Promise<LoadReport[]> {
  const reports: LoadReport[] = []
  const groups = groupByKind(plan.sheets)
  if (groups.length > 1 && (await options.hasTotals?.(file)) === true) throw totalsOfMany(file)
  for (const sheets of groups) {
    const request = requestFor(file, staged, plan, sheets, options)
    const { kind } = request
    const changes = columnChanges(sheets, (await options.layoutsBefore?.(request)) ?? [])
    const report = await batch.load(request, async (sink) => {
      try {
        return await feedSheets(sheets, sink, {
          fileName: file.name,
          onRows: options.onRows,
          signal: options.signal,
          bulkBytes: options.bulkBytes,
          notes: () => [...changes, ...(plan.table.notes?.() ?? []), ...sheetNotes(plan)],
          standing: groups.length === 1 ? await options.standingOf(file, staged.hash, kind) : undefined,
          filter: { repairs: await options.repairsOf(staged.hash, kind) },
        })
      } catch (error) {
        options.onBroken(error)
        throw error
      }
    })
    if (report.status === 'read_otherwise') throw readOtherwise(file, report)
    reports.push(report)
  }
  return reports
}

function totalsOfMany({ name }: SourceFile): IngestError {
  return new IngestError(
    'totals_invalid',
    `“${name}”里有几类数据，看不出对账数说的是哪一类，没有数据入库。请把工作簿按类拆开，各附各的对账数；` +
      '或先去掉对账数接入，再在“导入记录”里分批录入。',
    name,
  )
}

function readOtherwise({ name }: SourceFile, { loadId }: LoadReport): IngestError {
  return new IngestError(
    'loaded_otherwise',
    `“${name}”已经按另一种读法接入过（批次 ${loadId}），没有再读一遍，以免同一笔数据算两次。` +
      '映射改过，就在网页“数据接入 → 导入记录”里打开这一批，选“重跑”；要换成别的映射文件，请先撤回这一批，再接入。',
    loadId,
  )
}

/** Sheets of one kind and mapping make one load. */
function groupByKind(sheets: readonly SheetPlan[]): SheetPlan[][] {
  const groups = new Map<string, SheetPlan[]>()
  for (const sheet of sheets) {
    const key = `${sheet.contract.kind}#${sheet.mapping?.fingerprint ?? ''}`
    groups.set(key, [...(groups.get(key) ?? []), sheet])
  }
  return [...groups.values()]
}

function requestFor(
  file: SourceFile,
  staged: StagedFile,
  plan: FilePlan,
  sheets: readonly SheetPlan[],
  options: LoadOptions,
): LoadRequest {
  const [first] = sheets
  if (!first) throw new TypeError('a load needs a sheet')
  const { contract, mapping } = first
  const startedAt = options.now()
  const { modifiedAt } = staged
  return {
    kind: contract.kind,
    source: options.source ?? mapping?.name ?? 'files',
    fileName: withoutPersonalData(file.name),
    fileHash: staged.hash,
    fileBytes: staged.bytes,
    format: plan.table.format,
    encoding: plan.table.encoding,
    sheets: sheets.flatMap((sheet) => (sheet.sheet.name === null ? [] : [sheet.sheet.name])),
    mapping: mapping?.fingerprint ?? null,
    policy: options.policy && JSON.stringify(options.policy),
    layout: sheets.map(layoutOf),
    actor: options.actor,
    key: mapping?.key ?? contract.key,
    identity: identityOf(contract),
    startedAt,
    observedAt: observationTime({ stated: plan.table.observed, modifiedAt, startedAt }, mapping),
  }
}

export function identityOf(contract: Contract): string[] {
  const key = new Set(contract.key)
  return identityFields(contract).filter((name) => !key.has(name))
}

function sheetNotes({ skipped, unknown }: FilePlan): string[] {
  const names = unknown.map(({ name }) => name).join('、')
  return [
    ...(skipped.length === 0 ? [] : [`没有数据表、已跳过的工作表：${skipped.join('、')}`]),
    ...(names === '' ? [] : [`表头没有见过、还没有接入的工作表：${names}，请到“待确认映射”说明各列的含义`]),
  ]
}
