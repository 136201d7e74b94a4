import { median } from '../../stats/robust-scale.ts'
import {
  type BudgetDataset,
  type BudgetLine,
  type Payment,
  groupBy,
  unitName,
  unitYearKey,
} from '../dataset.ts'
import { lineRows, paymentRows } from '../evidence.ts'
import { formatMoney, sumCents } from '../money.ts'
import { type MonthTotal, type UnitYearTotal } from '../totals.ts'
import { type QualityCheck, type QualityIssue, blockAll } from './issue.ts'

/** 万元 written into a column of 元 shifts amounts by 10,000; nothing real moves a unit by 1,000 overnight. */
const shift = 1_000

/** Q01: amounts of one unit that differ by the factor between 元 and 万元. */
export const findUnitMix: QualityCheck = {
  id: 'Q01',
  name: '金额单位疑似混用',
  formula:
    '单位全年支付 ÷ 预算 ≥ 1000 或 ≤ 0.001；或某条指标支付 ÷ 指标 ≥ 1000；或某月支付中位数与其余月份相差 1000 倍以上',
  innocentCauses: ['来源表以万元填列，装载时按元处理'],
  narrow: [{ query: 'oddMonths', params: {} }],
  find(dataset, payments) {
    const issues: QualityIssue[] = []
    const rows = groupBy(payments, ({ unit, year }) => unitYearKey(unit, year))
    for (const [key, paid] of dataset.paidByUnitYear) {
      const lines = dataset.linesByUnitYear.get(key) ?? []
      const issue =
        wholeUnit(dataset, paid, lines) ??
        oddMonths(dataset, dataset.totals.monthsByUnitYear.get(key) ?? [], rows.get(key) ?? []) ??
        oddLines(dataset, lines)
      if (issue) issues.push(issue)
    }
    return issues
  },
}

function wholeUnit(
  dataset: BudgetDataset,
  { unit, year, cents: paid, payments }: UnitYearTotal,
  lines: readonly BudgetLine[],
): QualityIssue | null {
  const budget = sumCents(lines)
  if (budget <= 0 || paid <= 0) return null
  const ratio = paid / budget
  const isTooLow = ratio <= 1 / shift && payments >= 12
  if (ratio < shift && !isTooLow) return null
  return {
    unit,
    year,
    cents: paid,
    text: `${unitName(dataset, unit)} ${String(year)} 年支付 ${formatMoney(paid)}，预算 ${formatMoney(budget)}，相差悬殊，${isTooLow ? '支付' : '预算'}疑似以万元填列。请核对来源表的金额单位。`,
    formulaFilled: `${formatMoney(paid)} ÷ ${formatMoney(budget)} = ${ratio.toPrecision(3)}`,
    rows: lineRows(lines.slice(0, 20), () => '预算指标'),
    blocks: blockAll(
      'B02',
      'B03',
      'B09',
      'B12',
      'B13',
      'B17',
      'B18',
      'B47',
      ...(isTooLow ? ['B27', 'B28', 'B36'] : []),
    ),
  }
}

function oddMonths(
  dataset: BudgetDataset,
  all: readonly MonthTotal[],
  payments: readonly Payment[],
): QualityIssue | null {
  const months = all.flatMap(({ middle, ...rest }) => (middle === null ? [] : [{ ...rest, middle }]))
  const [first] = months
  if (!first || months.length < 3) return null
  const usual = median(months.map(({ middle }) => middle))
  const odd = months.filter(
    ({ middle, aboveZero }) => aboveZero >= 5 && (middle >= shift * usual || middle * shift <= usual),
  )
  if (odd.length === 0) return null
  const names = odd.map(({ month }) => month).sort()
  return {
    unit: first.unit,
    year: first.year,
    cents: odd.reduce((sum, { centsAboveZero }) => sum + centsAboveZero, 0),
    text: `${unitName(dataset, first.unit)} ${names.join('、')} 的支付金额与其余月份相差 1000 倍以上，疑似元与万元混用。`,
    formulaFilled: `其余月份单笔中位数 ${formatMoney(Math.round(usual))}；${odd.map(({ month, middle }) => `${month} 中位数 ${formatMoney(Math.round(middle))}`).join('；')}`,
    rows: paymentRows(payments, () => '金额单位待核'),
    blocks: blockAll(
      'B02',
      'B03',
      'B12',
      'B13',
      'B14',
      'B18',
      'B20',
      'B21',
      'B24',
      'B25',
      'B26',
      'B27',
      'B28',
      'B33',
      'B37',
      'B39',
      'B47',
    ),
  }
}

function oddLines(dataset: BudgetDataset, lines: readonly BudgetLine[]): QualityIssue | null {
  const odd = lines.filter((line) => line.cents > 0 && line.paid >= shift * line.cents)
  const [first] = odd
  if (!first) return null
  return {
    unit: first.unit,
    year: first.year,
    cents: sumCents(odd),
    text: `${unitName(dataset, first.unit)} ${String(first.year)} 年有 ${String(odd.length)} 条指标的支付是指标金额的 1000 倍以上，指标疑似以万元填列。`,
    formulaFilled: odd
      .slice(0, 5)
      .map((line) => `${line.id}：${formatMoney(line.paid)} ÷ ${formatMoney(line.cents)}`)
      .join('；'),
    rows: lineRows(odd, () => '金额单位待核'),
    blocks: [
      ...odd.map((line) => ({ rule: 'B02', matter: line.id })),
      ...blockAll('B03', 'B12', 'B13', 'B18', 'B47'),
    ],
  }
}
