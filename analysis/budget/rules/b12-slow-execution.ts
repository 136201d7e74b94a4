import { type BudgetDataset, type BudgetLine, groupBy, unitName, unitYearKey } from '../dataset.ts'
import { lineRows } from '../evidence.ts'
import { formatMoney, formatShare, sumCents } from '../money.ts'
import { numberBelow } from '../near.ts'
import { OutcomeBuilder, type Rule, type ThresholdValues, limitOf } from '../rule.ts'
import {
  SeasonalHistory,
  type SpendingClass,
  evenPace,
  lastWholeMonth,
  spendingClassOf,
} from '../seasonal-curve.ts'
import { statutes } from '../statutes.ts'
import { type Cell } from '../totals.ts'

/** B12 执行进度偏慢: a unit's spending lags behind the pace its classes of spending usually keep. */
export const slowExecution: Rule = {
  id: 'B12',
  name: '执行进度偏慢',
  version: '1.0',
  role: 'finding',
  severity: '橙',
  certainty: 'P',
  clauses: [statutes.budgetLaw57],
  formula:
    '执行率（累计支付 ÷ 调整后预算） − 应达进度 < −10 个百分点为黄，< −20 个百分点为橙；应达进度按支出类别取往年同月进度与序时进度中较低者，没有往年数据时为 月份 ÷ 12；从 4 月起判断',
  thresholds: [
    {
      key: 'yellow',
      label: '黄色落后幅度',
      value: 10,
      unit: '百分点',
      origin: '内部默认',
      basis: '常见执行监控口径',
    },
    {
      key: 'orange',
      label: '橙色落后幅度',
      value: 20,
      unit: '百分点',
      origin: '内部默认',
      basis: '常见执行监控口径',
    },
    {
      key: 'fromMonth',
      label: '起始月份',
      value: 4,
      unit: '月',
      origin: '内部默认',
      basis: '预算批复多在一季度完成',
    },
  ],
  exceptions: [
    '当年数据未到 4 月的不判断',
    '最后一个未满月份不计入',
    '没有预算指标或金额存疑的单位只报数据质量',
  ],
  innocentCauses: [
    '支出有季节性（供暖、防汛、招生）',
    '项目资金下半年才下达',
    '政府采购流程较长，合同已签尚未支付',
    '支付数据未装全',
  ],
  requires: [
    { kind: 'budget_lines', fields: ['amount', 'agency_name'] },
    { kind: 'payments', fields: ['amount', 'pay_date'] },
  ],
  scope: '有预算指标和支付的年度',
  evaluate(dataset, thresholds) {
    const outcome = new OutcomeBuilder()
    let judged = 0
    for (const year of dataset.budgetYears) {
      const month = lastWholeMonth(dataset, year)
      if (month < limitOf(thresholds, 'fromMonth')) {
        outcome.limit(`${String(year)} 年度支付数据只到 ${String(month)} 月，未到判断起始月份`, year)
        continue
      }
      judged += 1
      const history = new SeasonalHistory(dataset, year)
      const units = new Set(dataset.lines.filter((line) => line.year === year).map((line) => line.unit))
      for (const unit of units) {
        const paid = dataset.totals.cellsByUnitYear.get(unitYearKey(unit, year)) ?? []
        const at = { unit, year, month, history, cells: paid.filter((cell) => cell.month <= month) }
        judgeUnit(outcome, dataset, at, thresholds)
      }
    }
    return outcome.done(judged > 0)
  },
}

interface UnitYear {
  readonly unit: string
  readonly year: number
  readonly month: number
  readonly history: SeasonalHistory
  readonly cells: readonly Cell[]
}

function judgeUnit(
  outcome: OutcomeBuilder,
  dataset: BudgetDataset,
  at: UnitYear,
  thresholds: ThresholdValues,
): void {
  const key = unitYearKey(at.unit, at.year)
  const lines = dataset.linesByUnitYear.get(key) ?? []
  const budget = sumCents(lines)
  if (budget <= 0 || at.cells.length === 0) return
  const paid = sumCents(at.cells)
  const rate = paid / budget
  const expected = expectedShare(lines, budget, at)
  const behind = (expected - rate) * 100
  if (behind <= limitOf(thresholds, 'yellow')) {
    const place = { unit: at.unit, year: at.year, matter: '执行进度' }
    const what = `执行率 ${formatShare(rate)}，应达进度 ${formatShare(expected)}，落后`
    const write = (points: number): string => `${points.toFixed(1)} 个百分点`
    outcome.spare(numberBelow(place, what, behind, limitOf(thresholds, 'yellow'), write))
    return
  }
  const name = unitName(dataset, at.unit)
  const until = `${String(at.year)} 年 ${String(at.month)} 月`
  outcome.suspect({
    unit: at.unit,
    year: at.year,
    matter: '执行进度',
    severity: behind > limitOf(thresholds, 'orange') ? '橙' : '黄',
    cents: Math.max(0, Math.round(expected * budget) - paid),
    text: `${name} 截至${until}底支付 ${formatMoney(paid)}，占调整后预算 ${formatMoney(budget)} 的 ${formatShare(rate)}，比应达进度 ${formatShare(expected)} 慢 ${behind.toFixed(1)} 个百分点。`,
    formulaFilled: `${formatMoney(paid)} ÷ ${formatMoney(budget)} − ${formatShare(expected)} = −${behind.toFixed(1)} 个百分点 < −${String(limitOf(thresholds, 'yellow'))} 个百分点`,
    rows: lineRows(lines, lineNote),
    evidence: classEvidence(lines, at),
  })
}

/** The lower of the even pace and the seasonal pace, class by class, weighted by budget. */
function expectedShare(lines: readonly BudgetLine[], budget: number, at: UnitYear): number {
  let expected = 0
  for (const [spending, group] of groupBy(lines, (line) => spendingClassOf(line.economicCode))) {
    expected += (sumCents(group) / budget) * paceOf(spending, at)
  }
  return expected
}

function paceOf(spending: SpendingClass, at: UnitYear): number {
  const curves = [evenPace, at.history.curveOf(at.unit, spending), at.history.peersOf(spending)]
  return Math.min(...curves.map((curve) => curve?.[at.month] ?? Number.POSITIVE_INFINITY))
}

function lineNote(line: BudgetLine): string {
  return `${line.projectName ?? line.economicCode ?? '未填项目'}：已支付 ${formatMoney(line.paid)}`
}

function classEvidence(lines: readonly BudgetLine[], { cells, month }: UnitYear): string[] {
  const paidByClass = groupBy(cells, (cell) => spendingClassOf(cell.economicClass))
  return [...groupBy(lines, (line) => spendingClassOf(line.economicCode))].map(([spending, group]) => {
    const budget = sumCents(group)
    const paid = sumCents(paidByClass.get(spending) ?? [])
    return `${spending}支出：预算 ${formatMoney(budget)}，截至 ${String(month)} 月支付 ${formatMoney(paid)}${budget > 0 ? `（${formatShare(paid / budget)}）` : ''}`
  })
}
