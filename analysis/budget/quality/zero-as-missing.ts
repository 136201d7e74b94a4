import { unitName } from '../dataset.ts'
import { lineRows } from '../evidence.ts'
import { formatMoney } from '../money.ts'
import { type QualityCheck, type QualityIssue, blockAll } from './issue.ts'

/** Q03: budget lines of 0 元 that are paid on: the amount is missing rather than nil. */
export const findZeroAsMissing: QualityCheck = {
  id: 'Q03',
  name: '零值疑似缺失',
  formula: '指标金额为 0、没有调增调减，却有支付',
  innocentCauses: ['来源表金额空缺，导出时填成 0'],
  find(dataset) {
    const issues: QualityIssue[] = []
    for (const lines of dataset.linesByUnitYear.values()) {
      const zero = lines.filter((line) => line.initial === 0 && line.added === 0 && line.reduced === 0)
      const paid = zero.filter((line) => line.paid > 0)
      const [first] = paid
      if (!first) continue
      const cents = paid.reduce((sum, line) => sum + line.paid, 0)
      const isWide = zero.length >= 0.3 * lines.length
      issues.push({
        unit: first.unit,
        year: first.year,
        cents,
        text: `${unitName(dataset, first.unit)} ${String(first.year)} 年有 ${String(paid.length)} 条指标金额为 0 却支付了 ${formatMoney(cents)}，金额疑似缺失，请补全指标金额后再核对。`,
        formulaFilled: `指标金额 0 元，支付 ${formatMoney(cents)}`,
        rows: lineRows(paid, () => '指标金额为 0'),
        blocks: [
          ...paid.map((line) => ({ rule: 'B02', matter: line.id })),
          ...(isWide ? blockAll('B12', 'B18') : []),
        ],
      })
    }
    return issues
  },
}
