import { groupBy, unitName, unitYearKey } from '../dataset.ts'
import { paymentRows } from '../evidence.ts'
import { formatMoney, sumCents } from '../money.ts'
import { yuan } from '../narrowing.ts'
import { OutcomeBuilder, type Rule, limitOf } from '../rule.ts'
import { isPersonnel } from '../suppression.ts'

const vague = /^(其他|其它|费用|款项|往来款?|经费|支出|付款|项目款|工作经费|业务费|资金)?$/u

/** B39 整数大额: large round sums with a purpose that says nothing. Only adds weight to other findings. */
export const roundAmounts: Rule = {
  id: 'B39',
  name: '整数大额',
  version: '1.0',
  role: 'support',
  severity: '黄',
  certainty: 'I',
  clauses: [],
  formula: '单笔 ≥ 100,000 元且为 10,000 元的整数倍，用途空白或笼统；只作佐证',
  thresholds: [
    { key: 'least', label: '起点金额', value: 100_000, unit: '元', origin: '内部默认', basis: '内部控制' },
    { key: 'step', label: '整数单位', value: 10_000, unit: '元', origin: '内部默认', basis: '内部控制' },
  ],
  exceptions: ['人员经费和对个人补助'],
  innocentCauses: ['合同价款本为整数', '用途填写从简'],
  requires: [{ kind: 'payments', fields: ['use_des'] }],
  scope: '整数大额支付',
  narrow: (thresholds) => [
    {
      query: 'round',
      params: { least: yuan(limitOf(thresholds, 'least')), step: yuan(limitOf(thresholds, 'step')) },
    },
  ],
  evaluate(dataset, thresholds, payments) {
    const outcome = new OutcomeBuilder()
    const least = limitOf(thresholds, 'least') * 100
    const step = limitOf(thresholds, 'step') * 100
    const round = payments.filter(
      (payment) =>
        payment.cents >= least &&
        payment.cents % step === 0 &&
        vague.test(payment.use ?? '') &&
        !isPersonnel(payment),
    )
    for (const group of groupBy(round, (payment) => unitYearKey(payment.unit, payment.year)).values()) {
      const [first] = group
      if (!first) continue
      const money = formatMoney(sumCents(group), first.currency)
      outcome.suspect({
        unit: first.unit,
        year: first.year,
        matter: '整数大额',
        severity: '黄',
        cents: sumCents(group),
        currency: first.currency,
        text: `${unitName(dataset, first.unit)} ${String(first.year)} 年有 ${String(group.length)} 笔整数大额支付共 ${money}，用途笼统。`,
        formulaFilled: `${String(group.length)} 笔，合计 ${money}`,
        rows: paymentRows(group, (payment) => payment.use ?? '未填用途'),
      })
    }
    return outcome.done()
  },
}
