import { fromDay } from '#calendar'
import { type BudgetDataset, type Procurement, groupBy, unitName, unitYearKey } from '../dataset.ts'
import { formatMoney, formatShare, sumCents } from '../money.ts'
import { numberBelow } from '../near.ts'
import { OutcomeBuilder, type Rule, type ThresholdValues, limitOf } from '../rule.ts'

const competitive = /招标|谈判|磋商|询价|竞价/u
/** Fewer peers give no quartiles worth the name. */
const fewestPeers = 8

/** B34 供应商集中/单一投标: one bidder where several should compete, or one supplier with far more than elsewhere. */
export const singleBidder: Rule = {
  id: 'B34',
  name: '供应商集中或单一投标',
  version: '1.0',
  role: 'finding',
  severity: '黄',
  certainty: 'P',
  clauses: [],
  formula:
    '竞争性采购方式（招标、谈判、磋商、询价）而投标供应商只有 1 家；或单位全年合同 ≥ 5 份，第一大供应商中标 ≥ 3 份、金额占比 > 70% 且 > 各单位占比的 Q3 + 1.5 × 四分位距',
  thresholds: [
    {
      key: 'bidders',
      label: '投标供应商数',
      value: 1,
      unit: '家',
      origin: '内部默认',
      basis: '公开合同红旗指标',
    },
    {
      key: 'contracts',
      label: '判断集中度的最少合同数',
      value: 5,
      unit: '份',
      origin: '内部默认',
      basis: '份数少时占比没有意义',
    },
    {
      key: 'won',
      label: '第一大供应商的最少合同数',
      value: 3,
      unit: '份',
      origin: '内部默认',
      basis: '一份大合同不算集中',
    },
    {
      key: 'share',
      label: '第一大供应商占比',
      value: 0.7,
      unit: '比例',
      origin: '内部默认',
      basis: '合同不多的单位常有半数以上归一家',
    },
  ],
  exceptions: ['单一来源采购', '没有投标供应商数的合同', '可比单位不足 8 个的年度不判断集中度'],
  innocentCauses: ['投标数登记的是实质响应数', '框架协议下的续签', '专业领域供应商少'],
  requires: [{ kind: 'procurements', fields: ['method', 'bidders'] }],
  scope: '竞争性方式的采购合同',
  evaluate(dataset, thresholds) {
    const outcome = new OutcomeBuilder()
    const most = limitOf(thresholds, 'bidders')
    for (const item of dataset.procurements) {
      if (item.bidders === null || !isCompetitive(item)) continue
      const year = yearOf(item)
      const place = { unit: item.unit, year, matter: item.contract }
      // A bid nobody made is a row filled in wrongly, not a purchase without rivals.
      if (item.bidders < 1 || item.bidders > most) {
        const nearness = item.bidders < 1 ? 0 : most / item.bidders
        const measured = `合同 ${item.contract} 有 ${String(item.bidders)} 家投标`
        const limit = `不多于 ${String(most)} 家`
        outcome.spare({ ...place, kind: 'below', measured, limit, short: '投标家数较多', nearness })
        continue
      }
      outcome.suspect({
        ...place,
        matterName: item.item,
        severity: '黄',
        cents: item.cents,
        text: `${unitName(dataset, item.unit)}的合同 ${item.contract}（${item.item ?? '未填品目'}，${item.method ?? ''}）金额 ${formatMoney(item.cents)}，投标供应商只有 ${String(item.bidders)} 家。`,
        formulaFilled: `${item.method ?? ''}，投标供应商 ${String(item.bidders)} 家 ≤ ${String(most)} 家`,
        rows: [{ place: item.place, cents: item.cents, note: item.supplier ?? '未填供应商' }],
      })
    }
    for (const year of new Set(dataset.procurements.map(yearOf)))
      judgeConcentration(outcome, dataset, year, thresholds)
    return outcome.done()
  },
}

function isCompetitive({ method }: Procurement): boolean {
  return competitive.test(method ?? '') && !(method ?? '').includes('单一来源')
}

function yearOf(item: Procurement): number {
  return item.signedOn === null ? 0 : Number(fromDay(item.signedOn).slice(0, 4))
}

interface Concentration {
  readonly unit: string
  readonly supplier: string
  readonly own: readonly Procurement[]
  readonly all: readonly Procurement[]
  readonly share: number
}

function concentrationsOf(dataset: BudgetDataset, year: number, fewest: number): Concentration[] {
  const named = dataset.procurements.filter((item) => yearOf(item) === year && item.supplier !== null)
  return [...groupBy(named, (item) => unitYearKey(item.unit, year)).values()].flatMap((all) => {
    const whole = sumCents(all)
    if (all.length < fewest || whole <= 0) return []
    const [top] = [...groupBy(all, (item) => item.supplier)].sort(
      ([left, a], [right, b]) => sumCents(b) - sumCents(a) || (left < right ? -1 : 1),
    )
    if (!top) return []
    const [supplier, own] = top
    return [{ unit: all[0]?.unit ?? '', supplier, own, all, share: sumCents(own) / whole }]
  })
}

/** Q3 + 1.5 × the interquartile range, quartiles by the nearest rank. */
function fence(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (part: number): number => sorted[Math.ceil(part * sorted.length) - 1] ?? 0
  return at(0.75) + 1.5 * (at(0.75) - at(0.25))
}

function judgeConcentration(
  outcome: OutcomeBuilder,
  dataset: BudgetDataset,
  year: number,
  thresholds: ThresholdValues,
): void {
  const peers = concentrationsOf(dataset, year, limitOf(thresholds, 'contracts'))
  if (peers.length < fewestPeers) return
  const limit = Math.max(fence(peers.map(({ share }) => share)), limitOf(thresholds, 'share'))
  for (const { unit, supplier, own, all, share } of peers) {
    const place = { unit, year, matter: '供应商集中' }
    // One large contract is a large contract, not a preference.
    if (share <= limit || own.length < limitOf(thresholds, 'won')) {
      outcome.spare(numberBelow(place, '第一大供应商占比', share, limit, formatShare))
      continue
    }
    const cents = sumCents(own)
    outcome.suspect({
      ...place,
      severity: '黄',
      cents,
      text: `${unitName(dataset, unit)} ${String(year)} 年 ${String(all.length)} 份采购合同中，${supplier} 一家占金额的 ${formatShare(share)}（${formatMoney(cents)}），明显高于其他单位。`,
      formulaFilled: `${formatMoney(cents)} ÷ ${formatMoney(sumCents(all))} = ${formatShare(share)} > ${formatShare(limit)}`,
      rows: own
        .slice(0, 200)
        .map((item) => ({ place: item.place, cents: item.cents, note: item.item ?? '' })),
    })
  }
}
