import { type BudgetDataset, type Payment, groupBy, unitName, unitYearKey } from '../dataset.ts'
import { paymentRows } from '../evidence.ts'
import { formatMoney, sumCents } from '../money.ts'
import { yuan } from '../narrowing.ts'
import { type PurposeTopic, codesOfClass, misplacedParams, misplacedTopic } from '../purpose-words.ts'
import { OutcomeBuilder, type Rule, type ThresholdValues, limitOf } from '../rule.ts'
import { statutes } from '../statutes.ts'
import { isRefund } from '../suppression.ts'

const works = [...codesOfClass('309'), ...codesOfClass('310')]
const people = [...codesOfClass('301'), ...codesOfClass('303')]
/** 委托业务、其他商品和服务: much is bought through them, a purpose under them proves little. */
const wide = ['30226', '30227', '30299']

/** Each topic with every code under which it may rightly stand, wide rather than narrow. */
const topics: readonly PurposeTopic[] = [
  {
    name: '工资津贴',
    words: ['工资', '津贴补贴', '年终奖', '绩效奖金'],
    codes: [...people, '30226', '30227', '30228', '30239', '30299'],
    unless: /农民工|工资保证金|工资条|工资系统|工资软件/u,
  },
  {
    name: '社会保险和公积金',
    words: ['养老保险单位缴费', '医保单位缴费', '住房公积金', '社会保险费'],
    codes: [...people, ...wide],
    unless: /系统|软件|宣传/u,
  },
  {
    name: '差旅费',
    words: ['差旅费', '出差费用'],
    codes: ['30211', '30212', '30215', '30216', '30239', '30299'],
  },
  {
    name: '会议费',
    words: ['会议费', '会务费'],
    codes: ['30215', '30216', '30211', ...wide],
    unless: /会议室|会议系统|视频会议/u,
  },
  {
    name: '培训费',
    words: ['培训费', '培训班'],
    codes: ['30216', '30211', '30215', '30103', '30305', '30308', '30399', ...wide],
    unless: /培训室|培训基地|培训楼/u,
  },
  { name: '印刷费', words: ['印刷费', '印制费'], codes: ['30202', '30201', '30215', '30216', ...wide] },
  {
    name: '水电费',
    words: ['水费', '电费'],
    codes: ['30205', '30206', '30208', '30209', '30213', '30214', ...wide],
    unless: /污水|排水|充电费|话费|补贴|减免|水电费补助|用电/u,
  },
  {
    name: '物业管理费',
    words: ['物业管理费', '物业服务费'],
    codes: ['30209', '30213', '30214', ...wide],
    unless: /指导/u,
  },
  { name: '房屋租金', words: ['办公用房租金', '房屋租金'], codes: ['30214', '30209', ...wide] },
  {
    name: '邮电费',
    words: ['邮寄费', '电话费', '网络通信费'],
    codes: ['30207', '30201', '30213', ...wide],
  },
  {
    name: '工程款',
    words: ['工程款', '工程进度款', '工程结算款'],
    codes: [...works, '30213', '30218', ...wide],
    unless: /监理|设计|咨询|审计/u,
  },
  {
    name: '设备购置',
    words: ['设备购置款', '设备采购款', '购置设备', '车辆购置款'],
    codes: [...works, '30218', '30299', '30227'],
    unless: /维修|维保|租赁/u,
  },
]

const matter = '用途与科目不符'

/** B37 用途与科目不符: what the purpose says belongs under another economic code. */
export const purposeSubject: Rule = {
  id: 'B37',
  name: '用途与科目不符',
  version: '1.0',
  role: 'finding',
  severity: '黄',
  certainty: 'P',
  clauses: [statutes.budgetLaw63, statutes.budgetLaw72],
  formula: '用途写明的事项（按词典）不属于支付所列经济科目；单笔 ≥ 5,000 元，按单位、年度合计 ≥ 20,000 元',
  thresholds: [
    { key: 'least', label: '单笔起点', value: 5_000, unit: '元', origin: '内部默认', basis: '排除零星支出' },
    { key: 'total', label: '合计起点', value: 20_000, unit: '元', origin: '内部默认', basis: '排除零星支出' },
  ],
  exceptions: [
    '用途同时提到科目相符的事项',
    '委托业务费、其他商品和服务支出不按多数词判断',
    '使用停用科目的单位只报数据质量',
    '退回与冲销',
  ],
  innocentCauses: [
    '用途摘要沿用旧模板',
    '一笔支付含多个事项',
    '项目支出按项目统一列支',
    '科目名称与本地口径不同',
  ],
  requires: [{ kind: 'payments', fields: ['use_des', 'dep_bgt_eco_code'] }],
  scope: '用途中有词典所列事项、而科目不在对应范围的支付',
  narrow: (thresholds) => [
    { query: 'misplaced', params: misplacedParams(topics, yuan(limitOf(thresholds, 'least'))) },
  ],
  evaluate(dataset, thresholds, payments) {
    const outcome = new OutcomeBuilder()
    const least = limitOf(thresholds, 'least') * 100
    const odd = payments.filter(
      (payment) =>
        payment.cents >= least &&
        !isRefund(payment) &&
        !dataset.reversed.has(payment.place.key) &&
        misplacedTopic(payment, topics) !== null,
    )
    for (const group of groupBy(odd, ({ unit, year }) => unitYearKey(unit, year)).values())
      judgeUnit(outcome, dataset, group, thresholds)
    return outcome.done()
  },
}

function judgeUnit(
  outcome: OutcomeBuilder,
  dataset: BudgetDataset,
  group: readonly Payment[],
  thresholds: ThresholdValues,
): void {
  const [first] = group
  if (!first) return
  const place = { unit: first.unit, year: first.year, matter }
  const cents = sumCents(group)
  const total = limitOf(thresholds, 'total') * 100
  if (cents < total) {
    outcome.spare({
      ...place,
      kind: 'below',
      measured: `用途与科目不符的支付合计 ${formatMoney(cents)}`,
      limit: formatMoney(total),
      short: formatMoney(total - cents),
      nearness: cents / total,
    })
    return
  }
  const words = [
    ...groupBy(
      group,
      (payment) => `“${misplacedTopic(payment, topics)?.name ?? ''}”列在 ${payment.economicCode ?? ''}`,
    ),
  ].map(([name, rows]) => `${name} ${String(rows.length)} 笔 ${formatMoney(sumCents(rows))}`)
  outcome.suspect({
    ...place,
    severity: '黄',
    cents,
    text: `${unitName(dataset, first.unit)} ${String(first.year)} 年有 ${String(group.length)} 笔支付共 ${formatMoney(cents)} 用途与经济科目不符：${words.slice(0, 4).join('；')}${words.length > 4 ? `等 ${String(words.length)} 种` : ''}。`,
    formulaFilled: `${words.slice(0, 4).join('；')}；合计 ${formatMoney(cents)} ≥ ${formatMoney(total)}`,
    rows: paymentRows(group, (payment) => `${payment.economicCode ?? ''} ${payment.use ?? ''}`),
  })
}
