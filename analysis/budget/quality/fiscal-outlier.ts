import { median } from '../../stats/robust-scale.ts'
import { type BudgetDataset, groupBy, unitName, unitYearKey } from '../dataset.ts'
import { type Debt, classRows, generalAccount, latestOf, wholeOf } from '../fiscal.ts'
import { type Cents } from '../money.ts'
import { type EvidenceRow } from '../rule.ts'
import { type Block, type QualityCheck, type QualityIssue, blockAll } from './issue.ts'

/** A government's figures grow by parts of themselves; by twenty times from one year to the next only in a typing error. */
const factor = 20
/** Fewer governments of a year tell nothing about a ratio. */
const fewestPeers = 5

interface Point {
  readonly unit: string
  readonly year: number
  /** 元: a wrong figure may be more than 分 can count exactly. */
  readonly yuan: number
  /** A figure of the same government and year to which this one is held, where it has no other years. */
  readonly scale: number | null
  readonly rows: readonly EvidenceRow[]
}

interface Series {
  readonly name: string
  readonly blocks: readonly Block[]
  readonly points: readonly Point[]
}

/** Q06: a figure of a whole government that is twenty times, or a twentieth of, its other years or its peers. */
export const findFiscalOutliers: QualityCheck = {
  id: 'Q06',
  name: '数量级离群',
  formula:
    '一个地区的生产总值、综合财力、债务余额、限额、一般公共预算收支 ÷ 该地区各年度中位数（只有两年的为另一年，并问各地区） ≥ 20 或 ≤ 1/20；没有其他年度的，与债务限额（余额、支出）之比同各地区中位数相差 20 倍以上',
  innocentCauses: ['金额单位填错（元、万元、亿元）', '填进了别的列的数', '区划合并或拆分'],
  find(dataset) {
    return seriesOf(dataset).flatMap((series) => outliersOf(dataset, series))
  },
}

/** Governments and years whose gross product is in doubt, by unitYearKey. */
export function doubtfulProducts(dataset: BudgetDataset): ReadonlySet<string> {
  return new Set(
    outliersOf(dataset, ofProducts(governmentYears(dataset))).map(({ unit, year }) =>
      unitYearKey(unit, year),
    ),
  )
}

function seriesOf(dataset: BudgetDataset): Series[] {
  const debts = governmentYears(dataset)
  return [
    ofProducts(debts),
    ofDebts(debts, '综合财力', blockAll('B43'), {
      pick: ({ capacity }) => inYuan(capacity),
      scale: limitOf,
      isShared: true,
    }),
    ofDebts(debts, '债务余额', blockAll('B41', 'B43'), { pick: balanceOf, scale: limitOf, isShared: false }),
    ofDebts(debts, '债务限额', blockAll('B41'), { pick: limitOf, scale: balanceOf, isShared: false }),
    ofItems(dataset, 'expenditures', '一般公共预算支出', blockAll('B08', 'B10', 'B42')),
    ofItems(dataset, 'revenues', '一般公共预算收入', blockAll('B11')),
  ]
}

interface DebtFigure {
  readonly pick: (debt: Debt) => number | null
  /** What the figure is held to where the government's other years do not tell. */
  readonly scale: (debt: Debt) => number | null
  /** The figure is the government's and repeated on each kind of debt. */
  readonly isShared: boolean
}

type GovernmentYears = readonly (readonly Debt[])[]

/** The debts of each government and year. */
function governmentYears({ debts }: BudgetDataset): GovernmentYears {
  return [...groupBy(debts, (debt) => unitYearKey(debt.unit, debt.year)).values()]
}

function ofProducts(debts: GovernmentYears): Series {
  return ofDebts(debts, '地区生产总值', [], {
    pick: ({ product }) => product,
    scale: limitOf,
    isShared: true,
  })
}

function ofDebts(debts: GovernmentYears, name: string, blocks: readonly Block[], figure: DebtFigure): Series {
  return { name, blocks, points: debts.flatMap((group) => debtPoint(group, name, figure)) }
}

function limitOf({ limit }: Debt): number | null {
  return inYuan(limit)
}

function balanceOf({ balance }: Debt): number | null {
  return inYuan(balance)
}

