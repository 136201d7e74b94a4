import { type BudgetDataset, type Payment, groupBy, unitName } from '../dataset.ts'
import { paymentRows } from '../evidence.ts'
import { formatMoney, formatShare } from '../money.ts'
import { isRegularSeries, strangersInSeries } from '../recurring.ts'
import { RepeatStatistics } from '../repeat-statistics.ts'
import { OutcomeBuilder, type Rule, type ThresholdValues, limitOf } from '../rule.ts'
import { statutes } from '../statutes.ts'
import { isRefund } from '../suppression.ts'

/** B36 疑似重复支付: one matter paid twice under two vouchers. */
export const duplicatePayment: Rule = {
  id: 'B36',
  name: '疑似重复支付',
  version: '1.2',
  role: 'finding',
  severity: '橙',
  certainty: 'I',
  clauses: [statutes.budgetLaw57],
  formula:
    '同一单位、收款账号（无账号时为收款人）、项目、金额，且发票号相同，或发票不冲突而合同与用途相同，凭证不同，间隔 ≤ 30 日；周期性等额支付与已退回的除外',
  thresholds: [
    { key: 'days', label: '间隔', value: 30, unit: '日', origin: '内部默认', basis: '一个付款周期' },
    {
      key: 'rhythmRate',
      label: '同样间隔的等额支付在全部支付中的占比上限',
      value: 0.0003,
      unit: '比例',
      origin: '内部默认',
      basis: '更常见的间隔属于付款日历',
    },
    {
      key: 'purposeShare',
      label: '该类支出等额重复占比上限',
      value: 0.3,
      unit: '比例',
      origin: '内部默认',
      basis: '定额费用本来就等额重复',
    },
    {
      key: 'receiverShare',
      label: '该收款人等额重复占比上限',
      value: 0.35,
      unit: '比例',
      origin: '内部默认',
      basis: '定额费用本来就等额重复',
    },
  ],
  exceptions: [
    '按周、双周、月、季等周期等额支付（房租、工资、护理费）',
    '60 日内同额退回或冲销',
    '发票号不同',
    '定额标准费用且间隔符合付款日历',
  ],
  innocentCauses: [
    '同一标准的两件事（两名服务对象、两个批次）',
    '分期付款金额相同',
    '前一笔被银行退票后重付而退票未入账',
    '凭证拆行',
  ],
  requires: [{ kind: 'payments', fields: ['amount', 'pay_date', 'payee_name'] }],
  scope: '同一事项等额再付、不是按周按月定期的支付',
  narrow: (thresholds) => [{ query: 'repeats', params: { days: limitOf(thresholds, 'days') } }],
  evaluate(dataset, thresholds, payments) {
    const outcome = new OutcomeBuilder()
    const { reversed } = dataset
    const statistics = new RepeatStatistics(dataset.totals)
    if (statistics.payments === 0) {
      outcome.limit('支付没有用途、合同号或发票号，无法认定是否同一事项')
      return outcome.done(false)
    }
    const groups = [...groupBy(payments.filter(isJudged), matterKey).values()].filter(
      (group) => group.length > 1,
    )
    for (const group of groups) group.sort(byDay)
    const pairs: Pair[] = []
    for (const group of groups) pairs.push(...pairsOf(outcome, group, reversed, statistics, thresholds))
    const matters = groupBy(
      pairs,
      ({ second }) => `${second.unit}\u0000${String(second.year)}\u0000${second.payee ?? ''}`,
    )
    for (const matter of matters.values()) suspectPairs(outcome, dataset, matter, thresholds)
    return outcome.done()
  },
}

interface Pair {
  readonly first: Payment
  readonly second: Payment
  readonly reason: string
}

/** Equal amounts alone say nothing: a purpose, a contract or an invoice must say what was paid for. */
function isJudged(payment: Payment): boolean {
  const hasMatter = payment.use !== null || payment.contract !== null || invoiceOf(payment) !== null
  return hasMatter && payment.payee !== null && payment.cents > 0 && !isRefund(payment)
}

function byDay(a: Payment, b: Payment): number {
  return a.day - b.day || (a.place.key < b.place.key ? -1 : 1)
}

/** Same unit, receiver, project, purpose, contract and amount. */
function matterKey(payment: Payment): string {
  const { unit, payee, project, use, contract, cents } = payment
  return [unit, payee, project, use, contract, cents].join('\u0000')
}

