import { type BudgetDataset, type Payment, groupBy, unitName, unitYearKey } from '../dataset.ts'
import { paymentRows } from '../evidence.ts'
import { formatMoney, sumCents } from '../money.ts'
import { yuan } from '../narrowing.ts'
import { isPersonName } from '../persons.ts'
import { OutcomeBuilder, type Rule, limitOf } from '../rule.ts'
import { isRefund, isReliefPayment } from '../suppression.ts'

/** 办公、印刷、咨询、手续、水、电、邮电、物业、差旅、维修、租赁、会议、培训、接待、公车、其他交通. */
const cardCodes: readonly string[] = [
  ...['30201', '30202', '30203', '30204', '30205', '30206', '30207', '30209', '30211', '30213', '30214'],
  ...['30215', '30216', '30217', '30231', '30239'],
]
const toThePerson = /补助|补贴|劳务|讲课|师资|伙食|误餐|慰问|抚恤|稿费|评审|备用金|赔偿/u
const matter = '应刷公务卡未刷'

/** B26 应刷公务卡未刷: a subject to be paid by official card was reimbursed to a person by transfer. */
export const withoutCard: Rule = {
  id: 'B26',
  name: '应刷公务卡未刷',
  version: '1.0',
  role: 'finding',
  severity: '黄',
  certainty: 'P',
  clauses: [],
  formula:
    '公务卡强制结算科目，结算方式不是公务卡，收款人是个人，单笔在 500 元至 50,000 元之间；按单位、年度合计',
  thresholds: [
    {
      key: 'least',
      label: '单笔起点',
      value: 500,
      unit: '元',
      origin: '内部默认',
      basis: '零星支出可用现金；须按本地公务卡强制结算目录核对',
    },
    {
      key: 'most',
      label: '单笔上限',
      value: 50_000,
      unit: '元',
      origin: '内部默认',
      basis: '公务卡常见信用额度',
    },
  ],
  exceptions: ['伙食、交通等补助', '劳务、讲课、评审费', '救灾应急', '退回与冲销'],
  innocentCauses: ['商户不具备刷卡条件', '公务卡尚未办理', '个体经营者以个人账户收款'],
  requires: [{ kind: 'payments', fields: ['set_mode', 'payee_name', 'dep_bgt_eco_code'] }],
  scope: '强制刷卡科目中付给个人、没有刷公务卡的支付',
  narrow: (thresholds) => [
    {
      query: 'cardless',
      params: {
        codes: [...cardCodes],
        least: yuan(limitOf(thresholds, 'least')),
        most: yuan(limitOf(thresholds, 'most')),
      },
    },
  ],
  evaluate(dataset, thresholds, payments) {
    const outcome = new OutcomeBuilder()
    const [least, most] = [limitOf(thresholds, 'least') * 100, limitOf(thresholds, 'most') * 100]
    const reimbursed = payments.filter(
      (payment) =>
        payment.currency === 'CNY' &&
        payment.cents >= least &&
        payment.cents <= most &&
        cardCodes.includes(payment.economicCode?.slice(0, 5) ?? '') &&
        !(payment.settlement ?? '').includes('公务卡') &&
        isPersonName(payment.payeeName) &&
        !isRefund(payment),
    )
    for (const group of groupBy(reimbursed, ({ unit, year }) => unitYearKey(unit, year)).values())
      judgeUnit(outcome, dataset, group)
    return outcome.done()
  },
}

function judgeUnit(outcome: OutcomeBuilder, dataset: BudgetDataset, group: readonly Payment[]): void {
  const [first] = group
  if (!first) return
  const place = { unit: first.unit, year: first.year, matter }
  const isKept = (payment: Payment): boolean =>
    !toThePerson.test(payment.use ?? '') &&
    !isReliefPayment(payment) &&
    !dataset.reversed.has(payment.place.key)
  const kept = group.filter(isKept)
  if (kept.length < group.length)
    outcome.suppress({ ...place, reason: '补助、劳务、救灾或已退回', rows: group.length - kept.length })
  if (kept.length === 0) return
  const cents = sumCents(kept)
  outcome.suspect({
    ...place,
    severity: '黄',
    cents,
    text: `${unitName(dataset, first.unit)} ${String(first.year)} 年有 ${String(kept.length)} 笔共 ${formatMoney(cents)} 属于应刷公务卡的科目，却转账给了个人。`,
    formulaFilled: kept
      .slice(0, 5)
      .map((payment) => `${payment.date} ${payment.economicCode ?? ''} ${formatMoney(payment.cents)}`)
      .join('；'),
    rows: paymentRows(kept, (payment) => `${payment.economicCode ?? ''} ${payment.use ?? ''}`),
  })
}
