import { type BudgetLine, type Payment, groupBy, unitName } from '../dataset.ts'
import { lineRows, paymentRows } from '../evidence.ts'
import { formatMoney, sumCents } from '../money.ts'
import { OutcomeBuilder, type Rule } from '../rule.ts'
import { economicCodeOf } from '../seasonal-curve.ts'
import { statutes } from '../statutes.ts'

const current = /^30[123]/u

/** B44 债券资金用于经常性支出: money raised by bonds paid for wages, running costs or grants to families. */
export const bondCurrent: Rule = {
  id: 'B44',
  name: '债券资金用于经常性支出',
  version: '1.0',
  role: 'finding',
  severity: '红',
  certainty: 'C',
  clauses: [statutes.budgetLaw35],
  formula: '资金性质为债券资金的指标上，经济科目属于 301、302、303 的支付净额 > 0',
  thresholds: [],
  exceptions: ['退回与冲销按负数抵减', '资金性质没有写明债券的指标不判断'],
  innocentCauses: ['项目前期费、监理费按资本性项目列支时科目选错', '资金性质登记有误', '支付挂错指标'],
  requires: [
    { kind: 'budget_lines', fields: ['fund_type_code'] },
    { kind: 'payments', fields: ['bgt_id'] },
  ],
  scope: '资金性质为债券资金的指标上列工资、公用和补助科目的支付',
  narrow: () => [{ query: 'bonds', params: {} }],
  evaluate(dataset, _thresholds, payments) {
    const outcome = new OutcomeBuilder()
    const lines = dataset.lines.filter((line) => (line.fund ?? '').includes('债'))
    if (lines.length === 0) outcome.limit('指标的资金性质没有标明债券资金')
    const spent = groupBy(
      payments.filter((payment) => current.test(economicCodeOf(payment, dataset) ?? '')),
      (payment) => payment.lineId,
    )
    for (const line of lines) {
      const place = { unit: line.unit, year: line.year, matter: line.id }
      const own = spent.get(line.id) ?? []
      const cents = sumCents(own)
      if (cents > 0)
        outcome.suspect({
          ...place,
          matterName: line.projectName,
          ...wordsOf(line, own, unitName(dataset, line.unit)),
          cents,
          severity: '红',
        })
      else if (own.length > 0) outcome.suppress({ ...place, reason: '已全额退回或冲销', rows: own.length })
      else
        outcome.spare({
          ...place,
          kind: 'below',
          measured: `债券资金指标 ${line.id} 上的经常性支出 0.00 元`,
          limit: '0.00 元',
          short: '没有经常性支出',
          nearness: 0,
        })
    }
    return outcome.done(lines.length > 0)
  },
}

function wordsOf(line: BudgetLine, spent: readonly Payment[], unit: string) {
  const money = formatMoney(sumCents(spent))
  return {
    text: `${unit} ${String(line.year)} 年用“${line.fund ?? ''}”指标 ${line.id}（${line.projectName ?? '未填项目'}）支付经常性支出 ${String(spent.length)} 笔共 ${money}。`,
    formulaFilled: `经济科目 ${[...new Set(spent.map(({ economicCode }) => economicCode ?? line.economicCode ?? ''))].sort().join('、')} 支付 ${money} > 0`,
    rows: [
      ...lineRows([line], () => `资金性质：${line.fund ?? ''}`),
      ...paymentRows(spent, (payment) => `${payment.economicCode ?? ''} ${payment.use ?? ''}`.trim()),
    ],
  }
}
