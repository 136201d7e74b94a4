import { type BudgetDataset, type Payment, groupBy, unitName } from '../dataset.ts'
import { clustersWithin, paymentRows } from '../evidence.ts'
import { formatMoney, sumCents } from '../money.ts'
import { limitsByCurrency, yuan } from '../narrowing.ts'
import { isRegularSeries } from '../recurring.ts'
import { OutcomeBuilder, type Rule, type ThresholdValues, limitOf } from '../rule.ts'
import { isPersonnel, isReliefPayment, isSettledByUse } from '../suppression.ts'

/** B27 拆分支付: payments to one receiver within days of each other, each just under the limit that needs approval. */
export const splitPayment: Rule = {
  id: 'B27',
  name: '疑似拆分支付',
  version: '1.0',
  role: 'finding',
  severity: '橙',
  certainty: 'I',
  clauses: [],
  formula: '同一单位、同一收款人 7 日内 ≥ 2 笔，每笔在单笔限额的 [80%, 100%) 之间，合计 ≥ 限额',
  thresholds: [
    {
      key: 'singleLimit',
      label: '单笔限额（人民币）',
      value: 500_000,
      unit: '元',
      origin: '内部默认',
      basis: '按本地单笔审批或采购限额设定',
    },
    {
      key: 'floorShare',
      label: '贴近限额的下沿',
      value: 0.8,
      unit: '比例',
      origin: '内部默认',
      basis: '贴近限额的经验范围',
    },
    { key: 'windowDays', label: '间隔', value: 7, unit: '日', origin: '内部默认', basis: '一周内的同一事项' },
  ],
  exceptions: ['人员经费和对个人补助', '救灾应急', '据实结算', '按周期等额支付的费用', '已退回的支付'],
  innocentCauses: [
    '同一合同按进度分期支付',
    '不同项目恰好同周付款',
    '一张发票限额导致分开开票',
    '限额设置与本地规定不一致',
  ],
  requires: [{ kind: 'payments', fields: ['amount', 'pay_date', 'payee_name'] }],
  scope: '同一收款人多笔贴近限额的支付',
  narrow: (thresholds) =>
    limitsByCurrency(thresholds, 'singleLimit').map(({ currency, value }) => ({
      query: 'amounts',
      params: {
        currency,
        floor: yuan(value * limitOf(thresholds, 'floorShare')),
        ceiling: yuan(value),
      },
    })),
  evaluate(dataset, thresholds, payments) {
    const outcome = new OutcomeBuilder()
    let judged = 0
    for (const currency of new Set(dataset.totals.days.map((day) => day.currency))) {
      const limit = limitFor(thresholds, currency)
      if (limit === null) {
        outcome.limit(`${currency} 数据没有设定单笔限额（阈值 singleLimit.${currency}）`)
        continue
      }
      judged += 1
      const own = payments.filter((payment) => payment.currency === currency)
      judgeCurrency(outcome, dataset, own, limit, thresholds)
    }
    return outcome.done(judged > 0)
  },
}

/** The single-payment limit in 分 for a currency; other currencies are set as `singleLimit.USD` and the like. */
function limitFor(thresholds: ThresholdValues, currency: string): number | null {
  const value =
    currency === 'CNY' ? limitOf(thresholds, 'singleLimit') : thresholds[`singleLimit.${currency}`]
  return value === undefined ? null : Math.round(value * 100)
}

function judgeCurrency(
  outcome: OutcomeBuilder,
  dataset: BudgetDataset,
  payments: readonly Payment[],
  limit: number,
  thresholds: ThresholdValues,
): void {
  const floor = limit * limitOf(thresholds, 'floorShare')
  const near = payments.filter(
    (payment) => payment.cents >= floor && payment.cents < limit && payment.payee !== null,
  )
  for (const group of groupBy(near, (payment) => `${payment.unit}\u0000${payment.payee ?? ''}`).values()) {
    if (group.length < 2) continue
    const judged = group.filter((payment) => exceptionOf(payment) === null)
    suppressExcepted(outcome, group)
    const kept = judged.filter((payment) => !dataset.reversed.has(payment.place.key))
    const clusters = clustersWithin(kept, limitOf(thresholds, 'windowDays')).filter(
      (cluster) => cluster.length >= 2 && sumCents(cluster) >= limit,
    )
    if (clusters.length === 0) {
      spareApart(outcome, kept, limitOf(thresholds, 'windowDays'))
      continue
    }
    if (isPeriodic(kept)) {
      outcome.suppress({ ...mattersOf(kept), reason: '周期性等额支付', rows: kept.length })
      continue
    }
    for (const byYear of groupBy(clusters, (cluster) => cluster[0]?.year ?? null).values()) {
      suspectClusters(outcome, dataset, byYear, limit, thresholds)
    }
  }
}

