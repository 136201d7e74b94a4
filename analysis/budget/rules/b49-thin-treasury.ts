import { fromDay } from '#calendar'
import { type BudgetDataset, groupBy, unitName } from '../dataset.ts'
import { type TreasuryMonth } from '../ledgers.ts'
import { formatMoney } from '../money.ts'
import { OutcomeBuilder, type Rule, type ThresholdValues, limitOf } from '../rule.ts'

const matter = '库款保障'

/** B49 库款保障不足: what is left at a month's end covers less than 0.3 of an ordinary month's payments. */
export const thinTreasury: Rule = {
  id: 'B49',
  name: '库款保障不足',
  version: '1.0',
  role: 'finding',
  severity: '橙',
  certainty: 'P',
  clauses: [],
  formula: '月末库款余额 ÷ 近 12 个月平均月流出（至少 6 个月）< 0.3',
  thresholds: [
    {
      key: 'cover',
      label: '保障倍数',
      value: 0.3,
      unit: '倍',
      origin: '内部默认',
      basis: '库款监测口径，原文待核实',
    },
    {
      key: 'months',
      label: '计算平均流出的最少月数',
      value: 6,
      unit: '月',
      origin: '内部默认',
      basis: '月数少时不稳定',
    },
  ],
  exceptions: ['可用月数不足 6 个的不判断', '流出为 0 或负数的月份不计入平均'],
  innocentCauses: ['月末集中拨付，次月初上级调度到账', '库款余额不含专户资金', '余额与流出单位不一致'],
  requires: [{ kind: 'treasury_months', fields: [] }],
  scope: '有月末余额和流出的库款月报',
  evaluate(dataset, thresholds) {
    const outcome = new OutcomeBuilder()
    let judged = 0
    for (const months of groupBy(dataset.treasuryMonths, ({ unit }) => unit).values()) {
      const covers = coversOf(months, limitOf(thresholds, 'months'))
      judged += covers.length
      for (const year of groupBy(covers, (one) => fromDay(one.month.monthEnd).slice(0, 4)).values())
        judge(outcome, dataset, year, thresholds)
    }
    if (judged === 0) outcome.limit('库款数据不足 6 个月')
    return outcome.done(judged > 0)
  },
}

interface Cover {
  readonly month: TreasuryMonth
  readonly mean: number
  readonly times: number
}

/** Each month held against the mean outflow of the twelve months up to it. */
function coversOf(months: readonly TreasuryMonth[], fewest: number): Cover[] {
  const sorted = [...months].sort((a, b) => a.monthEnd - b.monthEnd)
  return sorted.flatMap((month) => {
    const recent = sorted.filter(
      (one) => one.monthEnd <= month.monthEnd && one.monthEnd > month.monthEnd - 366 && one.outflow > 0,
    )
    if (recent.length < fewest) return []
    const mean = recent.reduce((sum, { outflow }) => sum + outflow, 0) / recent.length
    return [{ month, mean, times: month.balance / mean }]
  })
}

function judge(
  outcome: OutcomeBuilder,
  dataset: BudgetDataset,
  covers: readonly Cover[],
  thresholds: ThresholdValues,
): void {
  const [worst] = [...covers].sort((a, b) => a.times - b.times || a.month.monthEnd - b.month.monthEnd)
  if (!worst) return
  const limit = limitOf(thresholds, 'cover')
  const [year, unit] = [Number(fromDay(worst.month.monthEnd).slice(0, 4)), worst.month.unit]
  const day = fromDay(worst.month.monthEnd).slice(0, 7)
  if (worst.times >= limit) {
    outcome.spare({
      ...{ unit, year, matter, kind: 'below', limit: `不低于 ${times(limit)}` },
      measured: `最低的 ${day} 月末保障 ${times(worst.times)}`,
      short: `高出 ${times(worst.times - limit)}`,
      nearness: Math.min(1, limit / Math.max(worst.times, limit)),
    })
    return
  }
  const thin = covers.filter((one) => one.times < limit)
  const mean = Math.round(worst.mean)
  outcome.suspect({
    ...{ unit, year, matter, severity: '橙' },
    cents: Math.round(worst.mean * limit) - worst.month.balance,
    text: `${unitName(dataset, unit)} ${String(year)} 年有 ${String(thin.length)} 个月末库款不足平均月流出的 ${times(limit)}，最低是 ${day}：余额 ${formatMoney(worst.month.balance)}，近 12 个月平均流出 ${formatMoney(mean)}。`,
    formulaFilled: `${formatMoney(worst.month.balance)} ÷ ${formatMoney(mean)} = ${times(worst.times)} < ${times(limit)}`,
    rows: thin.map(({ month, times: cover }) => ({
      place: month.place,
      cents: month.balance,
      note: `${fromDay(month.monthEnd)}，保障 ${times(cover)}`,
    })),
  })
}

function times(value: number): string {
  return `${value.toFixed(2)} 倍`
}
