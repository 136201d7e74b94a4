import { groupBy, unitName, unitYearKey } from '../dataset.ts'
import { paymentRows } from '../evidence.ts'
import { formatMoney, formatShare } from '../money.ts'
import { type QualityCheck, type QualityIssue, blockAll } from './issue.ts'

/** Q04: a whole unit whose payments cannot be joined to budget lines. One stray payment is a finding; all of them are a gap. */
export const findMissingLines: QualityCheck = {
  id: 'Q04',
  name: '整单位缺少指标对应',
  formula:
    '有预算数据的年度中，某单位 ≥ 50% 的支付没有可对应的指标编号（至少 3 笔），或该单位没有任何预算指标',
  innocentCauses: ['支付导出时漏了指标编号列', '该单位的预算指标未装载', '机构改革后单位编码已更换'],
  narrow: [{ query: 'loose', params: {} }],
  find(dataset, payments) {
    const issues: QualityIssue[] = []
    const rows = groupBy(payments, ({ unit, year }) => unitYearKey(unit, year))
    for (const loose of dataset.totals.loose) {
      if (!dataset.budgetYears.has(loose.year)) continue
      const key = unitYearKey(loose.unit, loose.year)
      const all = dataset.paidByUnitYear.get(key)?.payments ?? loose.payments
      const hasLines = dataset.linesByUnitYear.has(key)
      const share = loose.payments / all
      const isWide = loose.payments >= 3 && share >= 0.5
      if (!isWide && hasLines) continue
      const { unit, year, cents } = loose
      issues.push({
        unit,
        year,
        cents,
        text: `${unitName(dataset, unit)} ${String(year)} 年 ${String(all)} 笔支付中有 ${String(loose.payments)} 笔（${formatMoney(cents)}）对不上预算指标${hasLines ? '' : '，且该单位没有预算指标'}，疑似数据缺失，未按无预算支出处理。`,
        formulaFilled: `${String(loose.payments)} ÷ ${String(all)} = ${formatShare(share)}`,
        rows: paymentRows(rows.get(key) ?? [], () => '没有可对应的指标'),
        blocks: blockAll('B01', 'B02', 'B13', 'B17', 'B47', ...(hasLines ? [] : ['B03', 'B12', 'B18'])),
      })
    }
    return issues
  },
}
