import { type BudgetDataset, type BudgetLine, groupBy, unitName } from '../dataset.ts'
import { lineRows } from '../evidence.ts'
import { formatMoney, formatShare, sumCents } from '../money.ts'
import { OutcomeBuilder, type Rule, type ThresholdValues, limitOf } from '../rule.ts'
import { lastWholeMonth } from '../seasonal-curve.ts'
import { statutes } from '../statutes.ts'

interface Compared {
  readonly budget: number
  readonly paid: number
  readonly deviation: number
}

/** B47 预决算偏离: at the year's end an item of the functional classification differs from its adjusted budget by a fifth. */
export const finalDeviation: Rule = {
  id: 'B47',
  name: '预决算偏离',
  version: '1.0',
  role: 'finding',
  severity: '黄',
  certainty: 'I',
  clauses: [statutes.budgetLaw75],
  formula:
    '年度终了，单位某一功能科目（项）：|全年支付 − 调整后预算| ÷ 调整后预算 > 20%，调整后预算 ≥ 100,000 元（以全年支付代替决算数）',
  thresholds: [
    { key: 'share', label: '偏离幅度', value: 0.2, unit: '比例', origin: '内部默认', basis: '法律未定比例' },
    {
      key: 'floor',
      label: '起点金额',
      value: 100_000,
      unit: '元',
      origin: '内部默认',
      basis: '排除零星科目',
    },
    {
      key: 'whole',
      label: '全单位偏离',
      value: 0.1,
      unit: '比例',
      origin: '内部默认',
      basis: '全单位偏慢已由执行进度规则反映',
    },
  ],
  exceptions: [
    '数据未到 12 月底的年度不判断',
    '完全没有支付的指标由零执行规则反映',
    '全单位执行偏离的由执行进度规则反映',
  ],
  innocentCauses: [
    '决算口径与支付口径不同（权责发生制列支、上缴）',
    '年底收回指标未登记',
    '资金结转下年使用',
  ],
  requires: [
    { kind: 'budget_lines', fields: ['amount'] },
    { kind: 'payments', fields: ['bgt_id'] },
  ],
  scope: '有功能科目的指标',
  evaluate(dataset, thresholds) {
    const outcome = new OutcomeBuilder()
    let judged = 0
    for (const lines of dataset.linesByUnitYear.values()) {
      const year = lines[0]?.year ?? 0
      const month = lastWholeMonth(dataset, year)
      if (month < 12) {
        outcome.limit(`${String(year)} 年度支付数据只到 ${String(month)} 月，决算尚不能比较`, year)
        continue
      }
      judged += 1
      judgeUnit(outcome, dataset, lines, thresholds)
    }
    return outcome.done(judged > 0)
  },
}

function compare(lines: readonly BudgetLine[]): Compared {
  const budget = sumCents(lines)
  const paid = lines.reduce((sum, line) => sum + line.paid, 0)
  return { budget, paid, deviation: budget > 0 ? (paid - budget) / budget : 0 }
}

function judgeUnit(
  outcome: OutcomeBuilder,
  dataset: BudgetDataset,
  lines: readonly BudgetLine[],
  thresholds: ThresholdValues,
): void {
  const [first] = lines
  if (!first) return
  const place = { unit: first.unit, year: first.year }
  const share = limitOf(thresholds, 'share')
  const floor = limitOf(thresholds, 'floor') * 100
  const used = lines.filter((line) => line.payments > 0 && line.cents > 0)
  const whole = compare(used)
  for (const [code, group] of groupBy(used, (line) => line.functionCode)) {
    const item = compare(group)
    if (item.budget < floor) continue
    if (Math.abs(item.deviation) <= share) spare(outcome, { ...place, matter: code }, item, share)
    else if (Math.abs(whole.deviation) > limitOf(thresholds, 'whole')) {
      const reason = `全单位执行偏离 ${formatShare(whole.deviation)}，由执行进度规则反映`
      outcome.suppress({ ...place, matter: code, reason, rows: group.length })
    } else
      outcome.suspect({
        ...place,
        matter: code,
        severity: '黄',
        cents: Math.abs(item.paid - item.budget),
        text: `${unitName(dataset, first.unit)} ${String(first.year)} 年功能科目 ${code} 全年支付 ${formatMoney(item.paid)}，调整后预算 ${formatMoney(item.budget)}，偏离 ${formatShare(item.deviation)}。`,
        formulaFilled: `|${formatMoney(item.paid)} − ${formatMoney(item.budget)}| ÷ ${formatMoney(item.budget)} = ${formatShare(Math.abs(item.deviation))} > ${formatShare(share)}`,
        rows: lineRows(group, (line) => `${line.projectName ?? '未填项目'}，已付 ${formatMoney(line.paid)}`),
      })
  }
}

function spare(
  outcome: OutcomeBuilder,
  place: { unit: string; year: number; matter: string },
  item: Compared,
  share: number,
): void {
  const deviation = Math.abs(item.deviation)
  outcome.spare({
    ...place,
    kind: 'below',
    measured: `功能科目 ${place.matter} 偏离 ${formatShare(item.deviation)}`,
    limit: formatShare(share),
    short: `${((share - deviation) * 100).toFixed(1)} 个百分点`,
    nearness: deviation / share,
  })
}
