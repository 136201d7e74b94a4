import { type Payment, groupBy, unitName, unitYearKey } from '../dataset.ts'
import { paymentRows } from '../evidence.ts'
import { formatMoney, sumCents } from '../money.ts'
import { moneyBelow } from '../near.ts'
import { yuan } from '../narrowing.ts'
import { OutcomeBuilder, type Rule, limitOf } from '../rule.ts'
import { statutes } from '../statutes.ts'
import { isPersonnel, isRefund } from '../suppression.ts'

const cash = /现金|提现/u
/** Article 5 allows cash for wages, services of individuals, prizes, welfare, farm produce and travel. */
const allowedCodes = /^(30211|30226|30229)/u
const allowedWords = /劳务|奖金|慰问|福利|差旅|收购|稿费|讲课/u

/** B22 现金支付: cash above the settlement limit for something article 5 does not list. */
export const cashPayment: Rule = {
  id: 'B22',
  name: '超范围使用现金',
  version: '1.0',
  role: 'finding',
  severity: '橙',
  certainty: 'C',
  clauses: [statutes.cash5],
  formula: '结算方式为现金，单笔 > 1,000 元，且用途不在现金管理暂行条例第五条范围内',
  thresholds: [
    {
      key: 'limit',
      label: '结算起点',
      value: 1_000,
      unit: '元',
      origin: '法定',
      basis: '现金管理暂行条例第五条',
    },
  ],
  exceptions: ['工资津贴、个人劳务、奖金、福利、差旅、收购农副产品', '退回与冲销'],
  innocentCauses: ['结算方式代码填错', '交易地点不通电子结算'],
  requires: [{ kind: 'payments', fields: ['set_mode'] }],
  scope: '现金支付',
  narrow: (thresholds) => [{ query: 'cash', params: { least: yuan(limitOf(thresholds, 'limit') / 2) } }],
  evaluate(dataset, thresholds, payments) {
    const outcome = new OutcomeBuilder()
    const limit = limitOf(thresholds, 'limit') * 100
    for (const payment of payments) lookAt(outcome, payment, limit)
    const beyond = payments.filter(
      (payment) =>
        payment.currency === 'CNY' &&
        cash.test(payment.settlement ?? '') &&
        payment.cents > limit &&
        !isAllowed(payment),
    )
    for (const group of groupBy(beyond, (payment) => unitYearKey(payment.unit, payment.year)).values()) {
      const [first] = group
      if (!first) continue
      const cents = sumCents(group)
      outcome.suspect({
        unit: first.unit,
        year: first.year,
        matter: '超范围使用现金',
        severity: '橙',
        cents,
        text: `${unitName(dataset, first.unit)} ${String(first.year)} 年有 ${String(group.length)} 笔共 ${formatMoney(cents)} 以现金支付，超过结算起点且不在规定范围内。`,
        formulaFilled: group
          .slice(0, 5)
          .map((payment) => `${payment.date} ${formatMoney(payment.cents)} > ${formatMoney(limit)}`)
          .join('；'),
        rows: paymentRows(group, (payment) => payment.use ?? '现金'),
      })
    }
    return outcome.done()
  },
}

/** Why a cash payment is none of the rule's: too small, or within article 5. */
function lookAt(outcome: OutcomeBuilder, payment: Payment, limit: number): void {
  if (payment.currency !== 'CNY' || payment.cents <= 0 || !cash.test(payment.settlement ?? '')) return
  const place = { unit: payment.unit, year: payment.year, matter: '超范围使用现金' }
  if (payment.cents <= limit) outcome.spare(moneyBelow(place, '最大一笔现金支付', payment.cents, limit))
  else if (isAllowed(payment)) outcome.suppress({ ...place, reason: '属于现金使用范围', rows: 1 })
}

function isAllowed(payment: Payment): boolean {
  if (isPersonnel(payment) || isRefund(payment)) return true
  return allowedCodes.test(payment.economicCode ?? '') || allowedWords.test(payment.use ?? '')
}
