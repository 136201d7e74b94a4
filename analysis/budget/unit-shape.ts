import { type BudgetDataset, groupBy, unitYearKey } from './dataset.ts'
import { sumCents as sumOf } from './money.ts'
import { type SpendingClass, spendingClassOf } from './seasonal-curve.ts'
import { type Cell } from './totals.ts'

/** How a unit's year of spending is shaped, as numbers that do not grow with its size. */
export interface UnitShape {
  readonly unit: string
  readonly year: number
  readonly cents: number
  readonly features: readonly number[]
}

/** What each feature is called, and how its value reads. */
export const shapeFeatures: readonly { readonly name: string; readonly write: (value: number) => string }[] =
  [
    { name: '12 月占全年', write: share },
    { name: '第一季度占全年', write: share },
    { name: '最多一个月占全年', write: share },
    { name: '商品和服务支出占比', write: share },
    { name: '对个人补助占比', write: share },
    { name: '资本性支出占比', write: share },
    { name: '平均单笔', write: (value) => `${Math.round(10 ** value).toLocaleString('en-US')} 元` },
    { name: '对不上指标的占比', write: share },
    { name: '支付占预算', write: share },
  ]

/** Fewer payments make any shares. */
const fewestPayments = 24

/** The shapes of all units with enough payments in 元, in the order of year and unit. */
export function unitShapes(dataset: BudgetDataset): UnitShape[] {
  const loose = new Map(
    dataset.totals.loose.map((one) => [unitYearKey(one.unit, one.year), one.cents] as const),
  )
  return [...dataset.totals.cellsByUnitYear]
    .flatMap(([key, cells]) => {
      const own = cells.filter(({ currency }) => currency === 'CNY')
      const shape = shapeOf(own, loose.get(key) ?? 0, budgetOf(dataset, key))
      return shape ? [shape] : []
    })
    .sort((a, b) => a.year - b.year || (a.unit < b.unit ? -1 : 1))
}

function budgetOf(dataset: BudgetDataset, key: string): number {
  return (dataset.linesByUnitYear.get(key) ?? []).reduce((sum, { cents }) => sum + cents, 0)
}

function shapeOf(cells: readonly Cell[], loose: number, budget: number): UnitShape | null {
  const [first] = cells
  const cents = sumOf(cells)
  const payments = cells.reduce((sum, cell) => sum + cell.payments, 0)
  if (!first || cents <= 0 || payments < fewestPayments) return null
  const part = (has: (cell: Cell) => boolean): number => sumOf(cells.filter(has)) / cents
  const spent = (spending: SpendingClass): number =>
    part(({ economicClass }) => spendingClassOf(economicClass) === spending)
  const months = [...groupBy(cells, ({ month }) => month).values()].map(sumOf)
  const features = [
    part(({ month }) => month === 12),
    part(({ month }) => month <= 3),
    Math.max(...months) / cents,
    spent('公用'),
    spent('对个人和家庭'),
    spent('资本性'),
    Math.log10(Math.max(1, cents / 100 / payments)),
    loose / cents,
    budget > 0 ? Math.min(3, cents / budget) : 1,
  ]
  return { unit: first.unit, year: first.year, cents, features }
}

function share(value: number): string {
  return `${(value * 100).toFixed(1)}%`
}
