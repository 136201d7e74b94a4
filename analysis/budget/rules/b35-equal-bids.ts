import { fromDay } from '#calendar'
import { type BudgetDataset, groupBy, unitName } from '../dataset.ts'
import { formatMoney, formatShare } from '../money.ts'
import { numberBelow } from '../near.ts'
import {
  OutcomeBuilder,
  type Rule,
  type Severity,
  type Suspicion,
  type ThresholdValues,
  limitOf,
} from '../rule.ts'
import { statutes } from '../statutes.ts'
import { type Bid } from '../tenders.ts'

/** One price by decree, by a frame contract, or from one supplier: offers are equal because they must be. */
const fixedPrice = /单一来源|框架协议|定点|政府定价|固定价|固定单价/u

/** B35 同价、异常接近报价: offers of one tender that are equal, evenly spaced or too near each other, or bidders that share what each should have of its own. */
export const equalBids: Rule = {
  id: 'B35',
  name: '同价或异常接近报价',
  version: '1.0',
  role: 'finding',
  severity: '橙',
  certainty: 'P',
  clauses: [statutes.procurementLaw25],
  formula:
    '同一采购包件内不同供应商：有效报价完全相同；或 4 家以上（步长不是整千元时 3 家以上）报价等差；或法定代表人、授权代表、联系电话、保证金转出账户、投标文件标识有两家相同；或最接近的两个有效报价之差 ÷ 较低者 ≤ 0.5%，且（取对数后）≤ 各包件的 Q1 − 1.5 × 四分位距（黄）',
  thresholds: [
    {
      key: 'gap',
      label: '接近报价的上限',
      value: 0.005,
      unit: '比例',
      origin: '内部默认',
      basis: '统计离群之外还要相差极小',
    },
    {
      key: 'peers',
      label: '判断接近程度的最少包件数',
      value: 30,
      unit: '个',
      origin: '内部默认',
      basis: '包件少时四分位数没有意义',
    },
  ],
  exceptions: [
    '单一来源、框架协议、定点采购、政府定价',
    '无效投标的报价',
    '同一供应商的多轮报价只取最后一轮',
    '全部按最高限价报价',
  ],
  innocentCauses: ['各家按同一份指导价报价', '供应商共用代办人员或代理商电话', '充分竞争的标准化货物'],
  requires: [{ kind: 'bids', fields: [] }],
  scope: '有两家以上供应商投标的采购包件',
  evaluate(dataset, thresholds) {
    const outcome = new OutcomeBuilder()
    const tenders = tendersOf(dataset)
    const fence = fenceOf(tenders, limitOf(thresholds, 'peers'))
    if (fence === null && tenders.length > 0)
      outcome.limit(
        `有两家以上不同报价的采购包件不足 ${String(limitOf(thresholds, 'peers'))} 个，没有判断报价是否异常接近`,
      )
    for (const tender of tenders) judge(outcome, dataset, tender, { thresholds, fence })
    return outcome.done()
  },
}

interface Tender {
  readonly unit: string
  readonly year: number
  readonly matter: string
  readonly all: readonly Bid[]
  /** Valid offers, the lowest first. */
  readonly valid: readonly Bid[]
  readonly nearest: Pair | null
}

interface Pair {
  readonly low: Bid
  readonly high: Bid
  /** (high − low) ÷ low. */
  readonly gap: number
}

function tendersOf({ bids }: BudgetDataset): Tender[] {
  return [...groupBy(bids, ({ procurement, pack }) => `${procurement}\u0000${pack}`).values()].flatMap(
    (all) => {
      const [first] = all
      if (!first || all.length < 2) return []
      const valid = all.filter((bid) => bid.isValid && bid.cents > 0)
      const sorted = [...valid].sort((a, b) => a.cents - b.cents || (a.supplier < b.supplier ? -1 : 1))
      const { unit, procurement, pack } = first
      const days = all.flatMap(({ openedOn }) => openedOn ?? [])
      const year = days.length === 0 ? 0 : Number(fromDay(Math.max(...days)).slice(0, 4))
      const matter = pack === '' ? procurement : `${procurement} 包 ${pack}`
      return [{ unit, year, matter, all, valid: sorted, nearest: nearestOf(sorted) }]
    },
  )
}

/** The two neighbouring offers that differ least, equal ones left out. */
function nearestOf(sorted: readonly Bid[]): Pair | null {
  let nearest: Pair | null = null
  for (const [index, high] of sorted.entries()) {
    const low = sorted[index - 1]
    if (!low || low.cents === high.cents) continue
    const gap = (high.cents - low.cents) / low.cents
    if (nearest === null || gap < nearest.gap) nearest = { low, high, gap }
  }
  return nearest
}

/** Q1 − 1.5 × the interquartile range of the logarithms of the gaps, as a gap; null when there are too few. */
function fenceOf(tenders: readonly Tender[], peers: number): number | null {
  const logs = tenders
    .flatMap(({ nearest }) => (nearest ? [Math.log(nearest.gap)] : []))
    .sort((a, b) => a - b)
  if (logs.length < peers) return null
  const at = (part: number): number => logs[Math.ceil(part * logs.length) - 1] ?? 0
  return Math.exp(at(0.25) - 1.5 * (at(0.75) - at(0.25)))
}