/** An invoice number that identifies an invoice; '无', '0000' and the like do not. */
function invoiceOf(payment: Payment): string | null {
  const digits = payment.invoice?.replace(/\s/gu, '') ?? ''
  return digits.length >= 6 && !/^(.)\1*$/u.test(digits) ? digits : null
}

function pairsOf(
  outcome: OutcomeBuilder,
  group: readonly Payment[],
  reversed: ReadonlySet<string>,
  statistics: RepeatStatistics,
  thresholds: ThresholdValues,
): Pair[] {
  const days = limitOf(thresholds, 'days')
  const standing = group.filter((payment) => !reversed.has(payment.place.key))
  const close = closePairs(standing, days)
  if (close.length === 0) {
    if (standing.length < group.length) suppress(outcome, group, '重复的一笔已退回或冲销')
    return []
  }
  const sameInvoice = close.filter(
    ([first, second]) => invoiceOf(first) !== null && invoiceOf(first) === invoiceOf(second),
  )
  if (sameInvoice.length > 0)
    return sameInvoice.map(([first, second]) => ({ first, second, reason: '发票号相同' }))
  const open = close.filter(([first, second]) => invoiceOf(first) === null || invoiceOf(second) === null)
  if (open.length === 0) {
    suppress(outcome, group, '发票号各不相同')
    return []
  }
  return withoutInvoice(outcome, standing, open, statistics, thresholds)
}

function withoutInvoice(
  outcome: OutcomeBuilder,
  group: readonly Payment[],
  close: readonly (readonly [Payment, Payment])[],
  statistics: RepeatStatistics,
  thresholds: ThresholdValues,
): Pair[] {
  const perDay = groupBy(group, (payment) => payment.day)
  const days = [...perDay.keys()].sort((a, b) => a - b)
  const strangers = new Set(strangersInSeries(days))
  if (strangers.size > 0) {
    const unusual = close.filter(
      ([first, second]) => statistics.rhythmRate(first, second) <= limitOf(thresholds, 'rhythmRate'),
    )
    const broken = [...strangers].flatMap((day) => nearestPair(unusual, day))
    if (broken.length === 0) suppress(outcome, group, '定额费用，间隔符合付款日历')
    return broken.map(([first, second]) => ({ first, second, reason: '打破了原有的等额支付周期' }))
  }
  if (isRegularSeries(days)) {
    const extra = [...perDay.values()].filter((payments) => payments.length > 1)
    // One doubled day in a series that is otherwise single is what a voucher paid twice looks like.
    if (extra.length !== 1 || days.length < 5) {
      suppress(outcome, group, '周期性等额支付')
      return []
    }
    const [doubled] = extra
    const sameDay = close.filter(
      ([first, second]) =>
        doubled?.includes(first) === true &&
        doubled.includes(second) &&
        !isOneBatch(first, second, statistics, thresholds),
    )
    if (sameDay.length === 0) suppress(outcome, group, '周期性等额支付')
    return sameDay.map(([first, second]) => ({ first, second, reason: '周期性支付中同一天付了两次' }))
  }
  const unusual = close.filter(([first, second]) =>
    isUnusual(first, second, group.length, statistics, thresholds),
  )
  if (unusual.length === 0) suppress(outcome, group, '定额费用，间隔符合付款日历')
  return unusual.map(([first, second]) => ({
    first,
    second,
    reason: reasonOf(first, second, group.length, statistics),
  }))
}

/** The pair that joins a day to the payment closest in time: what the extra payment repeats. */
function nearestPair(
  pairs: readonly (readonly [Payment, Payment])[],
  day: number,
): (readonly [Payment, Payment])[] {
  return pairs
    .filter(([first, second]) => first.day === day || second.day === day)
    .sort((a, b) => a[1].day - a[0].day - (b[1].day - b[0].day))
    .slice(0, 1)
}

/** Successive payments of a group at most `days` apart under different vouchers. */
function closePairs(group: readonly Payment[], days: number): [Payment, Payment][] {
  const pairs: [Payment, Payment][] = []
  const last = new Map<string, Payment>()
  let previous: Payment | undefined
  for (const payment of group) {
    const invoice = invoiceOf(payment)
    const sameInvoice = invoice === null ? undefined : last.get(invoice)
    const partner = sameInvoice ?? previous
    const isOther = partner !== undefined && (partner.voucher === null || partner.voucher !== payment.voucher)
    if (isOther && payment.day - partner.day <= days) pairs.push([partner, payment])
    if (invoice !== null) last.set(invoice, payment)
    previous = payment
  }
  return pairs
}

