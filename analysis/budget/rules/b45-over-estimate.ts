import { fromDay } from '#calendar'
import { type BudgetDataset, groupBy, unitName } from '../dataset.ts'
import { lineRows } from '../evidence.ts'
import { type Investment } from '../ledgers.ts'
import { formatMoney, formatShare } from '../money.ts'
import { moneyBelow, numberBelow } from '../near.ts'
import { OutcomeBuilder, type Rule, limitOf } from '../rule.ts'
import { statutes } from '../statutes.ts'

/** B45 超概算: more was paid on an investment project than its approved estimate, or that estimate exceeds the study's by a tenth. */
export const overEstimate: Rule = {
  id: 'B45',
  name: '超概算',
  version: '1.0',
  role: 'finding',
  severity: '橙',
  certainty: 'C',
  clauses: [statutes.investment12, statutes.investment23],
  formula:
    '累计支付 − 核定概算（有调整概算的取调整概算）> 0；或批准概算 ÷ 投资估算 − 1 > 10%。累计支付取登记数与该项目各年指标支付合计的较大者',
  thresholds: [
    {
      key: 'share',
      label: '概算超估算',
      value: 0.1,
      unit: '比例',
      origin: '法定',
      basis: '政府投资条例第十二条',
    },
  ],
  exceptions: ['没有批准概算的项目不判断'],
  innocentCauses: [
    '概算调整已核定但未登记',
    '累计支付含征地拆迁等概算外费用',
    '概算超估算已重新报批可行性研究报告',
  ],
  requires: [{ kind: 'investments', fields: ['approved_estimate'] }],
  scope: '有批准概算的政府投资项目',
  evaluate(dataset, thresholds) {
    const outcome = new OutcomeBuilder()
    const lines = groupBy(dataset.lines, (line) => line.project)
    const judged = dataset.investments.filter((item) => item.approved !== null && item.approved > 0)
    for (const item of judged) {
      judgePaid(outcome, dataset, item, lines.get(item.project) ?? [])
      judgeEstimate(outcome, dataset, item, limitOf(thresholds, 'share'))
    }
    return outcome.done(judged.length > 0)
  },
}

function placeOf(item: Investment, dataset: BudgetDataset) {
  const day = item.asOf ?? dataset.lastDay
  return { unit: item.unit, year: day === null ? 0 : Number(fromDay(day).slice(0, 4)), matter: item.project }
}

function judgePaid(
  outcome: OutcomeBuilder,
  dataset: BudgetDataset,
  item: Investment,
  lines: BudgetDataset['lines'],
): void {
  const place = placeOf(item, dataset)
  const limit = item.adjusted ?? item.approved ?? 0
  const through = lines.reduce((sum, line) => sum + line.paid, 0)
  const paid = Math.max(item.paid ?? 0, through)
  const name = item.name ?? item.project
  if (paid <= limit) {
    outcome.spare(moneyBelow(place, `项目 ${name} 累计支付`, paid, limit))
    return
  }
  outcome.suspect({
    ...place,
    matterName: item.name,
    severity: '橙',
    cents: paid - limit,
    text: `${unitName(dataset, item.unit)}的政府投资项目“${name}”累计支付 ${formatMoney(paid)}，核定概算 ${formatMoney(limit)}，超出 ${formatMoney(paid - limit)}。`,
    formulaFilled: `${formatMoney(paid)} − ${formatMoney(limit)} = ${formatMoney(paid - limit)} > 0`,
    rows: [
      { place: item.place, cents: limit, note: '核定概算' },
      ...lineRows(through > (item.paid ?? 0) ? lines : [], (line) => `已付 ${formatMoney(line.paid)}`),
    ],
  })
}

function judgeEstimate(
  outcome: OutcomeBuilder,
  dataset: BudgetDataset,
  item: Investment,
  limit: number,
): void {
  const { estimate, approved } = item
  if (estimate === null || estimate <= 0 || approved === null) return
  const place = placeOf(item, dataset)
  const name = item.name ?? item.project
  const share = (approved - estimate) / estimate
  if (approved <= estimate + Math.floor(estimate * limit)) {
    outcome.spare(numberBelow(place, `项目 ${name} 概算超估算`, Math.max(0, share), limit, formatShare))
    return
  }
  outcome.suspect({
    ...place,
    matter: `${place.matter}概算`,
    severity: '橙',
    cents: approved - estimate,
    text: `${unitName(dataset, item.unit)}的政府投资项目“${name}”批准概算 ${formatMoney(approved)}，比投资估算 ${formatMoney(estimate)} 高 ${formatShare(share)}，应核对是否重新报送可行性研究报告。`,
    formulaFilled: `${formatMoney(approved)} ÷ ${formatMoney(estimate)} − 1 = ${formatShare(share)} > ${formatShare(limit)}`,
    rows: [{ place: item.place, cents: approved, note: `批准概算，投资估算 ${formatMoney(estimate)}` }],
  })
}