interface Signs {
  readonly strong: readonly string[]
  readonly weak: readonly string[]
}

const noSigns: Signs = { strong: [], weak: [] }

function judge(
  outcome: OutcomeBuilder,
  dataset: BudgetDataset,
  tender: Tender,
  known: { readonly thresholds: ThresholdValues; readonly fence: number | null },
): void {
  const { unit, year, matter, all, valid } = tender
  const exception = exceptionOf(tender)
  const prices = exception === null ? priceSigns(tender, known) : noSigns
  const strong = [...prices.strong, ...sharedDetails(all)]
  const sentences = [...strong, ...prices.weak]
  if (sentences.length > 0) {
    outcome.suspect(suspicionOf(dataset, tender, sentences, strong.length > 0 ? '橙' : '黄'))
    return
  }
  if (exception !== null) outcome.suppress({ unit, year, matter, reason: exception, rows: valid.length })
  else if (tender.nearest) spareNearest(outcome, tender, tender.nearest, known.thresholds)
}

function suspicionOf(
  dataset: BudgetDataset,
  { unit, year, matter, all, valid }: Tender,
  sentences: readonly string[],
  severity: Severity,
): Suspicion {
  const winner = all.find(({ isWinner }) => isWinner) ?? valid[0]
  const cents = winner?.cents ?? 0
  const item = all[0]?.item ?? '未填内容'
  return {
    unit,
    year,
    matter,
    severity,
    cents,
    text: `${unitName(dataset, unit)}的采购 ${matter}（${item}，${String(all.length)} 家投标，成交或最低报价 ${formatMoney(cents)}）：${sentences.join('；')}。`,
    formulaFilled: sentences.join('；'),
    rows: all.slice(0, 200).map((bid) => ({
      place: bid.place,
      cents: bid.cents,
      note: `${bid.supplier}${bid.isWinner ? '（中标）' : ''}${bid.isValid ? '' : '（无效）'}`,
    })),
  }
}

/** Why equal or near offers say nothing here; null when they do. */
function exceptionOf({ all, valid }: Tender): string | null {
  const what = all.map(({ item, method }) => `${item ?? ''}${method ?? ''}`).join()
  if (fixedPrice.test(what)) return '单一来源、框架协议、定点采购或政府定价，报价相同是应有之义'
  const isAtCeiling = valid.length > 1 && valid.every(({ cents, ceiling }) => cents === ceiling)
  return isAtCeiling ? '全部按最高限价报价，多为固定价格采购' : null
}

function priceSigns(
  { valid, nearest }: Tender,
  { thresholds, fence }: { readonly thresholds: ThresholdValues; readonly fence: number | null },
): Signs {
  const equal = [...groupBy(valid, ({ cents }) => cents)].flatMap(([cents, group]) =>
    group.length < 2 ? [] : [`${names(group)}报价同为 ${formatMoney(cents)}`],
  )
  const step = stepOf(valid)
  const even = step === null ? [] : [`${String(valid.length)} 家有效报价依次相差 ${formatMoney(step)}`]
  const limit = Math.min(limitOf(thresholds, 'gap'), fence ?? 0)
  const isNear = nearest !== null && nearest.gap <= limit
  const near = isNear
    ? [
        `${names([nearest.low, nearest.high])}报价只差 ${formatMoney(nearest.high.cents - nearest.low.cents)}（${permille(nearest.gap)} ≤ ${permille(limit)}）`,
      ]
    : []
  return { strong: [...equal, ...even], weak: near }
}

/** The one step between all neighbouring offers, when there are enough of them not to be a round number's chance. */
function stepOf(valid: readonly Bid[]): number | null {
  const [first, second] = valid
  if (!first || !second || valid.length < 3) return null
  const step = second.cents - first.cents
  const isEven = valid.every((bid, index) => bid.cents === first.cents + index * step)
  if (!isEven || step <= 0) return null
  return valid.length > 3 || step % 100_000 !== 0 ? step : null
}

/** What two or more bidders have in common and should not. */
function sharedDetails(all: readonly Bid[]): string[] {
  const kinds = [...new Set(all.flatMap(({ details }) => [...details.keys()]))].sort()
  return kinds
    .filter((kind) => kind !== '统一社会信用代码')
    .flatMap((kind) =>
      [...groupBy(all, ({ details }) => details.get(kind) ?? null).values()]
        .filter((group) => group.length > 1)
        .map((group) => `${names(group)}的${kind}相同`),
    )
}

function names(bids: readonly Bid[]): string {
  return bids
    .map(({ supplier }) => supplier)
    .sort()
    .join('、')
}

function spareNearest(outcome: OutcomeBuilder, tender: Tender, { gap }: Pair, thresholds: ThresholdValues) {
  const { unit, year, matter } = tender
  const limit = limitOf(thresholds, 'gap')
  // Nearer is smaller here: the comparison is turned round.
  const spared = numberBelow({ unit, year, matter }, '最接近的两个报价相差', gap, limit, formatShare)
  outcome.spare({ ...spared, short: formatShare(gap - limit), nearness: Math.min(1, limit / gap) })
}

function permille(value: number): string {
  return `${(value * 1000).toFixed(3)}‰`
}