function isUnusual(
  first: Payment,
  second: Payment,
  groupSize: number,
  statistics: RepeatStatistics,
  thresholds: ThresholdValues,
): boolean {
  if (statistics.rhythmRate(first, second) <= limitOf(thresholds, 'rhythmRate')) return true
  if (isOneBatch(first, second, statistics, thresholds)) return false
  return (
    statistics.purposeShare(second, groupSize) <= limitOf(thresholds, 'purposeShare') &&
    statistics.receiverShare(second, groupSize) <= limitOf(thresholds, 'receiverShare')
  )
}

/** Where same-day repeats are common, neighbouring vouchers are one batch of equally priced invoices. */
function isOneBatch(
  first: Payment,
  second: Payment,
  statistics: RepeatStatistics,
  thresholds: ThresholdValues,
): boolean {
  return (
    first.day === second.day &&
    areNeighbours(first.voucher, second.voucher) &&
    statistics.rhythmRate(first, second) > limitOf(thresholds, 'rhythmRate')
  )
}

/** Voucher numbers that differ only in their last digits, by at most twenty. */
function areNeighbours(first: string | null, second: string | null): boolean {
  const [a, b] = [first, second].map((voucher) => /^(\D*)(\d{4,15})$/u.exec(voucher ?? ''))
  if (!a || !b || a[1] !== b[1]) return false
  return Math.abs(Number(a[2]) - Number(b[2])) <= 20
}

function reasonOf(first: Payment, second: Payment, groupSize: number, statistics: RepeatStatistics): string {
  const same = [
    first.use !== null && '用途',
    first.contract !== null && '合同',
    first.project !== null && '项目',
    '收款人',
    '金额',
  ].filter((word) => word !== false)
  return `${same.join('、')}相同；该类支出等额重复占比 ${formatShare(statistics.purposeShare(second, groupSize))}`
}

function suppress(outcome: OutcomeBuilder, group: readonly Payment[], reason: string): void {
  const [first] = group
  if (!first) return
  outcome.suppress({
    unit: first.unit,
    year: first.year,
    matter: first.payee ?? '',
    reason,
    rows: group.length,
  })
}

function suspectPairs(
  outcome: OutcomeBuilder,
  dataset: BudgetDataset,
  pairs: readonly Pair[],
  thresholds: ThresholdValues,
): void {
  const seconds = [...new Set(pairs.map(({ second }) => second))]
  const payments = [...new Set(pairs.flatMap(({ first, second }) => [first, second]))]
  const [sample] = pairs
  if (!sample) return
  const { second } = sample
  const cents = seconds.reduce((sum, payment) => sum + payment.cents, 0)
  const told = pairs
    .slice(0, 3)
    .map(
      (pair) =>
        `${pair.first.date} 与 ${pair.second.date} 各付 ${formatMoney(pair.second.cents, second.currency)}`,
    )
  const more = pairs.length > 3 ? `等 ${String(pairs.length)} 组` : ''
  outcome.suspect({
    unit: second.unit,
    year: second.year,
    matter: second.payee ?? '',
    matterName: second.payeeName,
    severity: '橙',
    cents,
    currency: second.currency,
    text: `${unitName(dataset, second.unit)} 向“${second.payeeName ?? second.payee ?? ''}”疑似重复支付：${told.join('；')}${more}，涉及 ${formatMoney(cents, second.currency)}。`,
    formulaFilled: pairs
      .slice(0, 5)
      .map(
        (pair) =>
          `间隔 ${String(pair.second.day - pair.first.day)} 日 ≤ ${String(limitOf(thresholds, 'days'))} 日，凭证 ${pair.first.voucher ?? '无'} ≠ ${pair.second.voucher ?? '无'}，${pair.reason}`,
      )
      .join('；'),
    rows: paymentRows(
      payments,
      (payment) => `凭证 ${payment.voucher ?? '无'}${payment.use === null ? '' : `，${payment.use}`}`,
    ),
  })
}
