import { fromDay } from '#calendar'
import { type BudgetDataset, groupBy, unitName } from '../dataset.ts'
import { type Receivable } from '../ledgers.ts'
import { formatMoney } from '../money.ts'
import { numberBelow } from '../near.ts'
import { OutcomeBuilder, type Rule, type ThresholdValues, limitOf } from '../rule.ts'
import { statutes } from '../statutes.ts'

const aYear = 365

/** B40 往来挂账: receivables and advances that nobody has settled for more than a year, or three. */
export const oldReceivables: Rule = {
  id: 'B40',
  name: '往来挂账',
  version: '1.0',
  role: 'finding',
  severity: '橙',
  certainty: 'C',
  clauses: [statutes.rules83],
  formula:
    '应收、暂付款余额 > 0，截至日期 − 发生日期 > 1 年 黄，> 3 年 橙；按单位、科目合计，合计 ≥ 10,000 元',
  thresholds: [
    {
      key: 'yellow',
      label: '黄',
      value: 1,
      unit: '年',
      origin: '内部默认',
      basis: '法规要求年终清理核实，未定年限',
    },
    {
      key: 'orange',
      label: '橙',
      value: 3,
      unit: '年',
      origin: '内部默认',
      basis: '法规要求年终清理核实，未定年限',
    },
    { key: 'floor', label: '合计起点', value: 10_000, unit: '元', origin: '内部默认', basis: '排除零星款项' },
  ],
  exceptions: ['押金、保证金、备用金定额不计', '余额为负或为 0 的不计'],
  innocentCauses: ['诉讼或破产程序中', '上级要求保留的历史挂账', '收回后尚未入账'],
  requires: [{ kind: 'receivables', fields: [] }],
  scope: '有余额的应收、暂付款',
  evaluate(dataset, thresholds) {
    const outcome = new OutcomeBuilder()
    const open = dataset.receivables.filter(({ balance }) => balance > 0)
    const kept = open.filter(({ subject }) => !/押金|保证金|备用金/u.test(subject))
    for (const group of groupBy(kept, ({ unit, subject }) => `${unit}\u0000${subject}`).values())
      judge(outcome, dataset, group, thresholds)
    return outcome.done()
  },
}

function ageOf({ asOf, occurredOn }: Receivable): number {
  return (asOf - occurredOn) / aYear
}

function judge(
  outcome: OutcomeBuilder,
  dataset: BudgetDataset,
  group: readonly Receivable[],
  thresholds: ThresholdValues,
): void {
  const [first] = group
  if (!first) return
  const last = Math.max(...group.map(({ asOf }) => asOf))
  const place = { unit: first.unit, year: Number(fromDay(last).slice(0, 4)), matter: first.subject }
  const [yellow, orange] = [limitOf(thresholds, 'yellow'), limitOf(thresholds, 'orange')]
  const old = group.filter((one) => ageOf(one) > yellow)
  const cents = old.reduce((sum, { balance }) => sum + balance, 0)
  if (old.length === 0) {
    const oldest = Math.max(...group.map(ageOf))
    outcome.spare(numberBelow(place, `${first.subject}最长账龄`, Math.max(0, oldest), yellow, years))
    return
  }
  if (cents < limitOf(thresholds, 'floor') * 100) {
    outcome.suppress({ ...place, reason: `超期余额合计 ${formatMoney(cents)}，不到起点`, rows: old.length })
    return
  }
  const oldest = Math.max(...old.map(ageOf))
  const veryOld = old.filter((one) => ageOf(one) > orange)
  outcome.suspect({
    ...place,
    severity: veryOld.length > 0 ? '橙' : '黄',
    cents,
    text: `${unitName(dataset, first.unit)}的${first.subject}有 ${String(old.length)} 笔共 ${formatMoney(cents)} 挂账超过 ${years(yellow)}，其中超过 ${years(orange)}的 ${String(veryOld.length)} 笔，最长 ${years(oldest)}。`,
    formulaFilled: `最长账龄 ${years(oldest)} > ${years(veryOld.length > 0 ? orange : yellow)}`,
    rows: [...old]
      .sort((a, b) => a.occurredOn - b.occurredOn)
      .slice(0, 200)
      .map((one) => ({ place: one.place, cents: one.balance, note: `发生于 ${fromDay(one.occurredOn)}` })),
  })
}

function years(value: number): string {
  return `${value.toFixed(1).replace(/\.0$/u, '')} 年`
}
