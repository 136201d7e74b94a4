import { groupBy, unitName, unitYearKey } from '../dataset.ts'
import { paymentRows } from '../evidence.ts'
import { formatMoney, sumCents } from '../money.ts'
import { type QualityCheck, type QualityIssue, blockAll } from './issue.ts'

/** Economic codes withdrawn by the 2018 reform of 支出经济分类, with where their spending went. */
export const retiredCodes: Readonly<Record<string, string>> = {
  '30104': '其他社会保障缴费（现为 30112）',
  '30312': '提租补贴（现并入 30102）',
  '30313': '购房补贴（现并入 30102）',
  '30314': '采暖补贴（现并入 30102）',
  '30315': '物业服务补贴（现并入 30102）',
  '30401': '企业政策性补贴（现为 312 类）',
  '30402': '事业单位补贴（现为 312 类）',
  '30403': '财政贴息（现为 312 类）',
  '30499': '其他对企事业单位的补贴（现为 312 类）',
}

/** Q05: codes of a withdrawn vintage, which would be compared with today's budget by mistake. */
export const findRetiredCodes: QualityCheck = {
  id: 'Q05',
  name: '使用已停用科目',
  formula: '2018 年及以后的支付使用 2018 年改革前的部门经济科目',
  innocentCauses: ['来源系统的科目表未更新', '沿用旧模板填报'],
  narrow: [{ query: 'retired', params: { codes: Object.keys(retiredCodes) } }],
  find(dataset, payments) {
    const used = dataset.totals.codes.filter(
      ({ year, code }) => year >= 2018 && retiredCodes[code] !== undefined,
    )
    const rows = groupBy(payments, ({ unit, year }) => unitYearKey(unit, year))
    const issues: QualityIssue[] = []
    for (const [key, group] of groupBy(used, ({ unit, year }) => unitYearKey(unit, year))) {
      const [first] = group
      if (!first) continue
      const count = group.reduce((sum, { payments: more }) => sum + more, 0)
      const codes = group.map(({ code }) => code).sort()
      issues.push({
        unit: first.unit,
        year: first.year,
        cents: sumCents(group),
        text: `${unitName(dataset, first.unit)} ${String(first.year)} 年有 ${String(count)} 笔支付（${formatMoney(sumCents(group))}）使用已停用科目：${codes.map((code) => `${code} ${retiredCodes[code] ?? ''}`).join('、')}。`,
        formulaFilled: `停用科目 ${codes.join('、')}，${String(count)} 笔`,
        rows: paymentRows(rows.get(key) ?? [], (payment) => `科目 ${payment.economicCode ?? ''}`),
        blocks: blockAll('B37'),
      })
    }
    return issues
  },
}
