import { fromDay } from '#calendar'
import { type BudgetDataset, type BudgetLine, groupBy, unitName, unitYearKey } from '../dataset.ts'
import { lineRows } from '../evidence.ts'
import { formatMoney, sumCents } from '../money.ts'
import { OutcomeBuilder, type Rule, limitOf } from '../rule.ts'
import { statutes } from '../statutes.ts'
import { isDisasterRelief } from '../suppression.ts'

const fromAbove = /上级|中央|省级|转移支付/u
const matter = '上级资金滞留'

/** B17 资金滞留: money from a higher level arrived as a budget line and nothing was paid on it for two months. */
export const idleFunds: Rule = {
  id: 'B17',
  name: '资金滞留',
  version: '1.0',
  role: 'finding',
  severity: '橙',
  certainty: 'C',
  clauses: [statutes.penalty6, statutes.budgetLaw57],
  formula: '来源为上级的指标：首次支付日（没有支付的算到数据日期） − 发文日期 > 60 日',
  thresholds: [
    {
      key: 'days',
      label: '滞留天数',
      value: 60,
      unit: '日',
      origin: '内部默认',
      basis: '条例未定天数，按两个月掌握',
    },
    { key: 'floor', label: '起点金额', value: 10_000, unit: '元', origin: '内部默认', basis: '排除零星指标' },
  ],
  exceptions: ['据实结算', '发文日期缺失的不判断', '整单位支付对不上指标的只报数据质量'],
  innocentCauses: [
    '项目须先办理采购或招标',
    '上级文件要求分期支付',
    '发文日期登记为文件落款日',
    '支付登记在另一条指标上',
  ],
  requires: [
    { kind: 'budget_lines', fields: ['doc_date'] },
    { kind: 'payments', fields: ['bgt_id'] },
  ],
  scope: '来源为上级、有发文日期的指标',
  evaluate(dataset, thresholds) {
    const outcome = new OutcomeBuilder()
    const floor = limitOf(thresholds, 'floor') * 100
    const judged = dataset.lines.filter(
      (line) => line.issuedOn !== null && line.cents >= floor && fromAbove.test(line.source ?? ''),
    )
    if (judged.length === 0) outcome.limit('没有来源为上级且有发文日期的指标')
    for (const lines of groupBy(judged, ({ unit, year }) => unitYearKey(unit, year)).values())
      judgeUnit(outcome, dataset, lines, limitOf(thresholds, 'days'))
    return outcome.done(judged.length > 0)
  },
}

function isExcepted(line: BudgetLine): boolean {
  return (line.projectName ?? '').includes('据实')
}

function waited(line: BudgetLine, dataset: BudgetDataset): number {
  const end = line.firstPaidOn ?? dataset.lastDay
  return line.issuedOn === null || end === null ? 0 : end - line.issuedOn
}

function judgeUnit(
  outcome: OutcomeBuilder,
  dataset: BudgetDataset,
  lines: readonly BudgetLine[],
  days: number,
): void {
  const [first] = lines
  if (!first) return
  const place = { unit: first.unit, year: first.year, matter }
  const slow = lines.filter((line) => waited(line, dataset) > days)
  const late = slow.filter((line) => !isExcepted(line))
  if (late.length < slow.length)
    outcome.suppress({ ...place, reason: '据实结算', rows: slow.length - late.length })
  if (late.length === 0) {
    const longest = Math.max(0, ...lines.map((line) => waited(line, dataset)))
    outcome.spare({
      ...place,
      kind: 'below',
      measured: `${String(lines.length)} 条上级指标，等待首次支付最长 ${String(longest)} 日`,
      limit: `${String(days)} 日`,
      short: `${String(Math.max(0, days - longest))} 日`,
      nearness: Math.min(1, longest / days),
    })
    return
  }
  const cents = sumCents(late)
  const longest = Math.max(...late.map((line) => waited(line, dataset)))
  outcome.suspect({
    ...place,
    severity: late.some((line) => isDisasterRelief(null, line.projectName, line.functionCode)) ? '红' : '橙',
    cents,
    text: `${unitName(dataset, first.unit)} ${String(first.year)} 年有 ${String(late.length)} 条上级资金指标共 ${formatMoney(cents)} 下达后超过 ${String(days)} 日没有支付，最长 ${String(longest)} 日。`,
    formulaFilled: late
      .slice(0, 5)
      .map((line) => `${line.id}：${String(waited(line, dataset))} 日 > ${String(days)} 日`)
      .join('；'),
    rows: lineRows(
      late,
      (line) =>
        `发文 ${fromDay(line.issuedOn ?? 0)}，${line.firstPaidOn === null ? '尚未支付' : `首次支付 ${fromDay(line.firstPaidOn)}`}`,
    ),
  })
}
