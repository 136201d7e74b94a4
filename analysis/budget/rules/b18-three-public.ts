import { type BudgetDataset, type Payment, groupBy, unitName, unitYearKey } from '../dataset.ts'
import { lineRows, paymentRows } from '../evidence.ts'
import { formatMoney, sumCents } from '../money.ts'
import { moneyBelow } from '../near.ts'
import { OutcomeBuilder, type Rule, limitOf } from '../rule.ts'
import { economicCodeOf } from '../seasonal-curve.ts'
import { statutes } from '../statutes.ts'
import { type CodeTotal } from '../totals.ts'

const items: readonly { readonly code: string; readonly name: string }[] = [
  { code: '30212', name: '因公出国（境）费' },
  { code: '30217', name: '公务接待费' },
  { code: '30231', name: '公务用车运行维护费' },
  { code: '31013', name: '公务用车购置费' },
]

export const threePublicCodes: readonly string[] = items.map(({ code }) => code)

/** B18 三公超预算: one of the four 三公 items costs more than its own adjusted budget. */
export const threePublicOverBudget: Rule = {
  id: 'B18',
  name: '三公经费超预算',
  version: '1.0',
  role: 'finding',
  severity: '红',
  certainty: 'C',
  clauses: [statutes.affairs12, statutes.budgetLaw13],
  formula: '分项（30212、30217、30231、31013）：当年支付 − 该项调整后预算 > 容差',
  thresholds: [
    {
      key: 'tolerance',
      label: '容差',
      value: 0.01,
      unit: '元',
      origin: '内部默认',
      basis: '四舍五入到分的误差',
    },
  ],
  exceptions: ['预算只编到类级科目（如 302）的单位无法分项核对', '退回、冲销按负数抵减'],
  innocentCauses: ['支付科目选错，应归其他科目', '三公预算调剂文件未装载', '上年结转的车辆购置款在本年支付'],
  requires: [
    { kind: 'budget_lines', fields: ['dep_bgt_eco_code', 'amount'] },
    { kind: 'payments', fields: ['amount'] },
  ],
  scope: '三公科目的支付',
  narrow: () => [{ query: 'codes', params: { codes: [...threePublicCodes] } }],
  evaluate(dataset, thresholds, payments) {
    const outcome = new OutcomeBuilder()
    const tolerance = Math.round(limitOf(thresholds, 'tolerance') * 100)
    let judged = 0
    for (const { unit, year } of dataset.paidByUnitYear.values()) {
      if (hasItemBudget(dataset, unit, year)) judged += 1
      else outcome.limit(`${unitName(dataset, unit)} ${String(year)} 年没有到款级科目的预算，无法分项核对`)
    }
    const rows = groupBy(payments, (payment) => itemKey(payment, economicCodeOf(payment, dataset) ?? ''))
    for (const paid of dataset.totals.codes) {
      const item = items.find(({ code }) => code === paid.code)
      if (item && hasItemBudget(dataset, paid.unit, paid.year))
        judgeItem(
          outcome,
          dataset,
          { ...paid, name: item.name },
          rows.get(itemKey(paid, item.code)) ?? [],
          tolerance,
        )
    }
    return outcome.done(judged > 0)
  },
}

/** Whether the unit's lines are coded down to 款 (five digits), so that a missing item means a budget of nil. */
function hasItemBudget(dataset: BudgetDataset, unit: string, year: number): boolean {
  const lines = dataset.linesByUnitYear.get(unitYearKey(unit, year)) ?? []
  return lines.some((line) => (line.economicCode?.length ?? 0) >= 5)
}

function itemKey({ unit, year }: { unit: string; year: number }, code: string): string {
  return `${unitYearKey(unit, year)}\u0000${code.slice(0, 5)}`
}

function judgeItem(
  outcome: OutcomeBuilder,
  dataset: BudgetDataset,
  item: CodeTotal & { readonly name: string },
  spent: readonly Payment[],
  tolerance: number,
): void {
  const { unit, year, cents: paid } = item
  const lines = (dataset.linesByUnitYear.get(unitYearKey(unit, year)) ?? []).filter(
    (line) => line.economicCode?.startsWith(item.code) === true,
  )
  const budget = sumCents(lines)
  const over = paid - budget
  if (over <= tolerance) {
    outcome.spare(moneyBelow({ unit, year, matter: item.code }, `${item.name}支付`, paid, budget + tolerance))
    return
  }
  const basis = lines.length === 0 ? '该项没有预算' : `该项调整后预算 ${formatMoney(budget)}`
  outcome.suspect({
    unit,
    year,
    matter: item.code,
    matterName: item.name,
    severity: '红',
    cents: over,
    text: `${unitName(dataset, unit)} ${String(year)} 年${item.name}支付 ${formatMoney(paid)}，${basis}，超出 ${formatMoney(over)}。`,
    formulaFilled: `${formatMoney(paid)} − ${formatMoney(budget)} = ${formatMoney(over)} > 0.01 元`,
    rows: [
      ...lineRows(lines, () => `${item.name}预算`),
      ...paymentRows(spent, (payment) => payment.use ?? item.name),
    ],
  })
}
