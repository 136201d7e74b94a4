import { type Payment, groupBy, unitName, unitYearKey } from '../dataset.ts'
import { paymentRows } from '../evidence.ts'
import { formatMoney, sumCents } from '../money.ts'
import { moneyBelow } from '../near.ts'
import { yuan } from '../narrowing.ts'
import { isPersonName } from '../persons.ts'
import { OutcomeBuilder, type Rule, limitOf } from '../rule.ts'
import { statutes } from '../statutes.ts'
import { isPersonnel, isRefund, isReliefPayment } from '../suppression.ts'

/** B25 向个人大额转账: a large payment to a natural person outside wages and grants. */
export const largeToPerson: Rule = {
  id: 'B25',
  name: '向个人大额转账',
  version: '1.0',
  role: 'finding',
  severity: '橙',
  certainty: 'P',
  clauses: [statutes.budgetLaw57],
  formula: '收款人是个人，单笔 ≥ 50,000 元，经济科目不属于工资福利（301）和对个人和家庭的补助（303）',
  thresholds: [
    {
      key: 'single',
      label: '单笔',
      value: 50_000,
      unit: '元',
      origin: '内部默认',
      basis: '常见动态监控口径',
    },
  ],
  exceptions: ['工资、抚恤、补助类科目', '劳务费', '救灾应急', '退回与冲销'],
  innocentCauses: ['征地拆迁、赔偿直接付给个人', '个体经营者以个人账户收款', '收款人名称被截断'],
  requires: [{ kind: 'payments', fields: ['payee_name'] }],
  scope: '付给个人的大额支付',
  narrow: (thresholds) => [{ query: 'persons', params: { least: yuan(limitOf(thresholds, 'single') / 2) } }],
  evaluate(dataset, thresholds, payments) {
    const outcome = new OutcomeBuilder()
    const limit = limitOf(thresholds, 'single') * 100
    for (const payment of payments) lookAt(outcome, payment, limit)
    const large = payments.filter((payment) => payment.cents >= limit && isToPerson(payment))
    for (const group of groupBy(large, (payment) => unitYearKey(payment.unit, payment.year)).values()) {
      const [first] = group
      if (!first) continue
      const cents = sumCents(group)
      outcome.suspect({
        unit: first.unit,
        year: first.year,
        matter: '向个人大额转账',
        severity: '橙',
        cents,
        text: `${unitName(dataset, first.unit)} ${String(first.year)} 年向个人账户大额支付 ${String(group.length)} 笔共 ${formatMoney(cents)}，不属于工资或补助科目。`,
        formulaFilled: group
          .slice(0, 5)
          .map((payment) => `${payment.date} ${formatMoney(payment.cents)} ≥ ${formatMoney(limit)}`)
          .join('；'),
        rows: paymentRows(group, (payment) => payment.use ?? ''),
      })
    }
    return outcome.done()
  },
}

/** Why a payment to a person is none of the rule's: too small, or wages, services, relief. */
function lookAt(outcome: OutcomeBuilder, payment: Payment, limit: number): void {
  if (!isPersonName(payment.payeeName)) return
  const place = { unit: payment.unit, year: payment.year, matter: '向个人大额转账' }
  if (!isToPerson(payment)) {
    if (payment.cents >= limit)
      outcome.suppress({ ...place, reason: '工资、补助、劳务、救灾或退回', rows: 1 })
  } else if (payment.cents < limit) outcome.spare(moneyBelow(place, '付给个人最大一笔', payment.cents, limit))
}

function isToPerson(payment: Payment): boolean {
  if (!isPersonName(payment.payeeName)) return false
  if (payment.economicCode?.startsWith('30226') === true || /劳务|讲课|稿费|评审/u.test(payment.use ?? ''))
    return false
  return !isPersonnel(payment) && !isRefund(payment) && !isReliefPayment(payment)
}
