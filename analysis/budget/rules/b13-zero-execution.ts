import { type BudgetDataset, type BudgetLine, groupBy, unitName, unitYearKey } from '../dataset.ts'
import { lineRows } from '../evidence.ts'
import { formatMoney, sumCents } from '../money.ts'
import { OutcomeBuilder, type Rule, type ThresholdValues, limitOf } from '../rule.ts'
import { lastWholeMonth } from '../seasonal-curve.ts'
import { statutes } from '../statutes.ts'
import { paidProjectKey } from '../totals.ts'

/** B13 零执行: a project with money and no payment for half a year. */
export const zeroExecution: Rule = {
  id: 'B13',
  name: '项目零执行',
  version: '1.0',
  role: 'finding',
  severity: '橙',
  certainty: 'P',
  clauses: [statutes.budgetLaw57],
  formula: '项目调整后预算 ≥ 起点金额，年初下达，截至最后一个完整月份没有支付：满 6 个月为黄，满 9 个月为橙',
  thresholds: [
    {
      key: 'yellowMonths',
      label: '黄色月数',
      value: 6,
      unit: '月',
      origin: '内部默认',
      basis: '常见执行监控口径',
    },
    {
      key: 'orangeMonths',
      label: '橙色月数',
      value: 9,
      unit: '月',
      origin: '内部默认',
      basis: '常见执行监控口径',
    },
    { key: 'floor', label: '起点金额', value: 10_000, unit: '元', origin: '内部默认', basis: '排除零星项目' },
  ],
  exceptions: ['文件日期在当年 4 月及以后的指标', '整单位支付无法对应指标的只报数据质量'],
  innocentCauses: ['项目按合同在下半年付款', '上级资金下达晚', '项目已取消但指标未收回'],
  requires: [
    { kind: 'budget_lines', fields: ['pro_code'] },
    { kind: 'payments', fields: ['bgt_id'] },
  ],
  scope: '年初下达、金额达到起点的项目指标',
  evaluate(dataset, thresholds) {
    const outcome = new OutcomeBuilder()
    const idle = dataset.lines.filter((line) => isIdle(line, dataset, thresholds))
    for (const lines of groupBy(idle, (line) => unitYearKey(line.unit, line.year)).values()) {
      suspectIdle(outcome, dataset, lines, thresholds)
    }
    return outcome.done()
  },
}

function isIdle(line: BudgetLine, dataset: BudgetDataset, thresholds: ThresholdValues): boolean {
  if (line.payments > 0 || line.project === null || line.cents < limitOf(thresholds, 'floor') * 100)
    return false
  if (lastWholeMonth(dataset, line.year) < limitOf(thresholds, 'yellowMonths')) return false
  if (line.issuedOn !== null && line.issuedOn > Date.UTC(line.year, 3, 1) / 86_400_000) return false
  if (!dataset.paidByUnitYear.has(unitYearKey(line.unit, line.year))) return false
  return !dataset.totals.paidProjects.has(paidProjectKey(line.year, line.project))
}

function suspectIdle(
  outcome: OutcomeBuilder,
  dataset: BudgetDataset,
  lines: readonly BudgetLine[],
  thresholds: ThresholdValues,
): void {
  const [first] = lines
  if (!first) return
  const months = lastWholeMonth(dataset, first.year)
  const cents = sumCents(lines)
  const names = [...new Set(lines.map((line) => line.projectName ?? line.id))]
  outcome.suspect({
    unit: first.unit,
    year: first.year,
    matter: '零执行项目',
    severity: months >= limitOf(thresholds, 'orangeMonths') ? '橙' : '黄',
    cents,
    text: `${unitName(dataset, first.unit)} ${String(first.year)} 年有 ${String(lines.length)} 条项目指标共 ${formatMoney(cents)}，截至 ${String(months)} 月底没有支付：${names.slice(0, 5).join('、')}。`,
    formulaFilled: `预算 ${formatMoney(cents)} > 0，${String(months)} 个月累计支付 0 元`,
    rows: lineRows(lines, (line) => line.projectName ?? '未填项目'),
  })
}
