import { voiceKinds } from '#warehouse'
import type { SourceRow } from '../formats/table.ts'
import { add, formatDecimal, parseDecimal, zero, type Decimal } from '../values/decimal.ts'
import type { ColumnPlan } from './column-plan.ts'
import type { SheetPlan } from './sheet-plan.ts'
import { equals, findStated, readStated, type StatedAmount } from './stated-amount.ts'
import { isEmptyCell, type TotalRow } from './total-row.ts'

export interface ControlTotal {
  readonly sheet: string | null
  readonly row: number
  readonly label: string
  /** Null: the number of rows. */
  readonly column: string | null
  /** As the file states it and as the rows add up to, both in 元 where they are amounts. */
  readonly stated: string
  readonly computed: string
  readonly balanced: boolean
}

interface RunningSum {
  readonly plan: ColumnPlan
  whole: Decimal
  /** Since the last 小计 or 合计. */
  section: Decimal
  /** 分 not yet added to either: plain numbers are exact up to 2^53, and far faster than big ones. */
  cents: number
}

const exactCents = Number.MAX_SAFE_INTEGER / 2

/** Adds up the money columns of a sheet and compares them with its 合计 and 小计 rows, to the 分. */
export class ControlTotals {
  readonly checks: ControlTotal[] = []
  /** Lines of totals that cover earlier pages and months as well, which cannot be compared. */
  readonly cumulative: number[] = []
  /** Lines of totals that state something nobody can place. */
  readonly uncompared: number[] = []
  private readonly plan: SheetPlan
  private readonly running: RunningSum[]
  /** What a count must be of to be one of rows: in a table of goods 件 are none. */
  private readonly rowUnits: string
  /** Rows before the last 小计 or 合计. */
  private sectionStart = 0

  constructor(plan: SheetPlan, columns: readonly ColumnPlan[]) {
    this.plan = plan
    this.rowUnits = (voiceKinds as readonly string[]).includes(plan.contract.kind) ? '笔条件' : '笔条'
    this.running = columns
      .filter(({ field, index }) => field.type === 'money' && index >= 0)
      .map((column) => ({ plan: column, whole: zero, section: zero, cents: 0 }))
  }

  /** A data row's amount; refused rows count too, as far as their amount can be read. */
  addCell(plan: ColumnPlan, yuan: string): void {
    const sum = this.running.find((candidate) => candidate.plan === plan)
    if (!sum) return
    const cents = yuan.length <= 16 && yuan.at(-3) === '.' ? Number(yuan.replace('.', '')) : Number.NaN
    if (Math.abs(cents) > exactCents || Number.isNaN(cents)) settle(sum, parseDecimal(yuan) ?? zero)
    else {
      if (Math.abs(sum.cents + cents) > exactCents) settle(sum, zero)
      sum.cents += cents
    }
  }

  /** The sum of many data rows' amounts, in 元. */
  addSum(field: string, yuan: string): void {
    const sum = this.running.find(({ plan }) => plan.field.name === field)
    if (sum) settle(sum, parseDecimal(yuan) ?? zero)
  }

  /** Sums of the money columns over all rows so far, in 元; `header` as the file writes it. */
  get sums(): { field: string; label: string; header: string; total: string }[] {
    return this.running.map((sum) => {
      settle(sum, zero)
      const { field, index } = sum.plan
      return {
        field: field.name,
        label: field.label,
        header: this.plan.headers[index] ?? '',
        total: formatDecimal(sum.whole, 2),
      }
    })
  }

  /** A total after so many data rows of the sheet. */
  addTotalRow({ line, cells }: SourceRow, total: TotalRow, rows: number): void {
    if (total.isCumulative) {
      this.cumulative.push(line)
      return
    }
    for (const sum of this.running) settle(sum, zero)
    const isPlaced = this.compareAmounts(line, total, cells)
    const isCounted = this.compareCount(line, total, rows)
    if (!isPlaced || !isCounted) this.uncompared.push(line)
    for (const sum of this.running) sum.section = zero
    this.sectionStart = rows
  }

  /** False where the row states an amount that was not compared. */
  private compareAmounts(line: number, total: TotalRow, cells: readonly string[]): boolean {
    const filled = this.running.filter(
      ({ plan: { index } }) => index !== total.at && !isEmptyCell(cells[index] ?? ''),
    )
    if (filled.length === 0) return this.compareElsewhere(line, total, cells)
    const unread = filled.filter((sum) => {
      const stated = readStated(cells[sum.plan.index] ?? '', sum.plan.parse, total.unit)
      if (stated) this.addCheck(line, total, sum, stated)
      return stated === null
    })
    return unread.length === 0
  }

  /**
   * The amount behind the label or in a shifted cell: where the table has one column of amounts, one in words is of that
   * column, and so is a figure that its rows add up to.
   */
  private compareElsewhere(line: number, total: TotalRow, cells: readonly string[]): boolean {
    const figures = findStated(total, cells)
    if (figures.length === 0) return true
    const [sum, ...others] = this.running
    if (!sum || others.length > 0) return false
    const amounts = figures
      .map((text) => readStated(text, sum.plan.parse, total.unit))
      .filter((amount) => amount !== null)
    const meant =
      amounts.find(({ isInWords }) => isInWords) ??
      amounts.find((amount) => equals(amount, sum.section) || equals(amount, sum.whole))
    if (meant) this.addCheck(line, total, sum, meant)
    return meant !== undefined
  }

  private addCheck(row: number, { label }: TotalRow, sum: RunningSum, stated: StatedAmount): void {
    // 合计 may close a section as well as the sheet: either sum may be meant.
    const isOfSection = label.includes('小计') || equals(stated, sum.section)
    const meant = isOfSection ? sum.section : sum.whole
    this.checks.push({
      sheet: this.plan.sheet.name,
      row,
      label,
      column: sum.plan.field.label,
      stated: stated.yuan,
      computed: formatDecimal(meant, 2),
      balanced: equals(stated, meant),
    })
  }

  /** False where the label states a count of something else than rows, and nothing more. */
  private compareCount(row: number, { label, count }: TotalRow, rows: number): boolean {
    if (count === null) return true
    if (!this.rowUnits.includes(count.of)) return this.checks.at(-1)?.row === row
    const section = rows - this.sectionStart
    const computed = label.includes('小计') || count.number === section ? section : rows
    this.checks.push({
      sheet: this.plan.sheet.name,
      row,
      label,
      column: null,
      stated: String(count.number),
      computed: String(computed),
      balanced: count.number === computed,
    })
    return true
  }
}

function settle(sum: RunningSum, more: Decimal): void {
  const value = add({ digits: BigInt(sum.cents), places: 2 }, more)
  sum.cents = 0
  sum.whole = add(sum.whole, value)
  sum.section = add(sum.section, value)
}

/** How every sentence about totals that do not match begins. */
export const unbalancedMark = '未对平：'

/** The clerk's sentence for the totals that do not match; the amounts themselves are in the ledger. */
export function unbalancedWarnings(checks: readonly ControlTotal[]): string[] {
  return checks
    .filter((check) => !check.balanced)
    .map(
      (check) =>
        `${unbalancedMark}${check.sheet === null ? '' : `工作表“${check.sheet}”`}第 ${check.row} 行“${check.label}”的` +
        (check.column === null ? '数目与读到的行数不符' : `${check.column}与各行之和不符`),
    )
}
