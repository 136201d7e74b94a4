import { fromDay } from '#calendar'
import { type BudgetDataset, type Procurement, unitName } from '../dataset.ts'
import { formatMoney, formatShare } from '../money.ts'
import { numberBelow } from '../near.ts'
import { OutcomeBuilder, type Rule, type ThresholdValues, limitOf } from '../rule.ts'
import { statutes } from '../statutes.ts'

interface Deposit {
  readonly key: 'bid' | 'performance'
  readonly name: string
  readonly cents: number | null
  readonly base: number | null
  readonly baseName: string
}

/** B32 保证金超限: a bid deposit over 2 % of the purchase's budget, or a performance deposit over 10 % of the contract. */
export const largeDeposit: Rule = {
  id: 'B32',
  name: '保证金超限',
  version: '1.0',
  role: 'finding',
  severity: '橙',
  certainty: 'C',
  clauses: [statutes.procurementRules33, statutes.procurementRules48],
  formula: '投标保证金 ÷ 采购预算 > 2%；履约保证金 ÷ 合同金额 > 10%',
  thresholds: [
    {
      key: 'bid',
      label: '投标保证金占采购预算',
      value: 0.02,
      unit: '比例',
      origin: '法定',
      basis: '政府采购法实施条例第三十三条',
    },
    {
      key: 'performance',
      label: '履约保证金占合同金额',
      value: 0.1,
      unit: '比例',
      origin: '法定',
      basis: '政府采购法实施条例第四十八条',
    },
  ],
  exceptions: ['没有采购预算的不判断投标保证金', '0.01 元以内的尾差'],
  innocentCauses: ['分包采购，保证金按整个项目收取', '登记的是含质量保证金的合计', '预算金额填的是分包金额'],
  requires: [{ kind: 'procurements', fields: ['deposits'] }],
  scope: '收取保证金的采购',
  evaluate(dataset, thresholds) {
    const outcome = new OutcomeBuilder()
    for (const item of dataset.procurements)
      for (const deposit of depositsOf(item)) judge(outcome, dataset, item, deposit, thresholds)
    return outcome.done()
  },
}

function depositsOf(item: Procurement): Deposit[] {
  return [
    { key: 'bid', name: '投标保证金', cents: item.bidDeposit, base: item.estimate, baseName: '采购预算' },
    {
      key: 'performance',
      name: '履约保证金',
      cents: item.performanceDeposit,
      base: item.cents,
      baseName: '合同金额',
    },
  ]
}

function judge(
  outcome: OutcomeBuilder,
  dataset: BudgetDataset,
  item: Procurement,
  { key, name, cents, base, baseName }: Deposit,
  thresholds: ThresholdValues,
): void {
  if (cents === null || cents <= 0) return
  const year = item.signedOn === null ? 0 : Number(fromDay(item.signedOn).slice(0, 4))
  const place = { unit: item.unit, year, matter: item.contract }
  if (base === null || base <= 0) {
    const measured = `合同 ${item.contract} 没有${baseName}，${name}无法核对`
    outcome.spare({ ...place, kind: 'precondition', measured, limit: '', short: '', nearness: 0 })
    return
  }
  const limit = limitOf(thresholds, key)
  const most = Math.floor(base * limit) + 1
  if (cents <= most) {
    outcome.spare(numberBelow(place, `合同 ${item.contract} ${name}占比`, cents / base, limit, formatShare))
    return
  }
  const share = `${((cents / base) * 100).toFixed(2)}%`
  outcome.suspect({
    ...place,
    matterName: item.item,
    severity: '橙',
    cents: cents - Math.floor(base * limit),
    text: `${unitName(dataset, item.unit)}的合同 ${item.contract}（${item.item ?? '未填品目'}）收取${name} ${formatMoney(cents)}，占${baseName} ${formatMoney(base)} 的 ${share}，超过 ${formatShare(limit)}。`,
    formulaFilled: `${formatMoney(cents)} ÷ ${formatMoney(base)} = ${share} > ${formatShare(limit)}`,
    rows: [{ place: item.place, cents, note: name }],
  })
}
