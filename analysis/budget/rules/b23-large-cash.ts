import { type BudgetDataset, type Payment, groupBy, unitName, unitYearKey } from '../dataset.ts'
import { paymentRows } from '../evidence.ts'
import { formatMoney, sumCents } from '../money.ts'
import { moneyBelow } from '../near.ts'
import { OutcomeBuilder, type Rule, limitOf } from '../rule.ts'
import { statutes } from '../statutes.ts'
import { isRefund } from '../suppression.ts'

const cash = /现金|提现/u

/** B23 大额提现: cash drawn in large sums, at once or over a month. */
export const largeCash: Rule = {
  id: 'B23',
  name: '大额提现',
  version: '1.0',
  role: 'finding',
  severity: '橙',
  certainty: 'P',
  clauses: [statutes.cash5, statutes.cash6],
  formula: '结算方式为现金，单笔 ≥ 10,000 元，或单位当月合计 ≥ 50,000 元',
  thresholds: [
    {
      key: 'single',
      label: '单笔',
      value: 10_000,
      unit: '元',
      origin: '内部默认',
      basis: '常见动态监控口径',
    },
    {
      key: 'month',
      label: '当月合计',
      value: 50_000,
      unit: '元',
      origin: '内部默认',
      basis: '常见动态监控口径',
    },
  ],
  exceptions: ['退回与冲销'],
  innocentCauses: ['边远地区不通电子结算', '慰问金、劳务费等按规定发放现金', '结算方式代码填错'],
  requires: [{ kind: 'payments', fields: ['set_mode'] }],
  scope: '现金支付',
  narrow: () => [{ query: 'cash', params: { least: '0.00' } }],
  evaluate(dataset, thresholds, payments) {
    const outcome = new OutcomeBuilder()
    const single = limitOf(thresholds, 'single') * 100
    const month = limitOf(thresholds, 'month') * 100
    const drawn = payments.filter((payment) => cash.test(payment.settlement ?? '') && !isRefund(payment))
    for (const own of groupBy(drawn, (payment) => unitYearKey(payment.unit, payment.year)).values()) {
      const months = groupBy(own, (payment) => payment.date.slice(0, 7))
      const heavy = [...months.values()].filter((group) => sumCents(group) >= month).flat()
      const chosen = [...new Set([...heavy, ...own.filter((payment) => payment.cents >= single)])]
      if (chosen.length === 0) spareCash(outcome, own, { single, month })
      suspectCash(outcome, dataset, chosen)
    }
    return outcome.done()
  },
}

function spareCash(
  outcome: OutcomeBuilder,
  own: readonly Payment[],
  { single, month }: { single: number; month: number },
): void {
  const [first] = own
  if (!first) return
  const place = { unit: first.unit, year: first.year, matter: '大额提现' }
  const largest = Math.max(...own.map(({ cents }) => cents))
  outcome.spare(moneyBelow(place, '最大一笔现金支付', largest, single))
  for (const [name, group] of groupBy(own, (payment) => payment.date.slice(0, 7)))
    outcome.spare(moneyBelow(place, `${name} 现金合计`, sumCents(group), month))
}

function suspectCash(outcome: OutcomeBuilder, dataset: BudgetDataset, payments: readonly Payment[]): void {
  const [first] = payments
  if (!first) return
  const cents = sumCents(payments)
  const largest = Math.max(...payments.map((payment) => payment.cents))
  outcome.suspect({
    unit: first.unit,
    year: first.year,
    matter: '大额提现',
    severity: '橙',
    cents,
    text: `${unitName(dataset, first.unit)} ${String(first.year)} 年大额使用现金 ${String(payments.length)} 笔共 ${formatMoney(cents)}，单笔最高 ${formatMoney(largest)}。`,
    formulaFilled: `单笔最高 ${formatMoney(largest)}；${String(payments.length)} 笔合计 ${formatMoney(cents)}`,
    rows: paymentRows(payments, (payment) => payment.use ?? '现金'),
  })
}
