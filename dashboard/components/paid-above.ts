import type { UnitBudget } from '#contract'

interface Step {
  readonly line?: string | undefined
  readonly month?: string | undefined
}

/**
 * The number one step above a list of payments: of the budget line, of the month, or of the unit's whole year.
 * Null for a line and a month together (no level holds that sum) and for a line the unit does not have.
 */
export function paidAbove(budget: UnitBudget, { line, month }: Step): { name: string; paid: string } | null {
  if (line && month) return null
  if (line) {
    const paid = budget.lines.find((one) => one.bgtId === line)?.paid
    return paid === undefined ? null : { name: '指标已支付', paid }
  }
  if (month) {
    const paid = budget.months.find((one) => one.month === Number(month))?.paid
    return paid === undefined ? null : { name: `${month} 月支出`, paid }
  }
  return { name: '单位累计支出', paid: budget.unit.paid }
}
