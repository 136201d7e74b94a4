import { type BudgetDataset, type Payment, unitName, unitYearKey } from '../dataset.ts'
import { lineRows, paymentRows } from '../evidence.ts'
import { formatMoney, sumCents } from '../money.ts'
import { OutcomeBuilder, type Rule, limitOf } from '../rule.ts'
import { economicCodeOf } from '../seasonal-curve.ts'
import { statutes } from '../statutes.ts'

const items: readonly { readonly code: string; readonly name: string }[] = [
  { code: '30212', name: '因公出国（境）费' },
  { code: '30217', name: '公务接待费' },
  { code: '30231', name: '公务用车运行维护费' },
  { code: '31013', name: '公务用车购置费' },
]

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
  evaluate(dataset, thresholds) {
    const outcome = new OutcomeBuilder()
    const tolerance = Math.round(limitOf(thresholds, 'tolerance') * 100)
    let judged = 0
    for (const payments of dataset.paymentsByUnitYear.values()) {
      const [first] = payments
      if (!first) continue
      const isKnown = hasItemBudget(dataset, first.unit, first.year)
      if (!isKnown) {
        outcome.limit(
          `${unitName(dataset, first.unit)} ${String(first.year)} 年没有到款级科目的预算，无法分项核对`,
        )
        continue
      }
      judged += 1
      for (const item of items) judgeItem(outcome, dataset, payments, item, tolerance)
    }
    return outcome.done(judged > 0)
  },
}

/** Whether the unit's lines are coded down to 款 (five digits), so that a missing item means a budget of nil. */
function hasItemBudget(dataset: BudgetDataset, unit: string, year: number): boolean {
  const lines = dataset.linesByUnitYear.get(unitYearKey(unit, year)) ?? []
  return lines.some((line) => (line.economicCode?.length ?? 0) >= 5)
}

function judgeItem(
  outcome: OutcomeBuilder,
  dataset: BudgetDataset,
  payments: readonly Payment[],
  item: { readonly code: string; readonly name: string },
  tolerance: number,
): void {
  const spent = payments.filter((payment) => economicCodeOf(payment, dataset)?.startsWith(item.code) === true)
  const [first] = spent
  if (!first) return
  const lines = (dataset.linesByUnitYear.get(unitYearKey(first.unit, first.year)) ?? []).filter(
    (line) => line.economicCode?.startsWith(item.code) === true,
  )
  const paid = sumCents(spent)
  const budget = sumCents(lines)
  const over = paid - budget
  if (over <= tolerance) return
  const basis = lines.length === 0 ? '该项没有预算' : `该项调整后预算 ${formatMoney(budget)}`
  outcome.suspect({
    unit: first.unit,
    year: first.year,
    matter: item.code,
    severity: '红',
    cents: over,
    text: `${unitName(dataset, first.unit)} ${String(first.year)} 年${item.name}支付 ${formatMoney(paid)}，${basis}，超出 ${formatMoney(over)}。`,
    formulaFilled: `${formatMoney(paid)} − ${formatMoney(budget)} = ${formatMoney(over)} > 0.01 元`,
    rows: [
      ...lineRows(lines, () => `${item.name}预算`),
      ...paymentRows(spent, (payment) => payment.use ?? item.name),
    ],
  })
}
