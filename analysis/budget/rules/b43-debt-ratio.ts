import { type BudgetDataset, groupBy, unitName, unitYearKey } from '../dataset.ts'
import { type Debt } from '../fiscal.ts'
import { doubtfulProducts } from '../quality/fiscal-outlier.ts'
import { formatMoney } from '../money.ts'
import { numberBelow } from '../near.ts'
import { OutcomeBuilder, type Rule, type Severity, type ThresholdValues, limitOf } from '../rule.ts'
import { statutes } from '../statutes.ts'

const matter = '债务率'

/** B43 债务率分档: debt in relation to the government's whole resources, in three grades. */
export const debtRatio: Rule = {
  id: 'B43',
  name: '债务率分档',
  version: '1.0',
  role: 'finding',
  severity: '红',
  certainty: 'P',
  clauses: [statutes.rules47],
  formula: '债务率 =（一般债务余额 + 专项债务余额）÷ 综合财力：≥ 120% 黄，≥ 200% 橙，≥ 300% 红',
  thresholds: [
    {
      key: 'yellow',
      label: '黄',
      value: 120,
      unit: '%',
      origin: '内部默认',
      basis: '财政部风险分档，原文待核实',
    },
    {
      key: 'orange',
      label: '橙',
      value: 200,
      unit: '%',
      origin: '内部默认',
      basis: '财政部风险分档，原文待核实',
    },
    {
      key: 'red',
      label: '红',
      value: 300,
      unit: '%',
      origin: '内部默认',
      basis: '财政部风险分档，原文待核实',
    },
  ],
  exceptions: ['没有综合财力的地区不判断', '缺一类债务余额的地区不判断', '债务率 2000% 以上的疑为单位不一致'],
  innocentCauses: ['综合财力口径不含上级补助', '当年土地出让收入大幅下降', '专项债务有对应资产和收益'],
  requires: [{ kind: 'debts', fields: ['balance', 'capacity'] }],
  scope: '有综合财力的政府债务',
  evaluate(dataset, thresholds) {
    const outcome = new OutcomeBuilder()
    const doubtful = doubtfulProducts(dataset)
    let judged = 0
    for (const debts of groupBy(dataset.debts, (debt) => unitYearKey(debt.unit, debt.year)).values())
      if (judge(outcome, { dataset, doubtful }, debts, thresholds)) judged += 1
    if (judged === 0) outcome.limit('没有两类债务余额和综合财力都齐全的地区')
    return outcome.done(judged > 0)
  },
}

/** Whether the government's year could be judged. */
function judge(
  outcome: OutcomeBuilder,
  { dataset, doubtful }: { readonly dataset: BudgetDataset; readonly doubtful: ReadonlySet<string> },
  debts: readonly Debt[],
  thresholds: ThresholdValues,
): boolean {
  const [first] = debts
  if (!first) return false
  const place = { unit: first.unit, year: first.year, matter }
  const capacity = Math.max(0, ...debts.map((debt) => debt.capacity ?? 0))
  if (capacity <= 0 || debts.length < 2 || debts.some((debt) => debt.balance === null)) {
    const measured = capacity <= 0 ? '没有综合财力' : '一般债务、专项债务余额不全'
    outcome.spare({ ...place, kind: 'precondition', measured, limit: '', short: '', nearness: 0 })
    return false
  }
  const balance = debts.reduce((sum, debt) => sum + (debt.balance ?? 0), 0)
  const ratio = (balance / capacity) * 100
  const severity = gradeOf(ratio, thresholds)
  if (severity === null) {
    const least = limitOf(thresholds, 'yellow')
    outcome.spare(numberBelow(place, '债务率', ratio, least, percent))
    return true
  }
  if (ratio >= 2_000) {
    outcome.suppress({ ...place, reason: `债务率 ${percent(ratio)}，疑单位不一致，请核对来源`, rows: 1 })
    return true
  }
  outcome.suspect({
    ...place,
    severity,
    cents: balance,
    text: `${unitName(dataset, first.unit)} ${String(first.year)} 年政府债务余额 ${formatMoney(balance)}，综合财力 ${formatMoney(capacity)}，债务率 ${percent(ratio)}，属于${severity}档。`,
    formulaFilled: `${formatMoney(balance)} ÷ ${formatMoney(capacity)} = ${percent(ratio)}`,
    rows: debts.map((debt) => ({
      place: debt.place,
      cents: debt.balance ?? 0,
      note: `${debt.debtKind}余额`,
    })),
    evidence: doubtful.has(unitYearKey(first.unit, first.year)) ? [] : productShare(debts, balance),
  })
  return true
}

/** 负债率, for the reader: no limit is set on it. */
function productShare(debts: readonly Debt[], balance: number): string[] {
  const product = Math.max(0, ...debts.map((debt) => debt.product ?? 0))
  if (product <= 0) return []
  const share = percent(balance / product)
  return [`债务余额 ÷ 地区生产总值 ${formatMoney(product * 100)} = ${share}（负债率，只作参考）`]
}

function gradeOf(ratio: number, thresholds: ThresholdValues): Severity | null {
  if (ratio >= limitOf(thresholds, 'red')) return '红'
  if (ratio >= limitOf(thresholds, 'orange')) return '橙'
  return ratio >= limitOf(thresholds, 'yellow') ? '黄' : null
}

function percent(value: number): string {
  return `${value.toFixed(1)}%`
}
