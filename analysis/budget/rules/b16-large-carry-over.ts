import { carriedLines, isCarriedOver } from '../carry-over.ts'
import { type BudgetDataset, type BudgetLine, unitName, unitYearKey } from '../dataset.ts'
import { lineRows } from '../evidence.ts'
import { formatMoney, formatShare, sumCents } from '../money.ts'
import { numberBelow } from '../near.ts'
import { OutcomeBuilder, type Rule, type ThresholdValues, limitOf } from '../rule.ts'
import { statutes } from '../statutes.ts'

const matter = '结转规模'

/** B16 结转结余过大: a fifth of last year's budget was carried over, or the carry-over grows while the budget grows. */
export const largeCarryOver: Rule = {
  id: 'B16',
  name: '结转结余过大',
  version: '1.0',
  role: 'finding',
  severity: '黄',
  certainty: 'I',
  clauses: [statutes.budgetLaw42],
  formula:
    '本年结转指标 ÷ 上年调整后预算 > 20%；或该比例 > 10%，且结转与年初预算同时比上年增加（只计登记为结转的指标，未收回的结余不在内）',
  thresholds: [
    {
      key: 'share',
      label: '结转占上年预算',
      value: 0.2,
      unit: '比例',
      origin: '内部默认',
      basis: '法律未定比例',
    },
    {
      key: 'rising',
      label: '结转与预算同增时的比例',
      value: 0.1,
      unit: '比例',
      origin: '内部默认',
      basis: '法律未定比例',
    },
  ],
  exceptions: ['没有上年预算的单位不判断'],
  innocentCauses: ['上级资金年底才下达', '跨年度的工程按进度付款', '机构划转带来的结转'],
  requires: [{ kind: 'budget_lines', fields: ['source_type_code'] }],
  scope: '来源为结转的指标',
  evaluate(dataset, thresholds) {
    const outcome = new OutcomeBuilder()
    const carried = carriedLines(dataset)
    let judged = 0
    for (const [key, lines] of carried) {
      const [first] = lines
      if (!first) continue
      const before = dataset.linesByUnitYear.get(unitYearKey(first.unit, first.year - 1)) ?? []
      if (!dataset.budgetYears.has(first.year - 1)) {
        outcome.limit(`没有 ${String(first.year - 1)} 年度的指标，无法计算结转比例`, first.year)
        continue
      }
      if (sumCents(before) <= 0) {
        const place = { unit: first.unit, year: first.year, matter }
        const measured = `没有 ${String(first.year - 1)} 年的预算`
        outcome.spare({ ...place, kind: 'precondition', measured, limit: '', short: '', nearness: 0 })
        continue
      }
      judged += 1
      judgeUnit(outcome, dataset, { lines, before, now: dataset.linesByUnitYear.get(key) ?? [] }, thresholds)
    }
    if (!dataset.lines.some(isCarriedOver)) outcome.limit('指标来源没有标明结转')
    return outcome.done(judged > 0)
  },
}

interface Judged {
  /** Carried over into the year, the unit's lines of the year before, and all of the year. */
  readonly lines: readonly BudgetLine[]
  readonly before: readonly BudgetLine[]
  readonly now: readonly BudgetLine[]
}

function judgeUnit(
  outcome: OutcomeBuilder,
  dataset: BudgetDataset,
  { lines, before, now }: Judged,
  thresholds: ThresholdValues,
): void {
  const [first] = lines
  if (!first) return
  const [carried, earlier] = [sumCents(lines), sumCents(before.filter(isCarriedOver))]
  const own = (all: readonly BudgetLine[]): number => sumCents(all.filter((line) => !isCarriedOver(line)))
  const budget = sumCents(before)
  const share = carried / budget
  const isRising = earlier > 0 && carried > earlier && own(now) > own(before)
  const limit = limitOf(thresholds, isRising ? 'rising' : 'share')
  const place = { unit: first.unit, year: first.year, matter }
  if (share <= limit) {
    outcome.spare(numberBelow(place, '结转占上年预算', Math.max(0, share), limit, formatShare))
    return
  }
  const rising = isRising ? `，比上年结转 ${formatMoney(earlier)} 增加，同时年初预算仍在增加` : ''
  outcome.suspect({
    ...place,
    severity: '黄',
    cents: carried,
    text: `${unitName(dataset, first.unit)}结转到 ${String(first.year)} 年的指标 ${formatMoney(carried)}，占上年调整后预算 ${formatMoney(budget)} 的 ${formatShare(share)}${rising}。`,
    formulaFilled: `${formatMoney(carried)} ÷ ${formatMoney(budget)} = ${formatShare(share)} > ${formatShare(limit)}`,
    rows: lineRows(lines, (line) => line.projectName ?? '未填项目'),
  })
}
