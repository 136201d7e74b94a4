import { median, robustZ } from '../../stats/robust-scale.ts'
import { type BudgetDataset, type Payment, groupBy, unitName, unitYearKey } from '../dataset.ts'
import { paymentRows } from '../evidence.ts'
import { formatMoney } from '../money.ts'
import { OutcomeBuilder, type Rule, type ThresholdValues, limitOf } from '../rule.ts'
import { economicCodeOf } from '../seasonal-curve.ts'
import { statutes } from '../statutes.ts'

const items: Readonly<Record<string, string>> = { '30211': '差旅费', '30215': '会议费', '30216': '培训费' }
export const perHeadCodes: readonly string[] = Object.keys(items)
/** A kind of unit with fewer members is compared with all units. */
const leastPeers = 8

interface PerHead {
  readonly unit: string
  readonly year: number
  readonly code: string
  readonly cents: number
  readonly heads: number
  readonly perHead: number
  readonly kind: string
}

/** B21 会议/培训/差旅异常: spending per head far above the peers' and above the unit's own other years. */
export const meetingTravel: Rule = {
  id: 'B21',
  name: '会议、培训、差旅费异常',
  version: '1.0',
  role: 'finding',
  severity: '黄',
  certainty: 'P',
  clauses: [statutes.budgetLaw37],
  formula:
    '会议费（30215）、培训费（30216）、差旅费（30211）按编制人均：高于同类单位中位数 2.5 倍且稳健 z > 3.5，并高于本单位其他年度最高人均的 1.5 倍；合计 ≥ 50,000 元',
  thresholds: [
    { key: 'z', label: '稳健 z', value: 3.5, unit: '倍标准差', origin: '内部默认', basis: '常用离群界限' },
    {
      key: 'times',
      label: '同类中位数倍数',
      value: 2.5,
      unit: '倍',
      origin: '内部默认',
      basis: '排除同类差异很小时的误报',
    },
    {
      key: 'overHistory',
      label: '高于本单位其他年度',
      value: 1.5,
      unit: '倍',
      origin: '内部默认',
      basis: '排除职能使然的单位',
    },
    { key: 'floor', label: '合计起点', value: 50_000, unit: '元', origin: '内部默认', basis: '排除小额' },
  ],
  exceptions: [
    '没有编制人数的单位不判断',
    '没有其他年度可比的单位不判断',
    '同类单位不足 8 个时与全部单位比较',
  ],
  innocentCauses: [
    '承办全市性会议、培训',
    '当年抽调、借调人员多',
    '职能调整后外勤增加',
    '编制人数不等于实有人数',
  ],
  requires: [
    { kind: 'units', fields: ['head_count'] },
    { kind: 'payments', fields: ['dep_bgt_eco_code'] },
  ],
  scope: '会议费、培训费、差旅费支付',
  narrow: (thresholds) => [
    {
      query: 'heavy',
      params: { codes: [...perHeadCodes], times: Math.min(1.2, limitOf(thresholds, 'times')) },
    },
  ],
  evaluate(dataset, thresholds, payments) {
    const outcome = new OutcomeBuilder()
    const all = perHeadOf(dataset)
    const rows = groupBy(payments, (payment) => {
      const code = economicCodeOf(payment, dataset)?.slice(0, 5) ?? ''
      return `${unitYearKey(payment.unit, payment.year)}\u0000${code}`
    })
    const years = groupBy(all, ({ unit, code }) => `${unit}\u0000${code}`)
    for (const group of groupBy(all, ({ year, code }) => `${String(year)}\u0000${code}`).values()) {
      for (const item of group) {
        const same = group.filter(({ kind }) => kind === item.kind)
        const peers = same.length >= leastPeers ? same : group
        const others = (years.get(`${item.unit}\u0000${item.code}`) ?? []).filter(
          ({ year }) => year !== item.year,
        )
        const own = rows.get(`${unitYearKey(item.unit, item.year)}\u0000${item.code}`) ?? []
        judgeItem(outcome, dataset, { item, peers, others, payments: own }, thresholds)
      }
    }
    if (all.length === 0) outcome.limit('没有可按编制人数计算的会议、培训、差旅费')
    return outcome.done(all.length > 0)
  },
}

function perHeadOf(dataset: BudgetDataset): PerHead[] {
  return dataset.totals.codes.flatMap(({ unit, year, code, cents }) => {
    const registered = dataset.register.get(unit)
    const heads = registered?.heads ?? 0
    if (items[code] === undefined || heads <= 0 || cents <= 0) return []
    return [{ unit, year, code, cents, heads, perHead: cents / heads, kind: registered?.unitKind ?? '' }]
  })
}

interface Judged {
  readonly item: PerHead
  readonly peers: readonly PerHead[]
  readonly others: readonly PerHead[]
  readonly payments: readonly Payment[]
}

function judgeItem(
  outcome: OutcomeBuilder,
  dataset: BudgetDataset,
  { item, peers, others, payments }: Judged,
  thresholds: ThresholdValues,
): void {
  const { unit, year, code, cents, perHead } = item
  const name = items[code] ?? code
  const place = { unit, year, matter: code }
  const values = peers.map((peer) => peer.perHead)
  const middle = median(values)
  const z = robustZ(perHead, values)
  const highest = Math.max(0, ...others.map((other) => other.perHead))
  const times = limitOf(thresholds, 'times')
  const floor = limitOf(thresholds, 'floor') * 100
  const isFar = perHead > times * middle && z > limitOf(thresholds, 'z') && cents >= floor
  const money = (value: number): string => formatMoney(Math.round(value))
  if (!isFar) {
    const limit = Math.max(times * middle, floor / item.heads)
    outcome.spare({
      ...place,
      kind: 'below',
      measured: `${name}人均 ${money(perHead)}，同类中位数 ${money(middle)}，稳健 z ${z.toFixed(1)}`,
      limit: `${money(limit)}，且 z > ${String(limitOf(thresholds, 'z'))}`,
      short: perHead < limit ? money(limit - perHead) : `z 差 ${(limitOf(thresholds, 'z') - z).toFixed(1)}`,
      nearness: Math.min(1, perHead / limit),
    })
    return
  }
  if (highest === 0) {
    const measured = `${name}人均 ${money(perHead)} 高于同类，但没有本单位其他年度可比`
    outcome.spare({ ...place, kind: 'precondition', measured, limit: '', short: '', nearness: 1 })
    return
  }
  if (perHead <= highest * limitOf(thresholds, 'overHistory')) {
    outcome.suppress({
      ...place,
      reason: `本单位其他年度人均${name}已达 ${money(highest)}，属于常态`,
      rows: 1,
    })
    return
  }
  outcome.suspect({
    ...place,
    matterName: name,
    severity: '黄',
    cents: Math.round(cents - middle * item.heads),
    text: `${unitName(dataset, unit)} ${String(year)} 年${name}支付 ${formatMoney(cents)}，按编制 ${String(item.heads)} 人计人均 ${money(perHead)}，为 ${String(peers.length)} 个同类单位中位数 ${money(middle)} 的 ${(perHead / middle).toFixed(1)} 倍，本单位其他年度最高 ${money(highest)}。`,
    formulaFilled: `${money(perHead)} > ${money(middle)} × ${String(times)}；z = ${z.toFixed(1)} > ${String(limitOf(thresholds, 'z'))}；${money(perHead)} > ${money(highest)} × ${String(limitOf(thresholds, 'overHistory'))}`,
    rows: paymentRows(payments, (payment) => payment.use ?? name),
    evidence: others.map((other) => `${String(other.year)} 年人均 ${money(other.perHead)}`).sort(),
  })
}
