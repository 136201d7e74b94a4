import { parseCents, toDecimal, wholeMonthOf, type YearEndForecast } from '#analysis'
import type { YearEnd, YearEndItem } from '../contract/index.ts'

interface MonthRow {
  unit_code: string
  unit_name: string
  fiscal_year: number
  spending_class: string
  month: number
  paid_amount: string
  last_paid_on: string
}

interface BudgetRow {
  unit_code: string
  unit_name: string
  spending_class: string
  adjusted_amount: string | null
}

export interface YearEndFacts {
  readonly year: number
  readonly lastWholeMonth: number
  readonly wholeYears: readonly number[]
  readonly names: ReadonlyMap<string, string>
  readonly months: ReturnType<typeof toClassMonth>[]
  readonly budgets: { unit: string; spending: string; cents: number }[]
}

/** Rows of the cube as the forecast takes them. A year counts as whole once its December does. */
export function toYearEndFacts(
  year: number,
  months: readonly MonthRow[],
  budgets: readonly BudgetRow[],
): YearEndFacts {
  const lastPaid = new Map<number, string>()
  for (const { fiscal_year: of, last_paid_on: day } of months)
    if (day > (lastPaid.get(of) ?? '')) lastPaid.set(of, day)
  const lastPaidOn = lastPaid.get(year)
  return {
    year,
    lastWholeMonth: lastPaidOn === undefined ? 0 : wholeMonthOf(year, lastPaidOn),
    wholeYears: [...lastPaid]
      .filter(([of, day]) => of < year && wholeMonthOf(of, day) === 12)
      .map(([of]) => of),
    names: new Map([...months, ...budgets].map((row) => [row.unit_code, row.unit_name])),
    months: months.map(toClassMonth),
    budgets: budgets.map((row) => ({
      unit: row.unit_code,
      spending: row.spending_class,
      cents: parseCents(row.adjusted_amount) ?? 0,
    })),
  }
}

function toClassMonth(row: MonthRow) {
  return {
    unit: row.unit_code,
    spending: row.spending_class,
    year: row.fiscal_year,
    month: row.month,
    cents: parseCents(row.paid_amount) ?? 0,
  }
}

export function toYearEndItem(forecast: YearEndForecast, facts: YearEndFacts): YearEndItem {
  const { unit, spending, december, usual, budget, paid, pastShares, ...rest } = forecast
  const isOver = facts.lastWholeMonth === 12
  return {
    ...rest,
    agencyCode: unit,
    agencyName: facts.names.get(unit) ?? unit,
    spending,
    adjustedBudget: toDecimal(budget),
    paid: toDecimal(paid),
    december: toMoney(december),
    usual: toMoney(usual),
    pastShares: [...pastShares],
    actual: isOver ? toDecimal(paidInDecember(facts, unit, spending)) : null,
  }
}

function toMoney(interval: YearEndForecast['december']): YearEndItem['december'] {
  if (interval === null) return null
  const { low, middle, high } = interval
  return { low: toDecimal(low), middle: toDecimal(middle), high: toDecimal(high) }
}

function paidInDecember(facts: YearEndFacts, unit: string, spending: string): number {
  return facts.months
    .filter(
      (row) => row.unit === unit && row.spending === spending && row.year === facts.year && row.month === 12,
    )
    .reduce((sum, { cents }) => sum + cents, 0)
}

export const noYearEnd: Pick<YearEnd, 'fiscalYear' | 'month' | 'lastWholeMonth' | 'wholeYears' | 'items'> = {
  fiscalYear: null,
  month: null,
  lastWholeMonth: null,
  wholeYears: [],
  items: [],
}
