import { type BudgetDataset, unitName } from '../dataset.ts'
import { type Debt } from '../fiscal.ts'
import { formatMoney } from '../money.ts'
import { moneyBelow } from '../near.ts'
import { OutcomeBuilder, type Rule, type ThresholdValues, limitOf } from '../rule.ts'
import { statutes } from '../statutes.ts'

/** B41 债务超限额: a government owes more than the limit of that kind of debt. */
export const debtLimit: Rule = {
  id: 'B41',
  name: '债务超限额',
  version: '1.0',
  role: 'finding',
  severity: '红',
  certainty: 'C',
  clauses: [statutes.rules43, statutes.transferRules94],
  formula: '一般债务、专项债务分别：年末债务余额 − 债务限额 > 容差',
  thresholds: [
    {
      key: 'tolerance',
      label: '容差占限额',
      value: 0.0001,
      unit: '比例',
      origin: '内部默认',
      basis: '亿元保留两位小数的尾差',
    },
    {
      key: 'unitMix',
      label: '疑单位不一致的倍数',
      value: 5,
      unit: '倍',
      origin: '内部默认',
      basis: '万元与亿元混用时相差 100 倍以上，余额不会是限额的数倍',
    },
  ],
  exceptions: ['限额或余额为空、为 0 的按缺失处理', '余额为限额数倍的疑为单位不一致，只作数据问题'],
  innocentCauses: [
    '限额登记的是年初数，年中新增限额未更新',
    '余额含尚未兑付的到期债券',
    '区划合并后限额未合并登记',
  ],
  requires: [{ kind: 'debts', fields: ['limit_amount', 'balance'] }],
  scope: '有限额和余额的政府债务',
  evaluate(dataset, thresholds) {
    const outcome = new OutcomeBuilder()
    const judged = dataset.debts.filter((debt) => judge(outcome, dataset, debt, thresholds))
    return outcome.done(judged.length > 0)
  },
}

/** Whether the debt could be held against a limit. */
function judge(
  outcome: OutcomeBuilder,
  dataset: BudgetDataset,
  debt: Debt,
  thresholds: ThresholdValues,
): boolean {
  const place = { unit: debt.unit, year: debt.year, matter: debt.debtKind }
  const { limit, balance } = debt
  if (limit === null || limit <= 0 || balance === null || balance <= 0) {
    const measured = `${debt.debtKind}缺少${limit === null || limit <= 0 ? '限额' : '余额'}`
    outcome.spare({ ...place, kind: 'precondition', measured, limit: '', short: '', nearness: 0 })
    return false
  }
  const over = balance - limit
  if (over <= Math.round(limit * limitOf(thresholds, 'tolerance'))) {
    outcome.spare(moneyBelow(place, `${debt.debtKind}余额`, balance, limit))
    return true
  }
  if (balance > limit * limitOf(thresholds, 'unitMix')) {
    const reason = `余额是限额的 ${(balance / limit).toFixed(0)} 倍，疑单位不一致，请核对来源`
    outcome.suppress({ ...place, reason, rows: 1 })
    return true
  }
  outcome.suspect({
    ...place,
    severity: '红',
    cents: over,
    text: `${unitName(dataset, debt.unit)} ${String(debt.year)} 年${debt.debtKind}余额 ${formatMoney(balance)}，限额 ${formatMoney(limit)}，超出 ${formatMoney(over)}。`,
    formulaFilled: `${formatMoney(balance)} − ${formatMoney(limit)} = ${formatMoney(over)} > 0`,
    rows: [{ place: debt.place, cents: balance, note: `${debt.debtKind}余额，限额 ${formatMoney(limit)}` }],
  })
  return true
}
