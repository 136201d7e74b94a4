import { carriedLines, isCarriedOver } from '../carry-over.ts'
import { type BudgetDataset, type BudgetLine, groupBy, unitName, unitYearKey } from '../dataset.ts'
import { lineRows } from '../evidence.ts'
import { formatMoney, formatShare } from '../money.ts'
import { numberBelow } from '../near.ts'
import { OutcomeBuilder, type Rule, type ThresholdValues, limitOf } from '../rule.ts'
import { lastWholeMonth } from '../seasonal-curve.ts'
import { statutes } from '../statutes.ts'

/** B15 结转超两年: carried-over money not used by the end of the next year was carried over once more. */
export const carriedTwice: Rule = {
  id: 'B15',
  name: '结转超两年',
  version: '1.0',
  role: 'finding',
  severity: '红',
  certainty: 'C',
  clauses: [statutes.budgetLaw42, statutes.rules50],
  formula:
    '项目上年的结转指标到年底未用完（未用 ≥ 该结转的 10% 且 ≥ 10,000 元），本年又有该项目的结转指标；金额取未用数与本年结转的较小者',
  thresholds: [
    {
      key: 'share',
      label: '未用占上年结转',
      value: 0.1,
      unit: '比例',
      origin: '内部默认',
      basis: '排除项目尾款',
    },
    {
      key: 'floor',
      label: '未用起点金额',
      value: 10_000,
      unit: '元',
      origin: '内部默认',
      basis: '排除零星尾款',
    },
  ],
  exceptions: ['没有项目代码的结转指标', '上年支付数据不到 12 月底的不判断'],
  innocentCauses: [
    '已按结余收回后重新安排，来源仍登记为结转',
    '支付没有挂到结转指标上',
    '科研等另有规定的资金',
  ],
  requires: [
    { kind: 'budget_lines', fields: ['pro_code'] },
    { kind: 'payments', fields: ['bgt_id'] },
  ],
  scope: '有项目代码的结转指标',
  evaluate(dataset, thresholds) {
    const outcome = new OutcomeBuilder()
    const carried = carriedLines(dataset)
    let judged = 0
    for (const lines of carried.values()) {
      const year = lines[0]?.year ?? 0
      if (!dataset.budgetYears.has(year - 1)) {
        outcome.limit(`没有 ${String(year - 1)} 年度的指标，无法核对结转`, year)
        continue
      }
      if (lastWholeMonth(dataset, year - 1) < 12) {
        outcome.limit(`${String(year - 1)} 年度支付数据不到 12 月底，无法核对结转`, year)
        continue
      }
      judged += 1
      for (const now of groupBy(lines, (line) => line.project).values()) {
        const [first] = now
        const before = (carried.get(unitYearKey(first?.unit ?? '', year - 1)) ?? []).filter(
          (line) => line.project === first?.project,
        )
        judgeProject(outcome, dataset, now, before, thresholds)
      }
    }
    if (!dataset.lines.some(isCarriedOver)) outcome.limit('指标来源没有标明结转')
    return outcome.done(judged > 0)
  },
}

function judgeProject(
  outcome: OutcomeBuilder,
  dataset: BudgetDataset,
  now: readonly BudgetLine[],
  before: readonly BudgetLine[],
  thresholds: ThresholdValues,
): void {
  const [first] = now
  if (!first) return
  const place = { unit: first.unit, year: first.year, matter: first.project ?? '' }
  const name = first.projectName ?? '未填项目'
  const had = before.reduce((sum, line) => sum + line.cents, 0)
  const left = before.reduce((sum, line) => sum + line.cents - line.paid, 0)
  if (had <= 0) {
    const measured = `项目 ${name} 的结转是第一次`
    outcome.spare({ ...place, kind: 'precondition', measured, limit: '', short: '', nearness: 0 })
    return
  }
  const share = left / had
  const limit = limitOf(thresholds, 'share')
  if (share < limit || left < limitOf(thresholds, 'floor') * 100) {
    outcome.spare(numberBelow(place, `项目 ${name} 上年结转未用`, Math.max(0, share), limit, formatShare))
    return
  }
  const again = now.reduce((sum, line) => sum + line.cents, 0)
  const cents = Math.min(left, again)
  outcome.suspect({
    ...place,
    matterName: first.projectName,
    severity: '红',
    cents,
    text: `${unitName(dataset, first.unit)}的项目“${name}” ${String(first.year - 1)} 年结转指标 ${formatMoney(had)} 到年底未用 ${formatMoney(left)}，${String(first.year)} 年又结转 ${formatMoney(again)}；连续两年未用完的应作为结余资金管理。`,
    formulaFilled: `${formatMoney(left)} ÷ ${formatMoney(had)} = ${formatShare(share)} ≥ ${formatShare(limit)}；本年再结转 ${formatMoney(again)}`,
    rows: [
      ...lineRows(before, (line) => `上年结转，已付 ${formatMoney(line.paid)}`),
      ...lineRows(now, () => '本年结转'),
    ],
  })
}
