import { type BudgetDataset, type Procurement, groupBy, unitName } from '../dataset.ts'
import { fromDay } from '#calendar'
import { formatMoney, sumCents } from '../money.ts'
import { moneyBelow } from '../near.ts'
import { OutcomeBuilder, type Rule, limitOf } from '../rule.ts'
import { statutes } from '../statutes.ts'

/** B29 化整为零规避招标: one item of one project bought several times in a year without open tender, together above the limit. */
export const splitProcurement: Rule = {
  id: 'B29',
  name: '化整为零规避招标',
  version: '1.0',
  role: 'finding',
  severity: '红',
  certainty: 'C',
  clauses: [statutes.procurementRules28, statutes.procurementLaw28],
  formula: '同一单位、项目、品目、年度，公开招标以外方式采购 ≥ 2 次，合计 > 公开招标数额标准',
  // The standard is set province by province: without the local figure the rule must not guess.
  thresholds: [
    {
      key: 'limit',
      label: '公开招标数额标准',
      value: 0,
      unit: '元',
      origin: '内部默认',
      basis: '以本省集中采购目录及标准为准，须由本机构设定；0 表示未设定',
    },
  ],
  exceptions: [
    '工程（条例第二十八条只及货物、服务）',
    '项目预算调整',
    '经批准采用公开招标以外方式',
    '框架协议采购',
  ],
  innocentCauses: ['已批准变更采购方式', '品目名称相同但标的不同', '年中追加预算后再次采购'],
  requires: [{ kind: 'procurements', fields: ['method'] }],
  scope: '公开招标以外方式的货物、服务采购',
  evaluate(dataset, thresholds) {
    const outcome = new OutcomeBuilder()
    const limit = limitOf(thresholds, 'limit') * 100
    if (limit === 0) {
      outcome.limit('没有设定本地公开招标数额标准（阈值 B29.limit）')
      return outcome.done(false)
    }
    const open = /公开招标|框架协议/u
    const others = dataset.procurements.filter(
      (item) =>
        item.method !== null && !open.test(item.method) && item.item !== null && !item.item.includes('工程'),
    )
    const groups = groupBy(others, (item) =>
      [item.unit, item.project, item.item, yearOf(item)].join('\u0000'),
    )
    for (const group of groups.values()) {
      if (group.length >= 2 && sumCents(group) > limit) suspectGroup(outcome, dataset, group, limit)
      else spareGroup(outcome, group, limit)
    }
    return outcome.done()
  },
}

function yearOf(item: Procurement): number {
  return item.signedOn === null ? 0 : Number(fromDay(item.signedOn).slice(0, 4))
}

function spareGroup(outcome: OutcomeBuilder, group: readonly Procurement[], limit: number): void {
  const [first] = group
  if (!first) return
  const place = {
    unit: first.unit,
    year: yearOf(first),
    matter: `${first.project ?? ''}/${first.item ?? ''}`,
  }
  const what = `同一品目 ${String(group.length)} 次采购合计`
  outcome.spare(
    group.length < 2
      ? {
          ...place,
          kind: 'below',
          measured: `${what} ${formatMoney(sumCents(group))}`,
          limit: '同一品目 2 次',
          short: '1 次',
          nearness: 0,
        }
      : moneyBelow(place, what, sumCents(group), limit),
  )
}

function suspectGroup(
  outcome: OutcomeBuilder,
  dataset: BudgetDataset,
  group: readonly Procurement[],
  limit: number,
): void {
  const [first] = group
  if (!first) return
  const cents = sumCents(group)
  outcome.suspect({
    unit: first.unit,
    year: yearOf(first),
    matter: `${first.project ?? ''}/${first.item ?? ''}`,
    severity: '红',
    cents,
    text: `${unitName(dataset, first.unit)} ${String(yearOf(first))} 年以公开招标以外方式 ${String(group.length)} 次采购“${first.item ?? ''}”，合计 ${formatMoney(cents)}，超过公开招标数额标准 ${formatMoney(limit)}。`,
    formulaFilled: `${group.map((item) => formatMoney(item.cents)).join(' + ')} = ${formatMoney(cents)} > ${formatMoney(limit)}`,
    rows: group.map((item) => ({
      place: item.place,
      cents: item.cents,
      note: `${item.contract}，${item.method ?? ''}`,
    })),
  })
}