/** Payments near the limit that lie further apart than the window. */
function spareApart(outcome: OutcomeBuilder, kept: readonly Payment[], window: number): void {
  const days = kept.map(({ day }) => day).sort((a, b) => a - b)
  const gaps = days.slice(1).map((day, index) => day - (days[index] ?? day))
  if (gaps.length === 0) return
  const closest = Math.min(...gaps)
  outcome.spare({
    ...mattersOf(kept),
    kind: 'below',
    measured: `${String(kept.length)} 笔贴近限额的支付，最近两笔相隔 ${String(closest)} 日`,
    limit: `${String(window)} 日以内`,
    short: `${String(Math.max(0, closest - window))} 日`,
    nearness: closest > 0 ? Math.min(1, window / closest) : 1,
  })
}

function exceptionOf(payment: Payment): string | null {
  if (isPersonnel(payment)) return '人员经费或对个人补助'
  if (isReliefPayment(payment)) return '救灾应急支出'
  return isSettledByUse(payment) ? '据实结算' : null
}

function suppressExcepted(outcome: OutcomeBuilder, group: readonly Payment[]): void {
  for (const [reason, rows] of groupBy(group, exceptionOf)) {
    if (rows.length >= 2) outcome.suppress({ ...mattersOf(rows), reason, rows: rows.length })
  }
}

function mattersOf(payments: readonly Payment[]): { unit: string; year: number; matter: string } {
  const [first] = payments
  return { unit: first?.unit ?? '', year: first?.year ?? 0, matter: first?.payee ?? '' }
}

/** Most of the near-limit payments are one amount at regular intervals. */
function isPeriodic(payments: readonly Payment[]): boolean {
  const series = [...groupBy(payments, (payment) => payment.cents).values()]
  const regular = series.filter((group) =>
    isRegularSeries([...new Set(group.map((payment) => payment.day))].sort((a, b) => a - b)),
  )
  return regular.reduce((sum, group) => sum + group.length, 0) >= 0.8 * payments.length
}

function suspectClusters(
  outcome: OutcomeBuilder,
  dataset: BudgetDataset,
  clusters: readonly (readonly Payment[])[],
  limit: number,
  thresholds: ThresholdValues,
): void {
  const payments = clusters.flat()
  const [first] = payments
  if (!first) return
  const cents = sumCents(payments)
  const money = (value: number): string => formatMoney(value, first.currency)
  const parts = clusters.map((cluster) => {
    const days = `${cluster[0]?.date ?? ''}至${cluster.at(-1)?.date ?? ''}`
    return `${days} ${String(cluster.length)} 笔 ${money(sumCents(cluster))}`
  })
  outcome.suspect({
    unit: first.unit,
    year: first.year,
    matter: first.payee ?? '',
    matterName: first.payeeName,
    severity: '橙',
    cents,
    currency: first.currency,
    text: `${unitName(dataset, first.unit)} ${String(first.year)} 年向“${first.payeeName ?? first.payee ?? ''}”短期内分笔支付，每笔略低于限额 ${money(limit)}：${parts.slice(0, 5).join('；')}${parts.length > 5 ? `等 ${String(parts.length)} 组` : ''}。`,
    formulaFilled: `${money(limit)} × ${String(limitOf(thresholds, 'floorShare'))} ≤ 每笔 < ${money(limit)}；${parts.slice(0, 3).join('；')}；合计 ${money(cents)} ≥ ${money(limit)}`,
    rows: paymentRows(payments, (payment) => payment.use ?? ''),
  })
}
