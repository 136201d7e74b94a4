import { fromDay } from '#calendar'
import { type BudgetDataset, groupBy, unitName, unitYearKey } from '../dataset.ts'
import {
  type FiscalItem,
  approvedOf,
  classRows,
  executedOf,
  generalAccount,
  itemRows,
  wholeOf,
} from '../fiscal.ts'
import { formatMoney } from '../money.ts'
import { moneyBelow } from '../near.ts'
import { OutcomeBuilder, type Rule, limitOf } from '../rule.ts'
import { statutes } from '../statutes.ts'

const matter = '超收收入'
/** 债务收入 and 转移性收入 do not count (预算法实施条例第七十八条). */
const notOwn = ['105', '110']

/** B11 超收违规使用: revenue above the approved budget went neither into the deficit nor into the stabilisation fund. */
export const surplusRevenue: Rule = {
  id: 'B11',
  name: '超收违规使用',
  version: '1.0',
  role: 'finding',
  severity: '红',
  certainty: 'C',
  clauses: [statutes.budgetLaw66, statutes.rules78],
  formula:
    '一般公共预算，年度终了：本级收入执行数 − 批准的收入预算（不含债务收入 105、转移性收入 110）− 安排预算稳定调节基金（23015）− 冲减赤字 > 容差',
  thresholds: [
    {
      key: 'tolerance',
      label: '容差占批准收入预算',
      value: 0.0005,
      unit: '比例',
      origin: '内部默认',
      basis: '万元、亿元换算的尾差',
    },
  ],
  exceptions: ['执行数截至日期未到 12 月 31 日的年度不判断', '没有安排预算稳定调节基金科目的地区不判断'],
  innocentCauses: [
    '超收部分用于冲减赤字，支出表没有列示',
    '收入预算经常委会批准调整，登记的仍是年初数',
    '收入表含下级收入',
  ],
  requires: [
    { kind: 'revenues', fields: ['as_of'] },
    { kind: 'expenditures', fields: ['executed_amount'] },
  ],
  scope: '一般公共预算收入的决算数',
  evaluate(dataset, thresholds) {
    const outcome = new OutcomeBuilder()
    const share = limitOf(thresholds, 'tolerance')
    const spent = groupBy(dataset.expenditures, (item) => unitYearKey(item.unit, item.year))
    const general = dataset.revenues.filter((item) => item.account === generalAccount)
    let judged = 0
    for (const [key, items] of groupBy(general, (item) => unitYearKey(item.unit, item.year)))
      if (judge(outcome, dataset, items, spent.get(key) ?? [], share)) judged += 1
    if (judged === 0) outcome.limit('没有收入执行数到年底、又列示安排预算稳定调节基金的年度')
    return outcome.done(judged > 0)
  },
}

/** Whether the year could be judged. */
function judge(
  outcome: OutcomeBuilder,
  dataset: BudgetDataset,
  items: readonly FiscalItem[],
  spent: readonly FiscalItem[],
  share: number,
): boolean {
  const [first] = items
  if (!first) return false
  const place = { unit: first.unit, year: first.year, matter }
  const rows = classRows(items, notOwn)
  const [approved, executed] = [wholeOf(rows, approvedOf), wholeOf(rows, executedOf)]
  const fund = spent.filter(
    ({ account, code, name }) =>
      account === generalAccount && (code === '23015' || /安排.*稳定调节基金/u.test(name)),
  )
  const why = reasonNotToJudge(rows, {
    approved,
    executed,
    hasFund: fund.some((item) => item.executed !== null),
  })
  if (why !== null || approved === null || executed === null) {
    outcome.spare({ ...place, kind: 'precondition', measured: why ?? '', limit: '', short: '', nearness: 0 })
    return false
  }
  const saved = fund.reduce((sum, item) => sum + (item.executed ?? 0), 0)
  const surplus = executed - approved
  const left = surplus - saved
  const tolerance = Math.round(approved * share)
  if (left <= tolerance) {
    outcome.spare(moneyBelow(place, '超收未补充稳定调节基金', Math.max(0, left), tolerance))
    return true
  }
  outcome.suspect({
    ...place,
    severity: '红',
    cents: left,
    text: `${unitName(dataset, first.unit)} ${String(first.year)} 年一般公共预算收入超收 ${formatMoney(surplus)}，安排预算稳定调节基金 ${formatMoney(saved)}，其余 ${formatMoney(left)} 没有列示用于冲减赤字或者补充预算稳定调节基金。`,
    formulaFilled: `${formatMoney(executed)} − ${formatMoney(approved)} − ${formatMoney(saved)} = ${formatMoney(left)} > ${formatMoney(tolerance)}`,
    rows: [...itemRows(rows, executedOf, '执行数'), ...itemRows(fund, executedOf, '安排稳定调节基金')],
  })
  return true
}

function reasonNotToJudge(
  rows: readonly FiscalItem[],
  known: { approved: number | null; executed: number | null; hasFund: boolean },
): string | null {
  const [first] = rows
  if (known.approved === null || known.executed === null) return '收入表缺少预算数或执行数'
  const last = Math.min(...rows.map(({ asOf }) => asOf ?? 0))
  if (last === 0) return '收入执行数没有截至日期'
  if (fromDay(last) < `${String(first?.year ?? 0)}-12-31`) return `收入执行数只到 ${fromDay(last)}`
  return known.hasFund ? null : '支出表没有安排预算稳定调节基金的执行数'
}
