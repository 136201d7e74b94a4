import { fromDay, toDay } from '#calendar'
import { approvalDays, approvalMissing, approvedOn } from '../approval-days.ts'
import { type BudgetDataset, type Payment, groupBy, unitName, unitYearKey } from '../dataset.ts'
import { paymentRows } from '../evidence.ts'
import { formatMoney, formatShare, sumCents } from '../money.ts'
import { OutcomeBuilder, type Rule, type ThresholdValues, limitOf } from '../rule.ts'
import { statutes } from '../statutes.ts'
import { isReliefPayment } from '../suppression.ts'

const matter = '批准前支出'

interface Approval {
  readonly year: number
  readonly day: number
  /** The same day a year earlier. */
  readonly earlier: number
}

/** B03 批准前支出: before the people's congress approved the budget a unit spent far more than in the same days of last year. */
export const beforeApproval: Rule = {
  id: 'B03',
  name: '批准前支出',
  version: '1.1',
  role: 'finding',
  severity: '橙',
  certainty: 'I',
  clauses: [statutes.budgetLaw54],
  formula:
    '人代会批准预算前的支付（不含上年结转、救灾应急） > 上年同期 × 1.5，且多出部分 > 全年调整后预算 × 8%',
  thresholds: [
    approvedOn,
    {
      key: 'times',
      label: '上年同期倍数',
      value: 1.5,
      unit: '倍',
      origin: '内部默认',
      basis: '法律要求参照上年同期，未定比例',
    },
    {
      key: 'share',
      label: '多出部分占全年预算',
      value: 0.08,
      unit: '比例',
      origin: '内部默认',
      basis: '排除零星差异',
    },
  ],
  exceptions: ['上年结转的支出', '救灾应急支出', '没有上年同期数据的单位不判断'],
  innocentCauses: [
    '上年同期支付推迟到批准后',
    '法律规定必须履行支付义务的支出',
    '已在预算草案报告中说明',
    '新增人员或机构划转',
  ],
  requires: [
    { kind: 'budget_lines', fields: ['amount'] },
    { kind: 'payments', fields: ['pay_date'] },
  ],
  scope: '人代会批准预算日期以前的支付',
  narrow: (thresholds) => {
    const approvals = approvalsOf(thresholds)
    if (approvals.length === 0) return []
    const params = {
      approved_years: approvals.map(({ year }) => year),
      days: approvals.map(({ day }) => fromDay(day)),
      earlier: approvals.map(({ earlier }) => fromDay(earlier)),
      times: limitOf(thresholds, 'times'),
      share: limitOf(thresholds, 'share'),
    }
    return [{ query: 'early', params }]
  },
  evaluate(dataset, thresholds, payments) {
    const outcome = new OutcomeBuilder()
    const approvals = new Map(approvalsOf(thresholds).map((approval) => [approval.year, approval]))
    const early = new Map(
      dataset.totals.early.map((total) => [earlyKey(total.unit, total.year, total.endsBefore), total.cents]),
    )
    const rows = groupBy(payments, ({ unit, year }) => unitYearKey(unit, year))
    let judged = 0
    for (const year of dataset.budgetYears) {
      const approval = approvals.get(year)
      if (!approval) {
        outcome.limit(approvalMissing(year), year)
        continue
      }
      if (!dataset.paymentYears.includes(year - 1)) {
        outcome.limit(`没有 ${String(year - 1)} 年的支付数据，无法比较上年同期`, year)
        continue
      }
      judged += 1
      for (const unit of new Set(
        dataset.lines.filter((line) => line.year === year).map((line) => line.unit),
      )) {
        const before = (of: number, end: number): number => early.get(earlyKey(unit, of, end)) ?? 0
        const spent = { now: before(year, approval.day), then: before(year - 1, approval.earlier) }
        const own = rows.get(unitYearKey(unit, year)) ?? []
        judgeUnit(outcome, dataset, { unit, approval, ...spent, payments: own }, thresholds)
      }
    }
    return outcome.done(judged > 0)
  },
}

/** The approval days set for single years; one after March is not usable, the sums end there. */
function approvalsOf(thresholds: ThresholdValues): Approval[] {
  return [...approvalDays(thresholds)].flatMap(([year, day]) => {
    const earlier = toDay(fromDay(day).replace(/^\d{4}/u, String(year - 1)))
    return earlier !== null && fromDay(day) <= `${String(year)}-03-31` ? [{ year, day, earlier }] : []
  })
}

/** The days before which payments of a budget year count: approved, and the same day a year earlier. */
export function earlyEnds(thresholds: ThresholdValues): { year: number; end: string }[] {
  return approvalsOf(thresholds).flatMap(({ year, day, earlier }) => [
    { year, end: fromDay(day) },
    { year: year - 1, end: fromDay(earlier) },
  ])
}

function earlyKey(unit: string, year: number, end: number): string {
  return `${unitYearKey(unit, year)}\u0000${String(end)}`
}

interface Judged {
  readonly unit: string
  readonly approval: Approval
  readonly now: number
  readonly then: number
  readonly payments: readonly Payment[]
}

function judgeUnit(
  outcome: OutcomeBuilder,
  dataset: BudgetDataset,
  at: Judged,
  thresholds: ThresholdValues,
): void {
  const { unit, now, then } = at
  const { year, day } = at.approval
  const place = { unit, year, matter }
  const budget = sumCents(dataset.linesByUnitYear.get(unitYearKey(unit, year)) ?? [])
  if (!dataset.paidByUnitYear.has(unitYearKey(unit, year - 1)) || budget <= 0) {
    const measured = budget <= 0 ? '没有调整后预算' : `没有 ${String(year - 1)} 年的支付，无法比较上年同期`
    outcome.spare({ ...place, kind: 'precondition', measured, limit: '', short: '', nearness: 0 })
    return
  }
  const times = limitOf(thresholds, 'times')
  const allowed = budget * limitOf(thresholds, 'share')
  const over = now - then
  if (now <= then * times || over <= allowed) {
    const least = Math.max(then * times, then + allowed)
    outcome.spare({
      ...place,
      kind: 'below',
      measured: `批准前支付 ${formatMoney(now)}，上年同期 ${formatMoney(then)}`,
      limit: formatMoney(Math.round(least)),
      short: formatMoney(Math.max(0, Math.round(least - now))),
      nearness: least > 0 ? Math.max(0, now) / least : 0,
    })
    return
  }
  outcome.suspect({
    ...place,
    severity: '橙',
    cents: over,
    text: `${unitName(dataset, unit)} ${String(year)} 年在人代会批准预算（${fromDay(day)}）前支付 ${formatMoney(now)}，上年同期 ${formatMoney(then)}，多出部分占全年预算的 ${formatShare(over / budget)}。`,
    formulaFilled: `${formatMoney(now)} > ${formatMoney(then)} × ${String(times)}；${formatMoney(over)} > ${formatMoney(budget)} × ${String(limitOf(thresholds, 'share'))} = ${formatMoney(Math.round(allowed))}`,
    rows: paymentRows(
      at.payments.filter((payment) => payment.day < day && !isReliefPayment(payment)),
      (payment) => payment.use ?? '批准前支付',
    ),
  })
}
