import { unitName, unitYearKey } from '../dataset.ts'
import { paymentRows } from '../evidence.ts'
import { formatMoney, formatShare, sumCents } from '../money.ts'
import { type QualityCheck, type QualityIssue, blockAll } from './issue.ts'

/** Q04: a whole unit whose payments cannot be joined to budget lines. One stray payment is a finding; all of them are a gap. */
export const findMissingLines: QualityCheck = {
  id: 'Q04',
  name: '整单位缺少指标对应',
  formula:
    '有预算数据的年度中，某单位 ≥ 50% 的支付没有可对应的指标编号（至少 3 笔），或该单位没有任何预算指标',
  innocentCauses: ['支付导出时漏了指标编号列', '该单位的预算指标未装载', '机构改革后单位编码已更换'],
  find(dataset) {
    const issues: QualityIssue[] = []
    for (const payments of dataset.paymentsByUnitYear.values()) {
      const [first] = payments
      if (!first || !dataset.budgetYears.has(first.year)) continue
      const loose = payments.filter(
        (payment) => payment.lineId === null || !dataset.lineById.has(payment.lineId),
      )
      const hasLines = dataset.linesByUnitYear.has(unitYearKey(first.unit, first.year))
      const share = loose.length / payments.length
      const isWide = loose.length >= 3 && share >= 0.5
      if (!isWide && (hasLines || loose.length === 0)) continue
      const cents = sumCents(loose)
      issues.push({
        unit: first.unit,
        year: first.year,
        cents,
        text: `${unitName(dataset, first.unit)} ${String(first.year)} 年 ${String(payments.length)} 笔支付中有 ${String(loose.length)} 笔（${formatMoney(cents, first.currency)}）对不上预算指标${hasLines ? '' : '，且该单位没有预算指标'}，疑似数据缺失，未按无预算支出处理。`,
        formulaFilled: `${String(loose.length)} ÷ ${String(payments.length)} = ${formatShare(share)}`,
        rows: paymentRows(loose.slice(0, 50), () => '没有可对应的指标'),
        blocks: blockAll('B01', 'B02', 'B13', ...(hasLines ? [] : ['B12', 'B18'])),
      })
    }
    return issues
  },
}
