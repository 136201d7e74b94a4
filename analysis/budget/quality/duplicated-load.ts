import { type BudgetDataset, type Payment, groupBy, unitName, unitYearKey } from '../dataset.ts'
import { paymentRows } from '../evidence.ts'
import { formatMoney, formatShare, sumCents } from '../money.ts'
import { type QualityCheck, type QualityIssue, blockAll } from './issue.ts'

const leastRows = 8
const leastShare = 0.9

/** Q02: a unit's month that is in the data twice. The second copies are kept from the rules. */
export const findDuplicatedLoads: QualityCheck = {
  id: 'Q02',
  name: '疑似重复装载',
  formula:
    '某单位某月 ≥ 8 笔支付中，收款人、金额、日期、用途、项目全同的成对记录 ≥ 90%；或整月与上月逐笔相同而与其他月份不同',
  innocentCauses: ['同一月份的文件以不同名称或凭证号装载了两次', '补报文件包含已报数据'],
  narrow: [
    { query: 'doubledMonths', params: {} },
    { query: 'clonedMonths', params: {} },
  ],
  find(dataset, suspected) {
    const issues: QualityIssue[] = []
    for (const [key, payments] of groupBy(suspected, ({ unit, year }) => unitYearKey(unit, year))) {
      const months = groupBy(payments, (payment) => payment.date.slice(0, 7))
      for (const [month, group] of months) {
        const issue = doubledMonth(dataset, month, group)
        if (issue) issues.push(issue)
      }
      const names = (dataset.totals.monthsByUnitYear.get(key) ?? []).map(({ month }) => month).sort()
      issues.push(...clonedMonths(dataset, months, names))
    }
    return issues
  },
}

function fingerprint({ payee, cents, project, use }: Payment): string {
  return [payee, cents, project, use].join('\u0000')
}

function doubledMonth(
  dataset: BudgetDataset,
  month: string,
  payments: readonly Payment[],
): QualityIssue | null {
  const [first] = payments
  if (!first || payments.length < leastRows) return null
  const same = [...groupBy(payments, (payment) => `${payment.date}\u0000${fingerprint(payment)}`).values()]
  const doubled = same.filter((group) => group.length === 2)
  const share = (doubled.length * 2) / payments.length
  if (share < leastShare) return null
  const copies = doubled.flatMap((group) => group.slice(1))
  return {
    unit: first.unit,
    year: first.year,
    cents: sumCents(copies),
    text: `${unitName(dataset, first.unit)} ${month} 的 ${String(payments.length)} 笔支付中有 ${formatShare(share)} 成对出现，疑似同一月份装载了两次，多出的 ${String(copies.length)} 笔（${formatMoney(sumCents(copies), first.currency)}）未参与规则计算。`,
    formulaFilled: `${String(doubled.length * 2)} ÷ ${String(payments.length)} = ${formatShare(share)} ≥ 90%`,
    rows: paymentRows(copies, () => '疑似重复装载'),
    blocks: [],
    copies,
  }
}

/** Two successive months that are equal row by row, while other months differ: one was loaded for the other. */
function clonedMonths(
  dataset: BudgetDataset,
  months: ReadonlyMap<string, readonly Payment[]>,
  names: readonly string[],
): QualityIssue[] {
  const content = new Map(
    [...months].map(([name, payments]) => [name, payments.map(fingerprint).sort().join('\n')]),
  )
  const equalPairs = names.flatMap((name, index) => {
    const before = names[index - 1]
    const isEqual = content.has(name) && before !== undefined && content.get(before) === content.get(name)
    return isEqual ? [[before, name] as const] : []
  })
  // Wages alone repeat month after month; a single equal pair among many months does not happen by itself.
  if (names.length < 4 || equalPairs.length !== 1) return []
  const [pair] = equalPairs
  const payments = pair ? (months.get(pair[1]) ?? []) : []
  const [first] = payments
  if (!pair || !first || payments.length < leastRows) return []
  return [
    {
      unit: first.unit,
      year: first.year,
      cents: sumCents(payments),
      text: `${unitName(dataset, first.unit)} ${pair[1]} 的 ${String(payments.length)} 笔支付与 ${pair[0]} 逐笔相同，疑似月份重复。`,
      formulaFilled: `${pair[0]} 与 ${pair[1]} 的收款人、金额、项目、用途逐笔相同`,
      rows: paymentRows(payments, () => '与上月逐笔相同'),
      blocks: blockAll('B02', 'B03', 'B12', 'B14', 'B18', 'B21', 'B36', 'B47'),
    },
  ]
}
