import type { FeedTotals, LoadJudgement, LoadSink, RawRow, RefusedRow, SharedKeys } from '#warehouse'
import { IngestError } from '../errors.ts'
import { controlSheet } from '../reconcile/reconcile.ts'
import { sharingWarnings } from '../reconcile/sharing.ts'
import { judge, type Standing } from '../reconcile/standing.ts'
import { filteredBatches, type RowFilter } from '../loads/repairs.ts'
import type { SourceRow } from '../formats/table.ts'
import { feedBulk } from './bulk/feed-bulk.ts'
import { withoutPersonalData } from '../privacy/mask.ts'
import { RowReader } from './row-reader.ts'
import { describeMerged } from './merged-columns.ts'
import type { SheetPlan } from './sheet-plan.ts'

export interface FeedOptions {
  readonly fileName: string
  readonly onRows: (rows: number) => void
  readonly signal: AbortSignal | undefined
  /** What the clerk should know of the file as a whole; asked once its rows are read. */
  readonly notes?: (() => readonly string[]) | undefined
  /** Corrections of refused rows, and the rows of a replay. */
  readonly filter?: RowFilter | undefined
  /** Bytes from which a text is handed to the engine as a whole where it can read it; only tests ask for fewer than usual. */
  readonly bulkBytes?: number | undefined
  /** What the load must add up to. */
  readonly standing?: Standing | undefined
}

/** Reads the planned sheets of one kind into the sink, batch by batch. */
export async function feedSheets(
  plans: readonly SheetPlan[],
  sink: LoadSink,
  options: FeedOptions,
): Promise<FeedTotals> {
  const readers: RowReader[] = []
  const progress = new RowProgress(options.onRows)
  for (const plan of plans) {
    const reader = new RowReader(plan)
    readers.push(reader)
    const before = progress.rows
    for await (const batch of await rowsOf(plan, reader, sink, options)) {
      if (options.signal?.aborted) throw cancelled(options.fileName)
      const accepted: RawRow[] = []
      const refused: RefusedRow[] = []
      for (const row of batch) {
        const read = reader.read(row)
        if (read === null) continue
        if ('values' in read) accepted.push(read)
        else refused.push(read)
      }
      if (accepted.length > 0) await sink.accept(accepted)
      if (refused.length > 0) await sink.refuse(refused)
      progress.advance(before + reader.rows)
    }
    // Where the engine stored every row, none was left to read.
    progress.advance(before + reader.rows)
  }
  progress.tell()
  return { rowsRead: progress.rows, judge: (sharing) => summarise(plans, readers, sharing, options) }
}

/** Rows read so far, told every few thousand and at the end. */
class RowProgress {
  rows = 0
  private told = 0
  private readonly onRows: (rows: number) => void

  constructor(onRows: (rows: number) => void) {
    this.onRows = onRows
  }

  advance(rows: number): void {
    this.rows = rows
    if (rows - this.told >= toldRows) this.tell()
  }

  tell(): void {
    if (this.rows > this.told) this.onRows(this.rows)
    this.told = this.rows
  }
}

const toldRows = 5000

/** All rows of a sheet, or those of a large text that the engine could not store by itself. */
async function rowsOf(
  plan: SheetPlan,
  reader: RowReader,
  sink: LoadSink,
  { filter, bulkBytes }: FeedOptions,
): Promise<AsyncIterable<SourceRow[]>> {
  const isWhole = !filter || (filter.repairs.size === 0 && !filter.only)
  const rest = isWhole ? await feedBulk(plan, reader, sink, bulkBytes) : null
  return rest ?? filteredBatches(plan, filter)
}

/** Totals and warnings; a replay's few rows have none of their own. */
function summarise(
  plans: readonly SheetPlan[],
  readers: readonly RowReader[],
  sharing: SharedKeys,
  { filter, standing, notes }: FeedOptions,
): LoadJudgement {
  if (filter?.only) return { controlTotals: null, warnings: [] }
  const control = controlSheet(readers, sharing, standing?.stated ?? null)
  const { reconciled, warnings } = judge(control, standing?.explained ?? false)
  return {
    controlTotals: { ...control },
    reconciled,
    warnings: [
      ...plans.flatMap(headerWarnings),
      ...readers.flatMap(rowWarnings),
      ...emptyWarnings(readers),
      ...sharingWarnings(sharing),
      ...warnings,
      ...(notes?.() ?? []),
    ].map(withoutPersonalData),
  }
}

/** Columns that no field takes, and second columns for a field that has one already. */
export function headerWarnings(plan: SheetPlan): string[] {
  const taken = new Set(plan.columns.values())
  const name = (index: number): string => `“${plan.headers[index] ?? ''}”`
  const unknown = plan.headers.flatMap((header, index) =>
    header === '' || taken.has(index) || plan.surplus.includes(index) ? [] : [name(index)],
  )
  const where = plan.sheet.name === null ? '' : `工作表“${plan.sheet.name}”：`
  const warnings: string[] = []
  // Under other policies the rows say it, with counts.
  if (unknown.length > 0 && plan.policy.columns === 'evolve')
    warnings.push(`${where}不认识的列已原样保留：${unknown.join('、')}`)
  if (plan.surplus.length > 0)
    warnings.push(`${where}有几列含义相同，只取了一列，其余原样保留：${plan.surplus.map(name).join('、')}`)
  warnings.push(...describeMerged(plan.merged, plan.headers).map((clause) => `${where}${clause}`))
  return warnings
}

export function rowWarnings(reader: RowReader): string[] {
  const warnings = [...reader.absent].map(([label, rows]) => `${rows} 行没有${label}`)
  warnings.push(...[...reader.deviations].map(([clause, rows]) => `${rows} 行${clause}`))
  if (reader.repeatedHeaders > 0) warnings.push(`跳过了 ${reader.repeatedHeaders} 行重复的表头`)
  const { cumulative, uncompared } = reader.totals
  const told: readonly (readonly [lines: readonly number[], what: string])[] = [
    [reader.leftOut, '是合计或说明，没有当作数据'],
    [cumulative, '是累计数，含以前各页或各期，没有与各行之和核对'],
    [uncompared, '是合计，看不出写的是哪一列的金额或几行，没有核对，请人工核对'],
  ]
  for (const [lines, what] of told)
    if (lines.length > 0) warnings.push(`${nameLines(lines, reader.plan)}${what}`)
  return warnings
}

/** For tables without a row: all of them may be the wrong file, one among others is only worth a word. */
export function emptyWarnings(readers: readonly RowReader[]): string[] {
  const empty = readers.filter((reader) => reader.rows === 0)
  if (empty.length === readers.length) return ['表里没有数据行，请确认是不是发错了文件。']
  return empty.map(({ plan }) => `工作表“${plan.sheet.name ?? ''}”里没有数据行`)
}

const namedLines = 10

/** 工作表“支付”第 3、5 行 */
function nameLines(lines: readonly number[], { sheet }: SheetPlan): string {
  const where = sheet.name === null ? '' : `工作表“${sheet.name}”`
  const all = lines.length > namedLines ? `等 ${lines.length} 行` : '行'
  return `${where}第 ${lines.slice(0, namedLines).join('、')} ${all}`
}

function cancelled(fileName: string): IngestError {
  return new IngestError('cancelled', '已取消，没有任何数据入库。', fileName)
}
