import { type SourcePlace } from './source-place.ts'
import { type Cents } from './money.ts'

/** One subject of one government's revenue or expenditure in one of the four accounts. */
export interface FiscalItem {
  readonly place: SourcePlace
  /** Code of the government's region, or its name: the unit of the findings. */
  readonly unit: string
  readonly year: number
  readonly account: string
  readonly code: string
  readonly name: string
  /** 人大批准预算时列明的重点支出. */
  readonly isKey: boolean
  readonly budget: Cents | null
  readonly adjusted: Cents | null
  readonly executed: Cents | null
  readonly approvedBy: string | null
  /** The day up to which `executed` counts. */
  readonly asOf: number | null
}

/** One kind of debt (一般债务, 专项债务) of one government at the end of a year. */
export interface Debt {
  readonly place: SourcePlace
  readonly unit: string
  readonly year: number
  readonly debtKind: string
  readonly limit: Cents | null
  readonly balance: Cents | null
  readonly interest: Cents | null
  /** 综合财力. */
  readonly capacity: Cents | null
  /** 地区生产总值 in whole 元: a wrong one may be more than 分 can count exactly. */
  readonly product: number | null
}

export const generalAccount = '一般公共预算'

/** The account that carries a kind of debt (预算法实施条例第四十四条). */
export function accountOfDebt(debtKind: string): string {
  return debtKind.startsWith('一般') ? generalAccount : '政府性基金预算'
}

/**
 * The rows that add up to the whole of an account: its 类 rows, some classes left out, or, when the source has none, its
 * total row. 款 and 项 rows repeat what their class holds.
 */
export function classRows(items: readonly FiscalItem[], without: readonly string[] = []): FiscalItem[] {
  const classes = items.filter(({ code }) => /^\d{3}$/u.test(code))
  if (classes.length > 0) return classes.filter(({ code }) => !without.includes(code))
  const [total] = items.filter(({ code, name }) => code === '' && /合计|总计|(?:支出|收入)$/u.test(name))
  return total ? [total] : []
}

/** Sum of the amounts that are there; null when none is, or when they add up to nothing: an empty total is a missing one. */
export function wholeOf(
  items: readonly FiscalItem[],
  pick: (item: FiscalItem) => Cents | null,
): Cents | null {
  const sum = items.reduce((total, item) => total + (pick(item) ?? 0), 0)
  return sum > 0 ? sum : null
}

export function budgetOf(item: FiscalItem): Cents | null {
  return item.budget
}

/** The approved amount: the adjusted budget where there is one, else the initial. */
export function approvedOf(item: FiscalItem): Cents | null {
  return item.adjusted ?? item.budget
}

export function executedOf(item: FiscalItem): Cents | null {
  return item.executed
}

/** The best known size of the row's year: executed, else approved. */
export function latestOf(item: FiscalItem): Cents | null {
  return item.executed ?? approvedOf(item)
}

export function itemRows(
  items: readonly FiscalItem[],
  amount: (item: FiscalItem) => Cents | null,
  what: string,
) {
  return items.slice(0, 200).map((item) => ({
    place: item.place,
    cents: amount(item) ?? 0,
    note: `${item.account} ${item.code} ${item.name}：${what}`.replace(/ +/gu, ' '),
  }))
}
