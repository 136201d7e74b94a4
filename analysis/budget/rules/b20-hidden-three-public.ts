import { type BudgetDataset, type Payment, groupBy, unitName, unitYearKey } from '../dataset.ts'
import { paymentRows } from '../evidence.ts'
import { formatMoney, sumCents } from '../money.ts'
import { yuan } from '../narrowing.ts'
import { type PurposeTopic, misplacedParams, misplacedTopic } from '../purpose-words.ts'
import { OutcomeBuilder, type Rule, limitOf } from '../rule.ts'
import { statutes } from '../statutes.ts'
import { isRefund } from '../suppression.ts'

const topics: readonly PurposeTopic[] = [
  {
    name: '公务接待',
    words: [
      '公务接待',
      '接待用餐',
      '接待费',
      '招待费',
      '接待考察',
      '接待外',
      '接待省',
      '接待市',
      '来访接待',
      '宴请',
    ],
    codes: ['30217'],
    unless: /信访|群众|接待室|接待大厅|接待中心|接待站|接待窗口|来访人员|受援/u,
  },
  {
    name: '公务用车',
    words: ['公务车', '公务用车', '公车', '车辆加油', '车辆燃油', '车辆保险', '车辆维修', '车辆保养'],
    codes: ['30231', '31013', '30239'],
    unless: /环卫|洒水|救护|急救|消防|校车|班车|公交|工程车|作业车|垃圾|农机|平台|充电桩|停车/u,
  },
  {
    name: '因公出国（境）',
    words: ['因公出国', '出国（境）', '出国(境)', '赴境外', '出境团组', '境外考察', '出国团组'],
    codes: ['30212', '30216'],
    unless: /归国|回国|就业/u,
  },
]

/** B20 挤占挪用于三公: the purpose is hospitality, official cars or travel abroad, the economic code is another. */
export const hiddenThreePublic: Rule = {
  id: 'B20',
  name: '其他科目列支三公经费',
  version: '1.0',
  role: 'finding',
  severity: '橙',
  certainty: 'C',
  clauses: [statutes.affairs12],
  formula:
    '用途写明公务接待、公务用车、因公出国（境），经济科目却不是对应的三公科目；单笔 ≥ 1,000 元，按单位、年度合计',
  thresholds: [
    { key: 'least', label: '单笔起点', value: 1_000, unit: '元', origin: '内部默认', basis: '排除零星支出' },
  ],
  exceptions: ['信访、群众来访接待', '环卫、救护、消防、校车等专用车辆', '退回与冲销'],
  innocentCauses: [
    '用途摘要写错',
    '专用车辆按规定不列公务用车运行费',
    '会议、培训中的工作餐按会议费、培训费列支',
  ],
  requires: [{ kind: 'payments', fields: ['use_des', 'dep_bgt_eco_code'] }],
  scope: '用途写明公务接待、公务用车或因公出国（境），而科目不是三公科目的支付',
  narrow: (thresholds) => [
    { query: 'misplaced', params: misplacedParams(topics, yuan(limitOf(thresholds, 'least'))) },
  ],
  evaluate(dataset, thresholds, payments) {
    const outcome = new OutcomeBuilder()
    const least = limitOf(thresholds, 'least') * 100
    const hidden = payments.filter(
      (payment) => payment.cents >= least && !isRefund(payment) && misplacedTopic(payment, topics) !== null,
    )
    for (const group of groupBy(hidden, ({ unit, year }) => unitYearKey(unit, year)).values())
      judgeUnit(outcome, dataset, group)
    return outcome.done()
  },
}

function judgeUnit(outcome: OutcomeBuilder, dataset: BudgetDataset, group: readonly Payment[]): void {
  const [first] = group
  if (!first) return
  const place = { unit: first.unit, year: first.year, matter: '其他科目列支三公' }
  const kept = group.filter((payment) => !dataset.reversed.has(payment.place.key))
  if (kept.length < group.length)
    outcome.suppress({ ...place, reason: '已退回或冲销', rows: group.length - kept.length })
  if (kept.length === 0) return
  const cents = sumCents(kept)
  const words = [...groupBy(kept, (payment) => misplacedTopic(payment, topics)?.name ?? null)].map(
    ([name, rows]) => `${name} ${String(rows.length)} 笔 ${formatMoney(sumCents(rows))}`,
  )
  outcome.suspect({
    ...place,
    severity: '橙',
    cents,
    text: `${unitName(dataset, first.unit)} ${String(first.year)} 年有 ${String(kept.length)} 笔支付共 ${formatMoney(cents)} 用途属于三公经费，却列在其他科目：${words.join('；')}。`,
    formulaFilled: kept
      .slice(0, 5)
      .map((payment) => `${payment.date} ${payment.economicCode ?? ''} ${formatMoney(payment.cents)}`)
      .join('；'),
    rows: paymentRows(kept, (payment) => `${payment.economicCode ?? ''} ${payment.use ?? ''}`),
  })
}
