import { add, formatDecimal, parseDecimal, zero, type Decimal } from '../values/decimal.ts'
import { Refusal } from '../values/refusal.ts'
import type { ColumnPlan } from './column-plan.ts'

export interface ControlTotal {
  readonly sheet: string | null
  readonly row: number
  readonly label: string
  readonly column: string
  /** As the file states it and as the rows add up to, both in 元. */
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
  private readonly sheet: string | null
  private readonly running: RunningSum[]
  private readonly headers: readonly string[]

  constructor(sheet: string | null, columns: readonly ColumnPlan[], headers: readonly string[]) {
    this.sheet = sheet
    this.headers = headers
    this.running = columns
      .filter((plan) => plan.field.type === 'money' && plan.index >= 0)
      .map((plan) => ({ plan, whole: zero, section: zero, cents: 0 }))
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
        header: this.headers[index] ?? '',
        total: formatDecimal(sum.whole, 2),
      }
    })
  }

  addTotalRow(row: number, label: string, cells: readonly string[]): void {
    for (const sum of this.running) {
      settle(sum, zero)
      const stated = sum.plan.parse(cells[sum.plan.index] ?? '')
      if (stated === null || stated instanceof Refusal) continue
      const section = formatDecimal(sum.section, 2)
      const whole = formatDecimal(sum.whole, 2)
      // 合计 may close a section as well as the sheet: either sum may be meant.
      const computed = stated === section || label.includes('小计') ? section : whole
      this.checks.push({
        sheet: this.sheet,
        row,
        label,
        column: sum.plan.field.label,
        stated,
        computed,
        balanced: stated === computed,
      })
      sum.section = zero
    }
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
        `${unbalancedMark}${check.sheet === null ? '' : `工作表“${check.sheet}”`}第 ${check.row} 行“${check.label}”的${check.column}与各行之和不符`,
    )
}
