import { fromDay } from '#calendar'
import { type BudgetDataset, type Payment, type Procurement, groupBy, unitName } from '../dataset.ts'
import { paymentRows } from '../evidence.ts'
import { formatMoney, formatShare, sumCents } from '../money.ts'
import { OutcomeBuilder, type Rule, type ThresholdValues, limitOf } from '../rule.ts'
import { statutes } from '../statutes.ts'

const small = /[中小微]/u

/** B33 拖欠中小企业: a contract with a small or medium supplier was accepted and not paid by the statutory day. */
export const lateToSmallFirms: Rule = {
  id: 'B33',
  name: '拖欠中小企业账款',
  version: '1.0',
  role: 'finding',
  severity: '橙',
  certainty: 'C',
  clauses: [statutes.smePayment9],
  formula:
    '供应商为中小微企业的合同，验收日起 30 日（合同另有约定的从其约定，最长 60 日）内已付 < 合同额（含补充合同）的 90%',
  thresholds: [
    {
      key: 'days',
      label: '付款期限',
      value: 30,
      unit: '日',
      origin: '法定',
      basis: '保障中小企业款项支付条例第九条',
    },
    {
      key: 'longest',
      label: '约定期限上限',
      value: 60,
      unit: '日',
      origin: '法定',
      basis: '保障中小企业款项支付条例第九条',
    },
    {
      key: 'paid',
      label: '应已付比例',
      value: 0.9,
      unit: '比例',
      origin: '内部默认',
      basis: '留出质量保证金',
    },
  ],
  exceptions: [
    '供应商规模未登记或为大型的不判断',
    '尚未到期的不判断',
    '该单位没有按合同编号登记的支付时不判断',
  ],
  innocentCauses: [
    '质量保证金比例高于一成',
    '支付未登记合同编号',
    '按进度或定期结算，结算金额尚未确认',
    '供应商未开具发票',
  ],
  requires: [
    { kind: 'procurements', fields: ['accepted_at', 'supplier_size'] },
    { kind: 'payments', fields: ['contract_no'] },
  ],
  scope: '供应商为中小微企业、已验收的合同',
  narrow: () => [{ query: 'contracts', params: {} }],
  evaluate(dataset, thresholds, payments) {
    const outcome = new OutcomeBuilder()
    const paid = groupBy(payments, (payment) => payment.contract)
    const linked = new Set(payments.map((payment) => payment.unit))
    const accepted = dataset.procurements.filter(
      (item) => item.acceptedOn !== null && small.test(item.supplierSize ?? '') && item.cents > 0,
    )
    for (const item of accepted) {
      if (linked.has(item.unit))
        judgeContract(outcome, dataset, item, paid.get(item.contract) ?? [], thresholds)
      else {
        outcome.limit(`${unitName(dataset, item.unit)} 的支付没有登记合同编号，无法核对付款期限`)
        outcome.spare({
          ...placeOf(item),
          kind: 'precondition',
          measured: '支付没有登记合同编号，无法核对付款期限',
          limit: '',
          short: '',
          nearness: 0,
        })
      }
    }
    return outcome.done(accepted.some(({ unit }) => linked.has(unit)))
  },
}

function placeOf(item: Procurement): { unit: string; year: number; matter: string } {
  return { unit: item.unit, year: Number(fromDay(item.acceptedOn ?? 0).slice(0, 4)), matter: item.contract }
}

function judgeContract(
  outcome: OutcomeBuilder,
  dataset: BudgetDataset,
  item: Procurement,
  payments: readonly Payment[],
  thresholds: ThresholdValues,
): void {
  const place = placeOf(item)
  const term = Math.min(item.agreedDays ?? limitOf(thresholds, 'days'), limitOf(thresholds, 'longest'))
  const due = (item.acceptedOn ?? 0) + term
  const last = dataset.lastDay ?? due
  if (last <= due) {
    const measured = `合同 ${item.contract} 付款期限 ${fromDay(due)} 尚未到`
    outcome.spare({ ...place, kind: 'precondition', measured, limit: '', short: '', nearness: 0 })
    return
  }
  const total = item.cents + item.supplement
  const needed = limitOf(thresholds, 'paid') * total
  const byDue = sumCents(payments.filter(({ day }) => day <= due))
  if (byDue >= needed) {
    outcome.spare({
      ...place,
      kind: 'below',
      measured: `合同 ${item.contract} 到期日 ${fromDay(due)} 已付 ${formatShare(byDue / total)}`,
      limit: `低于 ${formatShare(limitOf(thresholds, 'paid'))}`,
      short: formatShare(byDue / total - limitOf(thresholds, 'paid')),
      nearness: Math.max(0, 1 - (byDue - needed) / total),
    })
    return
  }
  const late = (settledOn(payments, needed) ?? last) - due
  const unpaid = total - byDue
  outcome.suspect({
    ...place,
    matterName: item.item,
    severity: '橙',
    cents: unpaid,
    text: `${unitName(dataset, item.unit)} 与中小企业“${item.supplier ?? '未填'}”的合同 ${item.contract} 于 ${fromDay(item.acceptedOn ?? 0)} 验收，应于 ${fromDay(due)} 前付款，到期未付 ${formatMoney(unpaid)}，已逾期 ${String(late)} 日。`,
    formulaFilled: `到期已付 ${formatMoney(byDue)} ÷ 合同额 ${formatMoney(total)} = ${formatShare(byDue / total)} < ${formatShare(limitOf(thresholds, 'paid'))}；期限 ${String(term)} 日，逾期 ${String(late)} 日`,
    rows: [
      {
        place: item.place,
        cents: item.cents,
        note: `${item.supplierSize ?? ''}企业，验收 ${fromDay(item.acceptedOn ?? 0)}`,
      },
      ...paymentRows(payments, (payment) => (payment.day > due ? '到期后支付' : '到期前支付')),
    ],
  })
}

/** The day on which what was needed had been paid; null when it still is not. */
function settledOn(payments: readonly Payment[], needed: number): number | null {
  let sum = 0
  for (const payment of [...payments].sort((a, b) => a.day - b.day)) {
    sum += payment.cents
    if (sum >= needed) return payment.day
  }
  return null
}
