import { type BudgetDataset, groupBy, unitName, unitYearKey } from '../dataset.ts'
import { type FiscalItem, budgetOf, classRows, generalAccount, itemRows, wholeOf } from '../fiscal.ts'
import { formatMoney } from '../money.ts'
import { OutcomeBuilder, type Rule, type ThresholdValues, limitOf } from '../rule.ts'
import { statutes } from '../statutes.ts'

const matter = '预备费'
/** 转移性支出 and 债务还本支出 are not spending of the government's own level. */
const notOwn = ['230', '231']

/** B10 预备费设置: the reserve lies outside one to three per cent of the government's own general expenditure. */
export const reserve: Rule = {
  id: 'B10',
  name: '预备费设置',
  version: '1.0',
  role: 'finding',
  severity: '橙',
  certainty: 'C',
  clauses: [statutes.budgetLaw40],
  formula:
    '一般公共预算：预备费（227）年初预算 ÷ 本级支出年初预算（不含转移性支出 230、债务还本支出 231）< 1% 或 > 3%',
  thresholds: [
    { key: 'least', label: '下限', value: 0.01, unit: '比例', origin: '法定', basis: '预算法第四十条' },
    { key: 'most', label: '上限', value: 0.03, unit: '比例', origin: '法定', basis: '预算法第四十条' },
  ],
  exceptions: ['没有预备费科目的地区不判断，不当作未设置'],
  innocentCauses: ['支出表是全域口径而不是本级口径', '预备费在年中已分配到具体科目', '预备费列在其他支出下'],
  requires: [{ kind: 'expenditures', fields: ['budget_amount'] }],
  scope: '一般公共预算的预备费',
  evaluate(dataset, thresholds) {
    const outcome = new OutcomeBuilder()
    const general = dataset.expenditures.filter((item) => item.account === generalAccount)
    let judged = 0
    for (const items of groupBy(general, (item) => unitYearKey(item.unit, item.year)).values())
      if (judge(outcome, dataset, items, thresholds)) judged += 1
    if (judged === 0) outcome.limit('没有同时写明预备费和本级支出年初预算的地区')
    return outcome.done(judged > 0)
  },
}

/** Whether the year could be judged. */
function judge(
  outcome: OutcomeBuilder,
  dataset: BudgetDataset,
  items: readonly FiscalItem[],
  thresholds: ThresholdValues,
): boolean {
  const [first] = items
  if (!first) return false
  const place = { unit: first.unit, year: first.year, matter }
  const found = items.find(({ code, name }) => code === '227' || name === '预备费')
  const rows = classRows(items, notOwn)
  const whole = wholeOf(rows, budgetOf)
  const own = found?.budget ?? null
  if (found === undefined || own === null || whole === null) {
    const measured = own === null ? '支出表没有预备费的年初预算' : '支出表没有年初预算合计'
    outcome.spare({ ...place, kind: 'precondition', measured, limit: '', short: '', nearness: 0 })
    return false
  }
  const [least, most] = [limitOf(thresholds, 'least'), limitOf(thresholds, 'most')]
  const share = own / whole
  const range = `${percent(least)}—${percent(most)}`
  if (share >= least && share <= most) {
    const gap = Math.min(share - least, most - share)
    const nearness = 1 - gap / ((most - least) / 2)
    const short = `${(gap * 100).toFixed(2)} 个百分点`
    const measured = `预备费占本级支出 ${percent(share)}`
    outcome.spare({ ...place, kind: 'below', measured, limit: range, short, nearness })
    return true
  }
  const bound = Math.round(whole * (share < least ? least : most))
  outcome.suspect({
    ...place,
    severity: '橙',
    cents: Math.abs(own - bound),
    text: `${unitName(dataset, first.unit)} ${String(first.year)} 年一般公共预算设置预备费 ${formatMoney(own)}，占本级支出 ${formatMoney(whole)} 的 ${percent(share)}，不在 ${range} 之内。`,
    formulaFilled: `${formatMoney(own)} ÷ ${formatMoney(whole)} = ${percent(share)}，法定 ${range}`,
    rows: [
      ...itemRows([found], budgetOf, '预备费'),
      ...itemRows(
        rows.filter((row) => row !== found),
        budgetOf,
        '年初预算',
      ),
    ],
  })
  return true
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`
}
