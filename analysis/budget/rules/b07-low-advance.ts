import { fromDay, toDay } from '#calendar'
import { type BudgetDataset, type Transfer, groupBy, unitName } from '../dataset.ts'
import { formatMoney, formatShare, sumCents } from '../money.ts'
import { OutcomeBuilder, type Rule, limitOf } from '../rule.ts'
import { statutes } from '../statutes.ts'
import { isDisasterRelief } from '../suppression.ts'

interface TransferClass {
  readonly key: 'general' | 'special'
  readonly name: string
  readonly pattern: RegExp
}

const classes: readonly TransferClass[] = [
  { key: 'general', name: '一般性', pattern: /一般/u },
  { key: 'special', name: '专项', pattern: /专项/u },
]

/** B07 提前下达比例低: of next year's transfers too little was issued before that year began. */
export const lowAdvance: Rule = {
  id: 'B07',
  name: '提前下达比例低',
  version: '1.0',
  role: 'finding',
  severity: '黄',
  certainty: 'C',
  clauses: [statutes.rules48],
  formula:
    '年度开始前已下达的下一年度转移支付 ÷ 本年度转移支付合计：一般性 < 90%，专项 < 70%（以本年度已下达数代替预计执行数）',
  thresholds: [
    {
      key: 'general',
      label: '一般性提前下达比例',
      value: 0.9,
      unit: '比例',
      origin: '法定',
      basis: '预算法实施条例第四十八条',
    },
    {
      key: 'special',
      label: '专项提前下达比例',
      value: 0.7,
      unit: '比例',
      origin: '法定',
      basis: '预算法实施条例第四十八条',
    },
  ],
  exceptions: ['据实结算、救灾的转移支付不计', '下达地区没有任何提前下达记录的年度不判断'],
  innocentCauses: ['提前下达在另一系统登记', '一次性项目本年有、下年无', '上级资金未提前下达'],
  requires: [{ kind: 'transfers', fields: ['issued_at'] }],
  scope: '下一年度开始前下达的转移支付',
  evaluate(dataset, thresholds) {
    const outcome = new OutcomeBuilder()
    const kept = dataset.transfers.filter((item) => !isExcepted(item))
    const years = [...new Set(kept.map(({ year }) => year))].sort((a, b) => a - b)
    let judged = 0
    for (const year of years) {
      if (!years.includes(year - 1)) continue
      const coming = kept.filter((item) => item.year === year)
      if (!coming.some(isAdvance)) {
        outcome.limit(`没有 ${String(year)} 年度提前下达的记录（下达日都在 ${String(year)} 年）`, year)
        continue
      }
      judged += 1
      const base = kept.filter((item) => item.year === year - 1)
      for (const unit of new Set(base.map((item) => item.unit)))
        for (const one of classes) {
          const of = (item: Transfer): boolean => item.unit === unit && one.pattern.test(item.transferKind)
          const advance = coming.filter((item) => of(item) && isAdvance(item))
          judge(
            outcome,
            dataset,
            { unit, year, one, base: base.filter(of), advance },
            limitOf(thresholds, one.key),
          )
        }
    }
    if (years.length < 2) outcome.limit('转移支付不足两个年度，无法比较提前下达比例')
    return outcome.done(judged > 0)
  },
}

function isExcepted(item: Transfer): boolean {
  return isDisasterRelief(item.transferKind, item.document, null) || item.transferKind.includes('据实')
}

function isAdvance(item: Transfer): boolean {
  return item.issuedOn !== null && item.issuedOn < (toDay(`${String(item.year)}-01-01`) ?? 0)
}

interface Judged {
  readonly unit: string
  readonly year: number
  readonly one: TransferClass
  readonly base: readonly Transfer[]
  readonly advance: readonly Transfer[]
}

function judge(
  outcome: OutcomeBuilder,
  dataset: BudgetDataset,
  { unit, year, one, base, advance }: Judged,
  limit: number,
): void {
  const whole = sumCents(base)
  if (whole <= 0) return
  const early = sumCents(advance)
  const share = early / whole
  const place = { unit, year, matter: `${one.name}转移支付提前下达` }
  const measured = `${one.name}转移支付提前下达 ${formatShare(share)}`
  if (share >= limit) {
    const nearness = Math.max(0, 1 - (share - limit) / limit)
    const short = `高出 ${((share - limit) * 100).toFixed(1)} 个百分点`
    outcome.spare({
      ...place,
      kind: 'below',
      measured,
      limit: `不低于 ${formatShare(limit)}`,
      short,
      nearness,
    })
    return
  }
  outcome.suspect({
    ...place,
    severity: '黄',
    cents: Math.round(whole * limit) - early,
    text: `${unitName(dataset, unit)}在 ${String(year)} 年开始前提前下达${one.name}转移支付 ${formatMoney(early)}，占 ${String(year - 1)} 年度 ${formatMoney(whole)} 的 ${formatShare(share)}，低于 ${formatShare(limit)}。`,
    formulaFilled: `${formatMoney(early)} ÷ ${formatMoney(whole)} = ${formatShare(share)} < ${formatShare(limit)}`,
    rows: rowsOf(advance, base),
    evidence: [
      `提前下达 ${String(advance.length)} 笔，涉及 ${String(groupBy(advance, ({ to }) => to).size)} 个接收地区`,
    ],
  })
}

function rowsOf(advance: readonly Transfer[], base: readonly Transfer[]) {
  const note = (item: Transfer): string =>
    `${String(item.year)} 年度，${item.issuedOn === null ? '尚未下达' : `下达 ${fromDay(item.issuedOn)}`}`
  return [...advance, ...[...base].sort((a, b) => b.cents - a.cents)]
    .slice(0, 200)
    .map((item) => ({ place: item.place, cents: item.cents, note: note(item) }))
}
