import { fromDay } from '#calendar'
import { approvalDays, approvalMissing, approvedOn } from '../approval-days.ts'
import { type BudgetDataset, type BudgetLine, groupBy, unitName, unitYearKey } from '../dataset.ts'
import { lineRows } from '../evidence.ts'
import { formatMoney } from '../money.ts'
import { numberBelow } from '../near.ts'
import { OutcomeBuilder, type Rule, type ThresholdValues, limitOf } from '../rule.ts'
import { statutes } from '../statutes.ts'

const matter = '预算批复'

/** B04 预算批复超期: a department's budget was issued more than 20 days after approval, a unit's more than 15 after its department's. */
export const lateReply: Rule = {
  id: 'B04',
  name: '预算批复超期',
  version: '1.0',
  role: 'finding',
  severity: '红',
  certainty: 'C',
  clauses: [statutes.budgetLaw52First],
  formula:
    '部门：年初指标发文日期 − 人代会批准日期 > 20 日；所属单位：年初指标发文日期 − 主管部门年初指标发文日期 > 15 日（以年初指标的发文日期代替批复日期）',
  thresholds: [
    approvedOn,
    {
      key: 'departmentDays',
      label: '财政向部门批复',
      value: 20,
      unit: '日',
      origin: '法定',
      basis: '预算法第五十二条',
    },
    {
      key: 'unitDays',
      label: '部门向单位批复',
      value: 15,
      unit: '日',
      origin: '法定',
      basis: '预算法第五十二条',
    },
  ],
  shares: { rule: 'B03', key: 'approvedOn' },
  exceptions: [
    '追加、结转、上级转移支付的指标',
    '没有发文日期的指标',
    '主管部门没有年初指标的单位按 35 日计',
  ],
  innocentCauses: ['发文日期登记为录入日期', '代编预算年中细化到单位', '机构改革后新设单位'],
  requires: [{ kind: 'budget_lines', fields: ['doc_date'] }],
  scope: '有发文日期的年初指标',
  evaluate(dataset, thresholds) {
    const outcome = new OutcomeBuilder()
    const days = approvalDays(thresholds)
    const initial = dataset.lines.filter((line) => isInitial(line) && line.issuedOn !== null)
    let judged = 0
    for (const [year, lines] of groupBy(initial, (line) => line.year)) {
      const approved = days.get(year)
      if (approved === undefined) {
        outcome.limit(approvalMissing(year), year)
        continue
      }
      judged += 1
      for (const own of groupBy(lines, (line) => line.unit).values())
        judgeUnit(outcome, dataset, own, approved, thresholds)
    }
    return outcome.done(judged > 0)
  },
}

function isInitial({ source }: BudgetLine): boolean {
  return source === null || source === '1' || source.includes('年初')
}

/** Until when the unit's budget had to be issued, and from which day that counts. */
function dueOn(
  dataset: BudgetDataset,
  { unit, year }: BudgetLine,
  approved: number,
  thresholds: ThresholdValues,
): { readonly from: number; readonly days: number; readonly words: string } {
  const [department, below] = [limitOf(thresholds, 'departmentDays'), limitOf(thresholds, 'unitDays')]
  const parent = dataset.register.get(unit)?.parent ?? null
  if (parent === null || parent === unit) return { from: approved, days: department, words: '人代会批准' }
  const above = (dataset.linesByUnitYear.get(unitYearKey(parent, year)) ?? [])
    .filter(isInitial)
    .flatMap((line) => line.issuedOn ?? [])
  if (above.length === 0) return { from: approved, days: department + below, words: '人代会批准' }
  // A department cannot pass on what it has not got, and its own delay is its own finding.
  return { from: Math.max(approved, Math.min(...above)), days: below, words: '主管部门接到批复' }
}

function judgeUnit(
  outcome: OutcomeBuilder,
  dataset: BudgetDataset,
  lines: readonly BudgetLine[],
  approved: number,
  thresholds: ThresholdValues,
): void {
  const [first] = lines
  if (!first) return
  const { from, days, words } = dueOn(dataset, first, approved, thresholds)
  const taken = (line: BudgetLine): number => (line.issuedOn ?? from) - from
  const longest = Math.max(...lines.map(taken))
  const place = { unit: first.unit, year: first.year, matter }
  const late = lines.filter((line) => taken(line) > days)
  if (late.length === 0) {
    const write = (count: number): string => `${String(count)} 日`
    outcome.spare(numberBelow(place, `从${words}到年初指标发文`, Math.max(0, longest), days, write))
    return
  }
  const cents = late.reduce((sum, line) => sum + line.initial, 0)
  outcome.suspect({
    ...place,
    severity: '红',
    cents,
    text: `${unitName(dataset, first.unit)} ${String(first.year)} 年有 ${String(late.length)} 条年初指标共 ${formatMoney(cents)} 在${words}（${fromDay(from)}）后超过 ${String(days)} 日才发文，最长 ${String(longest)} 日。`,
    formulaFilled: `${fromDay(from + longest)} − ${fromDay(from)} = ${String(longest)} 日 > ${String(days)} 日`,
    rows: lineRows(late, (line) => `发文 ${fromDay(line.issuedOn ?? 0)}，${String(taken(line))} 日`),
  })
}
