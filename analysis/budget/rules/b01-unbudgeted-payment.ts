import { type BudgetDataset, type Payment, groupBy, unitName, unitYearKey } from '../dataset.ts'
import { paymentRows } from '../evidence.ts'
import { formatMoney, sumCents } from '../money.ts'
import { OutcomeBuilder, type Rule } from '../rule.ts'
import { statutes } from '../statutes.ts'

/** B01 无预算支出: a payment whose budget line, or whose project, is not in the year's budget. */
export const unbudgetedPayment: Rule = {
  id: 'B01',
  name: '无预算支出',
  version: '1.0',
  role: 'finding',
  severity: '红',
  certainty: 'C',
  clauses: [statutes.budgetLaw13, statutes.penalty7],
  formula:
    '支付的指标编号不在预算指标库中，或支付没有指标编号，或项目不在当年预算中；按单位、年度、项目合计净额 > 0',
  thresholds: [],
  exceptions: [
    '同额退回或冲销的支付',
    '按指标编号查到上年结转指标的支付',
    '整单位没有指标编号或没有预算数据时只报数据质量',
  ],
  innocentCauses: [
    '指标文件晚于支付装载，指标编号尚未入库',
    '指标编号录入有误',
    '机构改革后项目或单位编码已更换',
    '上年结转指标未导出',
  ],
  requires: [
    { kind: 'budget_lines', fields: ['bgt_id'] },
    { kind: 'payments', fields: ['bgt_id'] },
  ],
  scope: '没有可对应指标或项目的支付',
  narrow: () => [{ query: 'strays', params: {} }],
  evaluate(dataset, _thresholds, payments) {
    const outcome = new OutcomeBuilder()
    const projects = groupBy(dataset.lines, (line) => line.project)
    for (const year of dataset.paymentYears) {
      if (!dataset.budgetYears.has(year))
        outcome.limit(`${String(year)} 年度没有预算指标数据，当年支付无法核对`, year)
    }
    const judged = payments.filter(
      (payment) =>
        dataset.budgetYears.has(payment.year) && unmatchedReason(payment, dataset, projects) !== null,
    )
    for (const stray of groupBy(judged, ({ unit, year }) => unitYearKey(unit, year)).values()) {
      const [first] = stray
      if (!first) continue
      const matters = groupBy(
        stray,
        (payment) => payment.project ?? payment.lineId ?? payment.projectName ?? '无指标编号',
      )
      for (const [matter, rows] of matters) {
        const kept = rows.filter((payment) => payment.cents > 0 && !dataset.reversed.has(payment.place.key))
        if (sumCents(rows) <= 0 || kept.length === 0) {
          outcome.suppress({
            unit: first.unit,
            year: first.year,
            matter,
            reason: '已全额退回或冲销',
            rows: rows.length,
          })
          continue
        }
        suspectStray(outcome, dataset, matter, kept, projects)
      }
    }
    return outcome.done(dataset.paymentYears.some((year) => dataset.budgetYears.has(year)))
  },
}

type ProjectIndex = ReadonlyMap<string, readonly unknown[]>

function unmatchedReason(payment: Payment, dataset: BudgetDataset, projects: ProjectIndex): string | null {
  if (payment.lineId === null) return '没有指标编号'
  if (!dataset.lineById.has(payment.lineId)) return `指标编号 ${payment.lineId} 不在指标库`
  if (payment.project !== null && projects.size > 0 && !projects.has(payment.project)) return '项目不在预算中'
  return null
}

function suspectStray(
  outcome: OutcomeBuilder,
  dataset: BudgetDataset,
  matter: string,
  payments: readonly Payment[],
  projects: ProjectIndex,
): void {
  const [first] = payments
  if (!first) return
  const cents = sumCents(payments)
  const reasons = [
    ...new Set(payments.map((payment) => unmatchedReason(payment, dataset, projects) ?? '')),
  ].sort()
  const money = formatMoney(cents, first.currency)
  const project = first.projectName ?? matter
  outcome.suspect({
    unit: first.unit,
    year: first.year,
    matter,
    matterName: first.projectName,
    severity: '红',
    cents,
    currency: first.currency,
    text: `${unitName(dataset, first.unit)} ${String(first.year)} 年“${project}”有 ${String(payments.length)} 笔支付共 ${money} 找不到预算依据（${reasons.join('；')}）。`,
    formulaFilled: `找不到预算依据的支付 ${String(payments.length)} 笔，合计 ${money} > 0`,
    rows: paymentRows(payments, (payment) => unmatchedReason(payment, dataset, projects) ?? ''),
  })
}
