import { type BudgetDataset, type Payment, groupBy, unitName } from '../dataset.ts'
import { paymentRows } from '../evidence.ts'
import { formatMoney, formatShare, sumCents } from '../money.ts'
import { OutcomeBuilder, type Rule, type ThresholdValues, limitOf } from '../rule.ts'
import { fiscalMonthOf, lastWholeMonth } from '../seasonal-curve.ts'
import { statutes } from '../statutes.ts'
import { isReliefPayment } from '../suppression.ts'

/** B14 年底突击花钱: December takes far more of the year than the other months, and than in past years. */
export const yearEndRush: Rule = {
  id: 'B14',
  name: '年底突击花钱',
  version: '1.0',
  role: 'finding',
  severity: '橙',
  certainty: 'P',
  clauses: [statutes.budgetLaw57, statutes.budgetLaw18],
  formula:
    '12 月支付 ÷ 全年支付 > 25%，或 12 月支付 > 3 × 1–11 月月均支付；有往年数据时，还须高于本单位往年最高 12 月占比的 1.2 倍',
  thresholds: [
    {
      key: 'share',
      label: '12 月占全年',
      value: 0.25,
      unit: '比例',
      origin: '内部默认',
      basis: '均衡进度约为 8.3%',
    },
    {
      key: 'times',
      label: '12 月为前 11 月月均的倍数',
      value: 3,
      unit: '倍',
      origin: '内部默认',
      basis: '常见执行监控口径',
    },
    {
      key: 'overHistory',
      label: '高于往年最高占比',
      value: 1.2,
      unit: '倍',
      origin: '内部默认',
      basis: '排除年年如此的季节性单位',
    },
  ],
  exceptions: [
    '救灾应急支出',
    '扣除人员经费后不再超标的（年终奖、社保清算）',
    '数据未到 12 月底的不判断',
    '全年支付不足 6 个月份的不判断',
  ],
  innocentCauses: [
    '年底集中结算工程款、据实结算款',
    '上级专项资金年底才到账',
    '供暖等季节性支出',
    '支付数据前几个月未装全',
  ],
  requires: [{ kind: 'payments', fields: ['amount', 'pay_date'] }],
  evaluate(dataset, thresholds) {
    const outcome = new OutcomeBuilder()
    const years = dataset.paymentYears.filter((year) => lastWholeMonth(dataset, year) === 12)
    for (const year of dataset.paymentYears) {
      if (!years.includes(year)) outcome.limit(`${String(year)} 年度支付数据未到 12 月底`)
    }
    let judged = 0
    const shares = new Map<string, DecemberShare>()
    for (const payments of dataset.paymentsByUnitYear.values()) {
      const [first] = payments
      if (!first || !years.includes(first.year)) continue
      if (first.currency !== 'CNY') {
        outcome.limit('非人民币数据：预算年度不一定是公历年')
        continue
      }
      judged += 1
      const share = decemberOf(payments)
      if (share) shares.set(`${String(first.year)}\u0000${first.unit}`, share)
    }
    for (const share of shares.values()) judge(outcome, dataset, share, shares, thresholds)
    return outcome.done(judged > 0)
  },
}

interface DecemberShare {
  readonly unit: string
  readonly year: number
  readonly total: number
  readonly december: number
  readonly share: number
  readonly months: number
  readonly payments: readonly Payment[]
}

function decemberOf(payments: readonly Payment[]): DecemberShare | null {
  const counted = payments.filter((payment) => !isReliefPayment(payment))
  const [first] = counted
  const total = sumCents(counted)
  if (!first || total <= 0) return null
  const byMonth = groupBy(counted, fiscalMonthOf)
  const december = sumCents(byMonth.get(12) ?? [])
  return {
    unit: first.unit,
    year: first.year,
    total,
    december,
    share: december / total,
    months: byMonth.size,
    payments: counted,
  }
}

function breaks(at: { total: number; december: number }, thresholds: ThresholdValues): boolean {
  const mean = (at.total - at.december) / 11
  return (
    at.december > limitOf(thresholds, 'share') * at.total || at.december > limitOf(thresholds, 'times') * mean
  )
}

function judge(
  outcome: OutcomeBuilder,
  dataset: BudgetDataset,
  at: DecemberShare,
  all: ReadonlyMap<string, DecemberShare>,
  thresholds: ThresholdValues,
): void {
  if (at.months < 6 || !breaks(at, thresholds)) return
  const past = [...all.values()].filter(
    (other) => other.unit === at.unit && other.year < at.year && other.months >= 6,
  )
  const highest = past.reduce((most, other) => Math.max(most, other.share), 0)
  const quiet = { unit: at.unit, year: at.year, matter: '年底支出', rows: at.payments.length }
  if (past.length > 0 && at.share <= highest * limitOf(thresholds, 'overHistory')) {
    outcome.suppress({ ...quiet, reason: `往年 12 月占比已达 ${formatShare(highest)}，属于本单位常态` })
    return
  }
  const withoutWages = at.payments.filter((payment) => payment.economicCode?.startsWith('301') !== true)
  const december = withoutWages.filter((payment) => fiscalMonthOf(payment) === 12)
  const rest = { total: sumCents(withoutWages), december: sumCents(december) }
  if (!breaks(rest, thresholds)) {
    outcome.suppress({ ...quiet, reason: '扣除人员经费后 12 月支出正常' })
    return
  }
  const mean = Math.round((at.total - at.december) / 11)
  const times =
    mean > 0 ? `，为前 11 个月月均 ${formatMoney(mean)} 的 ${(at.december / mean).toFixed(1)} 倍` : ''
  outcome.suspect({
    unit: at.unit,
    year: at.year,
    matter: '年底支出',
    severity: '橙',
    cents: Math.max(0, at.december - mean),
    text: `${unitName(dataset, at.unit)} ${String(at.year)} 年 12 月支付 ${formatMoney(at.december)}，占全年 ${formatMoney(at.total)} 的 ${formatShare(at.share)}${times}。`,
    formulaFilled: `${formatMoney(at.december)} ÷ ${formatMoney(at.total)} = ${formatShare(at.share)}；阈值 ${formatShare(limitOf(thresholds, 'share'))} 或月均 ${formatMoney(mean)} × ${String(limitOf(thresholds, 'times'))}`,
    rows: paymentRows(december, (payment) => payment.use ?? '12 月支付'),
    evidence: past.map((other) => `${String(other.year)} 年 12 月占比 ${formatShare(other.share)}`).sort(),
  })
}
