import { bunchingAt } from '../../stats/bunching.ts'
import { type BudgetDataset, type Payment, groupBy, unitName } from '../dataset.ts'
import { paymentRows } from '../evidence.ts'
import { formatMoney, sumCents } from '../money.ts'
import { limitsByCurrency, yuan } from '../narrowing.ts'
import { OutcomeBuilder, type Rule, type ThresholdValues, limitOf } from '../rule.ts'

const allUnits = '全部单位'

/** B28 临界金额聚集: amounts crowd just under a limit, in one unit or across all of them. */
export const bunching: Rule = {
  id: 'B28',
  name: '临界金额聚集',
  version: '1.0',
  role: 'finding',
  severity: '黄',
  certainty: 'I',
  clauses: [],
  formula: '[0.96 T, T] 的笔数 ÷ (T, 1.04 T] 的笔数 ≥ 5，且前者 ≥ 30 笔；同一收款人同一金额只计一次',
  thresholds: [
    {
      key: 'limit',
      label: '限额 T（人民币）',
      value: 500_000,
      unit: '元',
      origin: '内部默认',
      basis: '按本地单笔审批或采购限额设定',
    },
    { key: 'ratio', label: '上下笔数比', value: 5, unit: '倍', origin: '内部默认', basis: '统计规律' },
    { key: 'least', label: '限额以下最少笔数', value: 30, unit: '笔', origin: '内部默认', basis: '统计规律' },
  ],
  exceptions: ['同一收款人同一金额的重复支付只计一次'],
  innocentCauses: ['定价标准恰好低于限额', '合同单价统一'],
  requires: [{ kind: 'payments', fields: [] }],
  scope: '贴近限额的支付',
  narrow: (thresholds) =>
    limitsByCurrency(thresholds, 'limit').map(({ currency, value }) => ({
      query: 'amounts',
      params: { currency, floor: yuan(0.96 * value), ceiling: yuan(1.04 * value) },
    })),
  evaluate(dataset, thresholds, payments) {
    const outcome = new OutcomeBuilder()
    let judged = 0
    for (const currency of new Set(dataset.totals.days.map((day) => day.currency))) {
      const limit = currency === 'CNY' ? limitOf(thresholds, 'limit') : thresholds[`limit.${currency}`]
      if (limit === undefined) {
        outcome.limit(`${currency} 数据没有设定限额（阈值 limit.${currency}）`)
        continue
      }
      judged += 1
      const own = payments.filter((payment) => payment.currency === currency)
      judgeCurrency(outcome, dataset, own, Math.round(limit * 100), thresholds)
    }
    return outcome.done(judged > 0)
  },
}

function judgeCurrency(
  outcome: OutcomeBuilder,
  dataset: BudgetDataset,
  payments: readonly Payment[],
  limit: number,
  thresholds: ThresholdValues,
): void {
  const near = distinct(payments.filter(({ cents }) => cents >= 0.96 * limit && cents <= 1.04 * limit))
  const byUnit = [...groupBy(near, (payment) => payment.unit)]
  const units = byUnit.filter(([, group]) => isBunched(group, limit, thresholds))
  for (const [unit, group] of units) suspect(outcome, unitName(dataset, unit), unit, group, limit)
  for (const [unit, group] of byUnit) spareUnit(outcome, unit, group, limit, thresholds)
  if (units.length === 0 && isBunched(near, limit, thresholds)) {
    suspect(outcome, `${allUnits}（${String(byUnit.length)} 个）`, allUnits, near, limit)
  }
}

function spareUnit(
  outcome: OutcomeBuilder,
  unit: string,
  group: readonly Payment[],
  limit: number,
  thresholds: ThresholdValues,
): void {
  if (isBunched(group, limit, thresholds)) return
  const { below, ratio } = bunchingAt(
    group.map(({ cents }) => cents),
    limit,
  )
  const least = limitOf(thresholds, 'least')
  const wanted = limitOf(thresholds, 'ratio')
  outcome.spare({
    unit,
    year: group.reduce((latest, { year }) => Math.max(latest, year), 0),
    matter: '临界金额',
    kind: 'below',
    measured: `限额以下 4% 内 ${String(below)} 笔，上下比值 ${ratio.toFixed(1)}`,
    limit: `${String(least)} 笔且比值 ${String(wanted)}`,
    short: below < least ? `${String(least - below)} 笔` : `比值差 ${(wanted - ratio).toFixed(1)}`,
    nearness: Math.min(1, below / least, ratio / wanted),
  })
}

/** One payment of each receiver, amount and day, so that instalments of one price do not pile up. */
function distinct(payments: readonly Payment[]): Payment[] {
  return [
    ...groupBy(payments, ({ unit, payee, cents, day }) => [unit, payee, cents, day].join('\u0000')).values(),
  ].flatMap(([first]) => (first ? [first] : []))
}

function isBunched(payments: readonly Payment[], limit: number, thresholds: ThresholdValues): boolean {
  const { below, ratio } = bunchingAt(
    payments.map(({ cents }) => cents),
    limit,
  )
  return below >= limitOf(thresholds, 'least') && ratio >= limitOf(thresholds, 'ratio')
}

function suspect(
  outcome: OutcomeBuilder,
  name: string,
  unit: string,
  near: readonly Payment[],
  limit: number,
): void {
  const { below, above, ratio } = bunchingAt(
    near.map(({ cents }) => cents),
    limit,
  )
  const rows = near.filter(({ cents }) => cents <= limit)
  const [first] = rows
  if (!first) return
  const money = formatMoney(limit, first.currency)
  outcome.suspect({
    unit,
    year: rows.reduce((latest, { year }) => Math.max(latest, year), first.year),
    matter: `限额 ${money}`,
    severity: '黄',
    cents: sumCents(rows),
    currency: first.currency,
    text: `${name}在限额 ${money} 以下 4% 的范围内有 ${String(below)} 笔支付，以上 4% 的范围内只有 ${String(above)} 笔，比值 ${ratio.toFixed(1)}。`,
    formulaFilled: `${String(below)} ÷ ${String(Math.max(1, above))} = ${ratio.toFixed(1)} ≥ 5，${String(below)} ≥ 30`,
    rows: paymentRows(rows, (payment) => payment.date),
  })
}
