import { type BudgetDataset, type Payment, groupBy, unitYearKey } from './dataset.ts'
import { sumCents } from './money.ts'
import { economicCodeOf } from './seasonal-curve.ts'
import { isReliefPayment } from './suppression.ts'
import { type Cell, paidOf } from './totals.ts'

/** The dataset without payments that are in the data twice: the second copies are taken off the sums. */
export function withoutCopies(dataset: BudgetDataset, copies: ReadonlySet<Payment>): BudgetDataset {
  if (copies.size === 0) return dataset
  const cellsByUnitYear = new Map(dataset.totals.cellsByUnitYear)
  for (const [key, own] of groupBy(copies, ({ unit, year }) => unitYearKey(unit, year)))
    cellsByUnitYear.set(key, lessCells(cellsByUnitYear.get(key) ?? [], own, dataset))
  const codeCopies = groupBy(copies, (payment) =>
    codeKey(payment, economicCodeOf(payment, dataset)?.slice(0, 5) ?? ''),
  )
  const codes = dataset.totals.codes.map((total) => less(total, codeCopies.get(codeKey(total, total.code))))
  const plainCopies = groupBy(
    [...copies].filter((payment) => isPlain(payment, dataset)),
    (payment) => unitYearKey(payment.unit, payment.year),
  )
  const early = dataset.totals.early.map((total) => {
    const own = plainCopies.get(unitYearKey(total.unit, total.year)) ?? []
    return { ...total, cents: total.cents - sumCents(own.filter(({ day }) => day < total.endsBefore)) }
  })
  const lineCopies = groupBy(copies, (payment) => payment.lineId)
  const lines = dataset.lines.map((line) => {
    const own = lineCopies.get(line.id)
    return own ? { ...line, paid: line.paid - sumCents(own), payments: line.payments - own.length } : line
  })
  return {
    ...dataset,
    lines,
    lineById: new Map(lines.map((line) => [line.id, line] as const).reverse()),
    linesByUnitYear: groupBy(lines, (line) => unitYearKey(line.unit, line.year)),
    paidByUnitYear: paidOf(cellsByUnitYear),
    totals: { ...dataset.totals, cellsByUnitYear, codes, early },
  }
}

/** The cells of a unit's year without its second copies. */
function lessCells(cells: readonly Cell[], copies: readonly Payment[], dataset: BudgetDataset): Cell[] {
  const ofCell = groupBy(copies, (payment) =>
    cellKey({
      paidIn: payment.date.slice(0, 7),
      currency: payment.currency,
      economicClass: economicCodeOf(payment, dataset)?.slice(0, 3) ?? null,
      isRelief: isReliefPayment(payment),
    }),
  )
  return cells.map((cell) => less(cell, ofCell.get(cellKey(cell))))
}

function cellKey(cell: Pick<Cell, 'paidIn' | 'currency' | 'economicClass' | 'isRelief'>): string {
  return [cell.paidIn, cell.currency, cell.economicClass, cell.isRelief].join('\u0000')
}

/** Counted in what a unit paid early in its budget year. */
function isPlain(payment: Payment, dataset: BudgetDataset): boolean {
  if (payment.currency !== 'CNY' || isReliefPayment(payment)) return false
  if (!payment.date.startsWith(String(payment.year))) return false
  return dataset.lineById.get(payment.lineId ?? '')?.source?.includes('结转') !== true
}

function codeKey({ unit, year }: { unit: string; year: number }, code: string): string {
  return `${unitYearKey(unit, year)}\u0000${code}`
}

function less<T extends { readonly cents: number; readonly payments: number }>(
  total: T,
  copies: readonly Payment[] | undefined,
): T {
  if (!copies) return total
  return { ...total, cents: total.cents - sumCents(copies), payments: total.payments - copies.length }
}