function debtPoint(group: readonly Debt[], name: string, { pick, scale, isShared }: DebtFigure): Point[] {
  const given = group.flatMap((debt) => {
    const yuan = pick(debt)
    return yuan === null || yuan <= 0 ? [] : [{ debt, yuan }]
  })
  const [first] = given
  if (!first) return []
  const { unit, year } = first.debt
  const held = group.reduce((sum, debt) => sum + (scale(debt) ?? 0), 0)
  const yuan = isShared
    ? Math.max(...given.map((one) => one.yuan))
    : given.reduce((sum, one) => sum + one.yuan, 0)
  const rows = given.map((one) => ({
    place: one.debt.place,
    cents: safeCents(one.yuan),
    note: `${name} ${yuanText(one.yuan)}`,
  }))
  return [{ unit, year, yuan, scale: held > 0 ? held : null, rows }]
}

function inYuan(cents: Cents | null): number | null {
  return cents === null ? null : cents / 100
}

/** 0 for what 分 cannot count exactly; the words have the figure. */
function safeCents(yuan: number): Cents {
  const cents = Math.round(yuan * 100)
  return Number.isSafeInteger(cents) ? cents : 0
}

function yuanText(yuan: number): string {
  return `${String(Math.round(yuan)).replace(/\B(?=(\d{3})+(?!\d))/gu, ',')} 元`
}

function ofItems(
  dataset: BudgetDataset,
  kind: 'revenues' | 'expenditures',
  name: string,
  blocks: readonly Block[],
): Series {
  const general = (of: 'revenues' | 'expenditures') =>
    groupBy(
      dataset[of].filter(({ account }) => account === generalAccount),
      (item) => unitYearKey(item.unit, item.year),
    )
  const others = general(kind === 'revenues' ? 'expenditures' : 'revenues')
  const points = [...general(kind)].flatMap(([key, group]) => {
    const rows = classRows(group)
    const [first] = rows
    const cents = wholeOf(rows, latestOf)
    if (!first || cents === null) return []
    const { unit, year } = first
    const evidence = rows
      .slice(0, 20)
      .map((item) => ({ place: item.place, cents: latestOf(item) ?? 0, note: `${item.code} ${item.name}` }))
    const scale = inYuan(wholeOf(classRows(others.get(key) ?? []), latestOf))
    return [{ unit, year, yuan: cents / 100, scale, rows: evidence }]
  })
  return { name, blocks, points }
}

function outliersOf(dataset: BudgetDataset, { name, blocks, points }: Series): QualityIssue[] {
  const byUnit = groupBy(points, ({ unit }) => unit)
  const ratios = points.flatMap(({ yuan, scale }) => (scale === null ? [] : [yuan / scale]))
  return points.flatMap((point) => {
    const years = byUnit.get(point.unit) ?? []
    const others = years.filter(({ year }) => year !== point.year)
    const usual = ownUsual(years, others) ?? usualOf(point, ratios)
    if (usual === null || usual <= 0) return []
    const times = point.yuan / usual
    if (!isFar(times)) return []
    // Of two years one is wrong and nothing tells which but the peers.
    if (others.length === 1 && !isFarFromPeers(point, ratios)) return []
    const { unit, year, yuan, rows } = point
    const against = others.length > 0 ? '其他年度' : '按各地区比例推算'
    return [
      {
        unit,
        year,
        cents: safeCents(yuan),
        text: `${unitName(dataset, unit)} ${String(year)} 年${name} ${yuanText(yuan)}，${against}为 ${yuanText(usual)}，相差 ${timesText(times)}，疑填错单位或列。请核对来源；核对前不据此判断。`,
        formulaFilled: `${yuanText(yuan)} ÷ ${yuanText(usual)} = ${times.toPrecision(3)}`,
        rows,
        blocks,
      },
    ]
  })
}

/** Of three years and more the middle one, of two the other; null for a single year. */
function ownUsual(years: readonly Point[], others: readonly Point[]): number | null {
  if (others.length === 0) return null
  return median((others.length > 1 ? years : others).map(({ yuan }) => yuan))
}

/** What the figure would be at the ratio that is usual among the governments; null where that is not known. */
function usualOf({ scale }: Point, ratios: readonly number[]): number | null {
  return scale === null || ratios.length < fewestPeers ? null : median(ratios) * scale
}

/** Without peers to ask, both of two years that differ so much are in doubt. */
function isFarFromPeers(point: Point, ratios: readonly number[]): boolean {
  const usual = usualOf(point, ratios)
  return usual === null || isFar(point.yuan / usual)
}

function isFar(times: number): boolean {
  return times >= factor || times <= 1 / factor
}

function timesText(times: number): string {
  return times >= 1 ? `${times.toFixed(0)} 倍` : `${(1 / times).toFixed(0)} 分之一`
}
