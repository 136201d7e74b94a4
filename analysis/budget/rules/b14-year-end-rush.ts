import { type BudgetDataset, type Payment, groupBy, unitName, unitYearKey } from '../dataset.ts'
import { paymentRows } from '../evidence.ts'
import { formatMoney, formatShare, sumCents } from '../money.ts'
import { numberBelow } from '../near.ts'
import { OutcomeBuilder, type Rule, type ThresholdValues, limitOf } from '../rule.ts'
import { lastWholeMonth } from '../seasonal-curve.ts'
import { statutes } from '../statutes.ts'
import { isReliefPayment } from '../suppression.ts'
import { type Cell } from '../totals.ts'

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
  scope: '年度终了、支付不少于 6 个月的单位',
  narrow: (thresholds) => [
    {
      query: 'december',
      params: { share: limitOf(thresholds, 'share'), times: limitOf(thresholds, 'times') },
    },
  ],
  evaluate(dataset, thresholds, payments) {
    const outcome = new OutcomeBuilder()
    const years = dataset.paymentYears.filter((year) => lastWholeMonth(dataset, year) === 12)
    for (const year of dataset.paymentYears) {
      if (!years.includes(year)) outcome.limit(`${String(year)} 年度支付数据未到 12 月底`, year)
    }
    const whole = [...dataset.totals.cellsByUnitYear.values()].filter(([first]) =>
      years.includes(first?.year ?? 0),
    )
    const judged = whole.map((cells) => cells.filter(({ currency }) => currency === 'CNY'))
    if (judged.some((cells, index) => cells.length < (whole[index]?.length ?? 0)))
      outcome.limit('非人民币数据：预算年度不一定是公历年')
    const shares = judged.flatMap((cells) => decemberOf(cells) ?? [])
    const ofUnit = groupBy(shares, (share) => share.unit)
    const rows = groupBy(payments, (payment) => unitYearKey(payment.unit, payment.year))
    for (const share of shares) {
      const past = (ofUnit.get(share.unit) ?? []).filter(
        (other) => other.year < share.year && other.months >= 6,
      )
      const own = rows.get(unitYearKey(share.unit, share.year)) ?? []
      judge(outcome, dataset, { ...share, past, payments: own }, thresholds)
    }
    return outcome.done(judged.some((cells) => cells.length > 0))
  },
}

interface Paid {
  readonly total: number
  readonly december: number
}

interface DecemberShare extends Paid {
  readonly unit: string
  readonly year: number
  readonly share: number
  /** Months with payments. */
  readonly months: number
  readonly count: number
  readonly withoutWages: Paid
}

interface Judged extends DecemberShare {
  readonly past: readonly DecemberShare[]
  readonly payments: readonly Payment[]
}

/** A unit's year; disaster relief does not count. Null when nothing was spent. */
function decemberOf(cells: readonly Cell[]): DecemberShare | null {
  const counted = cells.filter((cell) => !cell.isRelief)
  const [first] = counted
  const paid = paidOf(counted)
  if (!first || paid.total <= 0) return null
  return {
    ...paid,
    unit: first.unit,
    year: first.year,
    share: paid.december / paid.total,
    months: new Set(counted.map(({ month }) => month)).size,
    count: counted.reduce((sum, { payments }) => sum + payments, 0),
    withoutWages: paidOf(counted.filter(({ economicClass }) => economicClass !== '301')),
  }
}

function paidOf(cells: readonly Cell[]): Paid {
  return { total: sumCents(cells), december: sumCents(cells.filter(({ month }) => month === 12)) }
}

function breaks(at: Paid, thresholds: ThresholdValues): boolean {
  const mean = (at.total - at.december) / 11
  return (
    at.december > limitOf(thresholds, 'share') * at.total || at.december > limitOf(thresholds, 'times') * mean
  )
}

function judge(
  outcome: OutcomeBuilder,
  dataset: BudgetDataset,
  at: Judged,
  thresholds: ThresholdValues,
): void {
  const place = { unit: at.unit, year: at.year, matter: '年底支出' }
  if (at.months < 6) {
    const measured = `全年只有 ${String(at.months)} 个月有支付，不足 6 个月不判断`
    outcome.spare({ ...place, kind: 'precondition', measured, limit: '', short: '', nearness: 0 })
    return
  }
  if (!breaks(at, thresholds)) {
    outcome.spare(numberBelow(place, '12 月支付占全年', at.share, limitOf(thresholds, 'share'), formatShare))
    return
  }
  const highest = at.past.reduce((most, other) => Math.max(most, other.share), 0)
  const quiet = { unit: at.unit, year: at.year, matter: '年底支出', rows: at.count }
  if (at.past.length > 0 && at.share <= highest * limitOf(thresholds, 'overHistory')) {
    outcome.suppress({ ...quiet, reason: `往年 12 月占比已达 ${formatShare(highest)}，属于本单位常态` })
    return
  }
  if (!breaks(at.withoutWages, thresholds)) {
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
    rows: paymentRows(
      at.payments.filter((payment) => !isReliefPayment(payment)),
      (payment) => payment.use ?? '12 月支付',
    ),
    evidence: at.past.map((other) => `${String(other.year)} 年 12 月占比 ${formatShare(other.share)}`).sort(),
  })
}
