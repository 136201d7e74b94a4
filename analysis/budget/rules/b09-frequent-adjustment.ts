import { type Adjustment, type BudgetDataset, groupBy, unitName, unitYearKey } from '../dataset.ts'
import { fromDay } from '#calendar'
import { formatMoney, formatShare } from '../money.ts'
import { numberBelow } from '../near.ts'
import { OutcomeBuilder, type Rule, type ThresholdValues, limitOf } from '../rule.ts'
import { statutes } from '../statutes.ts'

/** B09 调剂频繁或过大: a unit moves much of its budget about, or one line again and again. */
export const frequentAdjustment: Rule = {
  id: 'B09',
  name: '调剂频繁或过大',
  version: '1.0',
  role: 'finding',
  severity: '黄',
  certainty: 'C',
  clauses: [statutes.budgetLaw72],
  formula: '单位全年 Σ|调增|+|调减| ÷ 年初预算 > 10%，或同一指标一年调整 ≥ 3 次',
  thresholds: [
    {
      key: 'share',
      label: '调剂占年初预算',
      value: 0.1,
      unit: '比例',
      origin: '内部默认',
      basis: '法律要求严格控制，未定比例',
    },
    {
      key: 'times',
      label: '同一指标调整次数',
      value: 3,
      unit: '次',
      origin: '内部默认',
      basis: '法律要求严格控制，未定次数',
    },
  ],
  exceptions: ['金额存疑的单位只报数据质量'],
  innocentCauses: ['上级专项资金分批追加', '机构改革划转', '年初预算编列在主管部门、年中细化到单位'],
  requires: [
    { kind: 'budget_adjustments', fields: [] },
    { kind: 'budget_lines', fields: [] },
  ],
  scope: '指标调整',
  evaluate(dataset, thresholds) {
    const outcome = new OutcomeBuilder()
    for (const group of groupBy(dataset.adjustments, (item) => unitYearKey(item.unit, item.year)).values()) {
      judge(outcome, dataset, group, thresholds)
    }
    return outcome.done()
  },
}

function judge(
  outcome: OutcomeBuilder,
  dataset: BudgetDataset,
  group: readonly Adjustment[],
  thresholds: ThresholdValues,
): void {
  const [first] = group
  if (!first) return
  const lines = dataset.linesByUnitYear.get(unitYearKey(first.unit, first.year)) ?? []
  const initial = lines.reduce((sum, line) => sum + line.initial, 0)
  const moved = group.reduce((sum, item) => sum + Math.abs(item.added) + Math.abs(item.reduced), 0)
  const times = Math.max(...[...groupBy(group, (item) => item.lineId).values()].map((items) => items.length))
  const share = initial > 0 ? moved / initial : 0
  if (share <= limitOf(thresholds, 'share') && times < limitOf(thresholds, 'times')) {
    const place = { unit: first.unit, year: first.year, matter: '预算调剂' }
    outcome.spare(numberBelow(place, '调剂占年初预算', share, limitOf(thresholds, 'share'), formatShare))
    const write = (count: number): string => `${String(count)} 次`
    outcome.spare(numberBelow(place, '同一指标调整', times, limitOf(thresholds, 'times'), write))
    return
  }
  outcome.suspect({
    unit: first.unit,
    year: first.year,
    matter: '预算调剂',
    severity: '黄',
    cents: moved,
    text: `${unitName(dataset, first.unit)} ${String(first.year)} 年调整指标 ${String(group.length)} 次，合计 ${formatMoney(moved)}，占年初预算 ${formatMoney(initial)} 的 ${formatShare(share)}，同一指标最多调整 ${String(times)} 次。`,
    formulaFilled: `${formatMoney(moved)} ÷ ${formatMoney(initial)} = ${formatShare(share)}；同一指标最多 ${String(times)} 次`,
    rows: group.map((item) => ({
      place: item.place,
      cents: item.added - item.reduced,
      note: `${item.day === null ? '' : fromDay(item.day)} ${item.document ?? ''}`.trim(),
    })),
  })
}
