import { type BudgetDataset, type Payment, groupBy, unitName, unitYearKey } from '../dataset.ts'
import { paymentRows } from '../evidence.ts'
import { formatMoney, formatShare } from '../money.ts'
import { moneyBelow } from '../near.ts'
import { yuan } from '../narrowing.ts'
import { OutcomeBuilder, type Rule, type ThresholdValues, limitOf } from '../rule.ts'
import { economicCodeOf, lastWholeMonth } from '../seasonal-curve.ts'
import { statutes } from '../statutes.ts'

const items: readonly { readonly code: string; readonly name: string }[] = [
  { code: '30212', name: '因公出国（境）费' },
  { code: '30217', name: '公务接待费' },
  { code: '30231', name: '公务用车运行维护费' },
]

/** B19 三公只增: one of the running 三公 items costs clearly more in a whole year than in the year before. */
export const threePublicGrowth: Rule = {
  id: 'B19',
  name: '三公经费不减反增',
  version: '1.1',
  role: 'finding',
  severity: '橙',
  certainty: 'P',
  clauses: [statutes.affairs12],
  formula:
    '分项（30212、30217、30231）：全年支付 > 上年全年支付 × 1.1，且增加 > 10,000 元；两个年度都须满 12 个月',
  thresholds: [
    {
      key: 'share',
      label: '比上年增加',
      value: 0.1,
      unit: '比例',
      origin: '内部默认',
      basis: '“只减不增”的要求待核实原文，排除零星波动',
    },
    { key: 'floor', label: '增加起点', value: 10_000, unit: '元', origin: '内部默认', basis: '排除零星波动' },
  ],
  exceptions: [
    '公务用车购置逐辆审批，不逐年比较；没有编制数据，不判断是否超编',
    '上年没有支付数据的单位不判断',
  ],
  innocentCauses: ['机构合并、职能划入', '上年活动推迟到本年', '经批准的出访团组'],
  requires: [{ kind: 'payments', fields: ['dep_bgt_eco_code'] }],
  scope: '满 12 个月的年度中的三公支付',
  narrow: (thresholds) => [
    {
      query: 'grown',
      params: {
        codes: items.map(({ code }) => code),
        share: limitOf(thresholds, 'share'),
        floor: yuan(limitOf(thresholds, 'floor')),
      },
    },
  ],
  evaluate(dataset, thresholds, payments) {
    const outcome = new OutcomeBuilder()
    const spent = spendingOf(dataset)
    const rows = groupBy(payments, (payment) => itemKey(payment, economicCodeOf(payment, dataset) ?? ''))
    let judged = 0
    for (const { unit, year } of dataset.paidByUnitYear.values()) {
      if (!canCompare(outcome, dataset, unit, year)) continue
      judged += 1
      for (const item of items) {
        const now = spent.get(itemKey({ unit, year }, item.code)) ?? 0
        const before = spent.get(itemKey({ unit, year: year - 1 }, item.code)) ?? 0
        const own = rows.get(itemKey({ unit, year }, item.code)) ?? []
        if (now > 0) judge(outcome, dataset, { unit, year, item, now, before, own }, thresholds)
      }
    }
    if (dataset.paymentYears.length < 2) outcome.limit('支付数据不足两个年度，无法与上年比较')
    return outcome.done(judged > 0)
  },
}

/** What each unit paid for each item in each year. */
function spendingOf(dataset: BudgetDataset): Map<string, number> {
  const paid = new Map<string, number>()
  for (const one of dataset.totals.codes) {
    const key = itemKey(one, one.code)
    paid.set(key, (paid.get(key) ?? 0) + one.cents)
  }
  return paid
}

/** Whether the unit has two whole years to compare; says why when it has not. */
function canCompare(outcome: OutcomeBuilder, dataset: BudgetDataset, unit: string, year: number): boolean {
  if (!dataset.paymentYears.includes(year - 1)) return false
  if (lastWholeMonth(dataset, year) < 12) {
    outcome.limit(`${String(year)} 年度未满 12 个月，不与上年比较`, year)
    return false
  }
  if (dataset.paidByUnitYear.has(unitYearKey(unit, year - 1))) return true
  const measured = `没有 ${String(year - 1)} 年的支付`
  const place = { unit, year, matter: '三公经费' }
  outcome.spare({ ...place, kind: 'precondition', measured, limit: '', short: '', nearness: 0 })
  return false
}

function itemKey({ unit, year }: { unit: string; year: number }, code: string): string {
  return `${unitYearKey(unit, year)}\u0000${code.slice(0, 5)}`
}

interface Judged {
  readonly unit: string
  readonly year: number
  readonly item: (typeof items)[number]
  readonly now: number
  readonly before: number
  readonly own: readonly Payment[]
}

function judge(
  outcome: OutcomeBuilder,
  dataset: BudgetDataset,
  { unit, year, item, now, before, own }: Judged,
  thresholds: ThresholdValues,
): void {
  const place = { unit, year, matter: item.code }
  const floor = limitOf(thresholds, 'floor') * 100
  const allowed = Math.max(Math.round(before * (1 + limitOf(thresholds, 'share'))), before + floor)
  if (now <= allowed) {
    outcome.spare(moneyBelow(place, `${item.name}支付`, now, allowed))
    return
  }
  const more = now - before
  const growth = before > 0 ? `，增加 ${formatShare(more / before)}` : '，上年没有支付'
  outcome.suspect({
    ...place,
    matterName: item.name,
    severity: '橙',
    cents: more,
    text: `${unitName(dataset, unit)} ${String(year)} 年${item.name}支付 ${formatMoney(now)}，上年 ${formatMoney(before)}${growth}。`,
    formulaFilled: `${formatMoney(now)} − ${formatMoney(before)} = ${formatMoney(more)} > ${formatMoney(allowed - before)}`,
    rows: paymentRows(own, (payment) => payment.use ?? item.name),
  })
}
