import { type BudgetDataset, groupBy, unitName, unitYearKey } from '../dataset.ts'
import {
  type Debt,
  type FiscalItem,
  accountOfDebt,
  classRows,
  itemRows,
  latestOf,
  wholeOf,
} from '../fiscal.ts'
import { formatMoney, formatShare } from '../money.ts'
import { numberBelow } from '../near.ts'
import { OutcomeBuilder, type Rule, limitOf } from '../rule.ts'
import { statutes } from '../statutes.ts'

/** 转移性支出 and 债务还本支出: not spending of the account itself. */
const notOwn = ['230', '231']

/** B42 付息比过高: interest takes more than a tenth of what the account spends. */
export const interestShare: Rule = {
  id: 'B42',
  name: '付息比过高',
  version: '1.0',
  role: 'finding',
  severity: '橙',
  certainty: 'P',
  clauses: [statutes.rules47],
  formula:
    '一般债务付息 ÷ 一般公共预算支出 > 10%；专项债务付息 ÷ 政府性基金预算支出 > 10%（支出取执行数，没有执行数取预算数）',
  thresholds: [
    {
      key: 'share',
      label: '付息占支出',
      value: 0.1,
      unit: '比例',
      origin: '内部默认',
      basis: '地方政府性债务风险应急处置办法的财政重整线，原文待核实',
    },
  ],
  exceptions: ['付息或支出为空、为 0 的按缺失处理', '付息大于支出的疑为单位不一致'],
  innocentCauses: [
    '付息含应由上级承担的转贷付息',
    '基金收入大幅下降的年度',
    '支出口径为本级而付息口径为全域',
  ],
  requires: [
    { kind: 'debts', fields: ['interest'] },
    { kind: 'expenditures', fields: [] },
  ],
  scope: '有付息支出的政府债务',
  evaluate(dataset, thresholds) {
    const outcome = new OutcomeBuilder()
    const limit = limitOf(thresholds, 'share')
    const spent = groupBy(
      dataset.expenditures,
      (item) => `${unitYearKey(item.unit, item.year)}\u0000${item.account}`,
    )
    let judged = 0
    for (const debt of dataset.debts) {
      if (debt.interest === null || debt.interest <= 0) continue
      const account = accountOfDebt(debt.debtKind)
      const rows = classRows(spent.get(`${unitYearKey(debt.unit, debt.year)}\u0000${account}`) ?? [], notOwn)
      if (judge(outcome, dataset, { debt, interest: debt.interest, account, rows }, limit)) judged += 1
    }
    if (judged === 0) outcome.limit('没有同时有付息支出和本账支出的地区')
    return outcome.done(judged > 0)
  },
}

interface Judged {
  readonly debt: Debt
  readonly interest: number
  readonly account: string
  readonly rows: readonly FiscalItem[]
}

/** Whether there was spending to compare with. */
function judge(
  outcome: OutcomeBuilder,
  dataset: BudgetDataset,
  { debt, interest, account, rows }: Judged,
  limit: number,
): boolean {
  const place = { unit: debt.unit, year: debt.year, matter: debt.debtKind }
  const whole = wholeOf(rows, latestOf)
  if (whole === null) {
    const measured = `没有${account}支出，付息比无法计算`
    outcome.spare({ ...place, kind: 'precondition', measured, limit: '', short: '', nearness: 0 })
    return false
  }
  const share = interest / whole
  if (share <= limit) {
    outcome.spare(numberBelow(place, `${debt.debtKind}付息占${account}支出`, share, limit, formatShare))
    return true
  }
  if (share >= 1) {
    const reason = `付息大于${account}支出，疑单位不一致，请核对来源`
    outcome.suppress({ ...place, reason, rows: 1 })
    return true
  }
  outcome.suspect({
    ...place,
    severity: '橙',
    cents: interest,
    text: `${unitName(dataset, debt.unit)} ${String(debt.year)} 年${debt.debtKind}付息 ${formatMoney(interest)}，占${account}支出 ${formatMoney(whole)} 的 ${formatShare(share)}。`,
    formulaFilled: `${formatMoney(interest)} ÷ ${formatMoney(whole)} = ${formatShare(share)} > ${formatShare(limit)}`,
    rows: [
      { place: debt.place, cents: interest, note: `${debt.debtKind}付息支出` },
      ...itemRows(rows, latestOf, '支出'),
    ],
  })
  return true
}
