import { type BudgetDataset, type Payment, groupBy, unitName, unitYearKey } from '../dataset.ts'
import { paymentRows } from '../evidence.ts'
import { formatMoney, sumCents } from '../money.ts'
import { yuan } from '../narrowing.ts'
import { OutcomeBuilder, type Rule, limitOf } from '../rule.ts'
import { statutes } from '../statutes.ts'
import { isPersonnel, isRefund } from '../suppression.ts'

const collected = /代发|代扣|代缴|工资|社保|养老保险|医保|公积金|个税|个人所得税|工会|党费|备用金/u
const matter = '转入本单位或下属单位账户'

/** B24 转实有资金账户: treasury money moved to an account in the name of the unit itself or of a unit below it. */
export const ownAccount: Rule = {
  id: 'B24',
  name: '转实有资金账户',
  version: '1.0',
  role: 'finding',
  severity: '红',
  certainty: 'P',
  clauses: [statutes.budgetLaw61],
  formula: '收款人名称与付款单位或其下属单位相同，单笔 ≥ 10,000 元，且不是代发代扣；按单位、年度合计',
  thresholds: [
    { key: 'least', label: '单笔起点', value: 10_000, unit: '元', origin: '内部默认', basis: '排除零星支出' },
  ],
  exceptions: ['代发工资、代扣代缴、工会经费、公积金等', '人员经费科目', '退回与冲销'],
  innocentCauses: [
    '收款账户是零余额账户（本规则按名称比对，不掌握账户性质）',
    '财政批准向实有资金账户划转',
    '下属单位为差额、自收自支单位的补助拨款',
    '归垫已用自有资金垫付的款项',
  ],
  requires: [
    { kind: 'units', fields: ['agency_name'] },
    { kind: 'payments', fields: ['payee_name'] },
  ],
  scope: '收款人与预算单位同名的支付',
  narrow: (thresholds) => [{ query: 'ownAccounts', params: { least: yuan(limitOf(thresholds, 'least')) } }],
  evaluate(dataset, thresholds, payments) {
    const outcome = new OutcomeBuilder()
    const least = limitOf(thresholds, 'least') * 100
    const unitsOfName = groupBy(dataset.register.values(), ({ name }) => name)
    const inside = payments.filter(
      (payment) =>
        payment.cents >= least &&
        !isRefund(payment) &&
        (unitsOfName.get(payment.payeeName ?? '') ?? []).some(({ unit }) =>
          isBelow(dataset, unit, payment.unit),
        ),
    )
    for (const group of groupBy(inside, ({ unit, year }) => unitYearKey(unit, year)).values())
      judgeUnit(outcome, dataset, group)
    return outcome.done()
  },
}

/** Whether a unit is another one or stands below it; a register that runs in a circle ends the climb. */
function isBelow(dataset: BudgetDataset, unit: string, above: string): boolean {
  let at: string | null = unit
  for (let level = 0; at !== null && level < 6; level += 1) {
    if (at === above) return true
    at = dataset.register.get(at)?.parent ?? null
  }
  return false
}

function judgeUnit(outcome: OutcomeBuilder, dataset: BudgetDataset, group: readonly Payment[]): void {
  const [first] = group
  if (!first) return
  const place = { unit: first.unit, year: first.year, matter }
  const isKept = (payment: Payment): boolean =>
    !isPersonnel(payment) && !collected.test(payment.use ?? '') && !dataset.reversed.has(payment.place.key)
  const kept = group.filter(isKept)
  if (kept.length < group.length)
    outcome.suppress({ ...place, reason: '代发代扣、人员经费或已退回', rows: group.length - kept.length })
  if (kept.length === 0) return
  const cents = sumCents(kept)
  const names = [...new Set(kept.map((payment) => payment.payeeName ?? ''))].sort()
  outcome.suspect({
    ...place,
    severity: '红',
    cents,
    text: `${unitName(dataset, first.unit)} ${String(first.year)} 年有 ${String(kept.length)} 笔共 ${formatMoney(cents)} 支付到本单位或下属单位名下的账户：${names.slice(0, 3).join('、')}。`,
    formulaFilled: kept
      .slice(0, 5)
      .map((payment) => `${payment.date} ${payment.payeeName ?? ''} ${formatMoney(payment.cents)}`)
      .join('；'),
    rows: paymentRows(kept, (payment) => payment.use ?? '未填用途'),
  })
}
