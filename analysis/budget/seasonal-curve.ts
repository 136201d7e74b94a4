import { fromDay, toDay } from '#calendar'
import { type BudgetDataset, type Payment } from './dataset.ts'
import { type Cell } from './totals.ts'

/** Share of a year's spending reached by the end of each month, index 1–12 (index 0 is 0). */
export type CumulativeCurve = readonly number[]

export const evenPace: CumulativeCurve = Array.from({ length: 13 }, (_, month) => month / 12)

export type SpendingClass = '人员' | '公用' | '对个人和家庭' | '资本性' | '其他'

/** Spending class by the department's economic code (类). */
export function spendingClassOf(economicCode: string | null): SpendingClass {
  const head = economicCode?.slice(0, 3)
  if (head === '301') return '人员'
  if (head === '302') return '公用'
  if (head === '303') return '对个人和家庭'
  if (head === '309' || head === '310') return '资本性'
  return '其他'
}

/** The last month of the fiscal year that its payments cover whole (0–12). */
export function lastWholeMonth(dataset: BudgetDataset, year: number): number {
  const last = dataset.lastDayOfYear.get(year)
  if (last === undefined) return 0
  if (dataset.lastDay !== null && dataset.lastDay > (toDay(`${String(year)}-12-31`) ?? 0)) return 12
  return wholeMonthOf(year, fromDay(last))
}

/** The last month that payments up to a day cover whole: a month counts once a payment lies on or after its 25th. */
export function wholeMonthOf(year: number, lastPaidOn: string): number {
  const [paidIn = 0, month = 0, day = 0] = lastPaidOn.split('-').map(Number)
  if (paidIn > year) return 12
  return day >= 25 ? month : month - 1
}

/** Seasonal curves from past whole years: a unit's own for a class, the class's over all units, or none. */
export class SeasonalHistory {
  private readonly sums = new Map<string, number[]>()

  constructor(dataset: BudgetDataset, year: number) {
    const whole = new Set(
      dataset.paymentYears.filter((past) => past < year && lastWholeMonth(dataset, past) === 12),
    )
    for (const cells of dataset.totals.cellsByUnitYear.values()) {
      if (!whole.has(cells[0]?.year ?? 0)) continue
      for (const cell of cells) {
        const spending = spendingClassOf(cell.economicClass)
        this.add(`${cell.unit}\u0000${spending}`, cell)
        this.add(`\u0000${spending}`, cell)
      }
    }
  }

  /** Null without history. */
  curveOf(unit: string, spending: SpendingClass): CumulativeCurve | null {
    return this.curve(`${unit}\u0000${spending}`)
  }

  peersOf(spending: SpendingClass): CumulativeCurve | null {
    return this.curve(`\u0000${spending}`)
  }

  private add(key: string, { month, cents }: Cell): void {
    let months = this.sums.get(key)
    if (!months) this.sums.set(key, (months = new Array<number>(13).fill(0)))
    months[month] = (months[month] ?? 0) + cents
  }

  private curve(key: string): CumulativeCurve | null {
    const months = this.sums.get(key)
    const total = months?.reduce((sum, cents) => sum + cents, 0) ?? 0
    if (!months || total <= 0) return null
    let reached = 0
    return months.map((cents) => (reached += cents) / total)
  }
}

/** The payment's own economic code, else that of its budget line. */
export function economicCodeOf(payment: Payment, dataset: BudgetDataset): string | null {
  const line = payment.lineId === null ? undefined : dataset.lineById.get(payment.lineId)
  return payment.economicCode ?? line?.economicCode ?? null
}
