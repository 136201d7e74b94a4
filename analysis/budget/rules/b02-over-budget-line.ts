import { type BudgetDataset, type BudgetLine, type Payment, groupBy, unitName } from '../dataset.ts'
import { lineRows, paymentRows } from '../evidence.ts'
import { formatMoney } from '../money.ts'
import { moneyBelow, nearness } from '../near.ts'
import { yuan } from '../narrowing.ts'
import { OutcomeBuilder, type Rule, limitOf } from '../rule.ts'
import { statutes } from '../statutes.ts'

/** B02 超指标支付: what was paid on a budget line exceeds the line after adjustments. */
export const overBudgetLine: Rule = {
  id: 'B02',
  name: '超指标支付',
  version: '1.0',
  role: 'finding',
  severity: '红',
  certainty: 'C',
  clauses: [statutes.budgetLaw13, statutes.budgetLaw57],
  formula: '同一指标累计支付（退回按负数计） − （指标金额 + 调增 − 调减） > 容差',
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
  exceptions: ['退回、冲销按负数抵减', '指标金额为 0 且无调整的，先按数据质量处理'],
  innocentCauses: ['调增文件晚于支付装载', '退款尚未回到指标', '指标合并或拆分后支付仍挂在旧指标'],
  requires: [
    { kind: 'budget_lines', fields: ['bgt_id', 'amount'] },
    { kind: 'payments', fields: ['bgt_id', 'amount'] },
  ],
  scope: '有支付的指标',
  narrow: (thresholds) => [
    { query: 'overspent', params: { tolerance: yuan(limitOf(thresholds, 'tolerance')) } },
  ],
  evaluate(dataset, thresholds, payments) {
    const outcome = new OutcomeBuilder()
    const tolerance = Math.round(limitOf(thresholds, 'tolerance') * 100)
    for (const year of dataset.paymentYears) {
      if (!dataset.budgetYears.has(year))
        outcome.limit(`${String(year)} 年度没有预算指标数据，当年支付无法核对`, year)
    }
    const byLine = groupBy(payments, (payment) => payment.lineId)
    for (const line of dataset.lineById.values()) {
      if (line.payments > 0 && line.paid - line.cents > tolerance)
        suspectLine(outcome, dataset, line, byLine.get(line.id) ?? [])
      else if (line.payments > 0) spareLine(outcome, line, line.cents + tolerance)
    }
    return outcome.done(dataset.lines.length > 0)
  },
}

function spareLine(outcome: OutcomeBuilder, { id, unit, year, paid }: BudgetLine, limit: number): void {
  outcome.spareNearer({ unit, year, kind: 'below', nearness: nearness(paid, limit) }, () =>
    moneyBelow({ unit, year, matter: id }, `指标 ${id} 累计支付`, paid, limit),
  )
}

function suspectLine(
  outcome: OutcomeBuilder,
  dataset: BudgetDataset,
  line: BudgetLine,
  payments: readonly Payment[],
): void {
  const { paid } = line
  const over = paid - line.cents
  const adjusted = `${formatMoney(line.initial)} + ${formatMoney(line.added)} − ${formatMoney(line.reduced)}`
  outcome.suspect({
    unit: line.unit,
    year: line.year,
    matter: line.id,
    matterName: line.projectName,
    severity: '红',
    cents: over,
    text: `${unitName(dataset, line.unit)} ${String(line.year)} 年指标 ${line.id}（${line.projectName ?? '未填项目'}）调整后金额 ${formatMoney(line.cents)}，累计支付 ${formatMoney(paid)}，超出 ${formatMoney(over)}。`,
    formulaFilled: `${formatMoney(paid)} − （${adjusted}） = ${formatMoney(over)} > 0.01 元`,
    rows: [
      ...lineRows([line], () => `调整后指标 ${formatMoney(line.cents)}`),
      ...dataset.adjustments
        .filter((item) => item.lineId === line.id)
        .map((item) => ({ place: item.place, cents: item.added - item.reduced, note: '指标调整' })),
      ...paymentRows(payments, runningTotal(line.cents)),
    ],
  })
}

/** Notes for payments taken oldest first: the running total, and where it passes the line. */
function runningTotal(limit: number): (payment: Payment) => string {
  let total = 0
  return (payment) => {
    total += payment.cents
    return `累计 ${formatMoney(total)}${total > limit ? '，已超指标' : ''}`
  }
}
