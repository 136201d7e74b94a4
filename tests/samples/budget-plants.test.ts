import { describe, expect, it } from 'vitest'
import { isHolidayWeekday, isOfficeDay, partsOf } from '../../data-samples/generator/calendar.ts'
import { type BudgetLine, type Payment } from '../../data-samples/generator/budget/rows.ts'
import { buildWorld } from '../../data-samples/generator/world.ts'

// The formulas are written here again, from the rule table, over the generated rows alone.
const { budget } = buildWorld()
const lineById = new Map(budget.lines.map((line) => [line.bgtId, line]))
const limit = 50_000_000
const threePublic = ['30212', '30217', '30231', '31013']

interface Hit {
  agency: string
  year: number
}

function key({ agency, year }: Hit): string {
  return `${agency}-${year}`
}

function hitKeys(hits: readonly Hit[]): string[] {
  return [...new Set(hits.map(key))].sort()
}

function planted(rule: string): string[] {
  const found = budget.anomalies.filter((item) => item.rule === rule)
  return hitKeys(found.map(({ agencyCode, fiscalYear }) => ({ agency: agencyCode, year: fiscalYear })))
}

function groups<T>(rows: readonly T[], by: (row: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>()
  for (const row of rows) {
    const group = found.get(by(row))
    if (group) group.push(row)
    else found.set(by(row), [row])
  }
  return found
}

function sum(rows: readonly { amount: number }[]): number {
  return rows.reduce((total, { amount }) => total + amount, 0)
}

function adjusted(line: BudgetLine): number {
  const changes = budget.adjustments.filter(({ bgtId }) => bgtId === line.bgtId)
  return changes.reduce(
    (total, { added, reduced }) => total + added - reduced,
    line.amount + line.added - line.reduced,
  )
}

const unitYears = groups(budget.payments, ({ agencyCode, fiscalYear }) => `${agencyCode}-${fiscalYear}`)
const budgets = groups(budget.lines, ({ agencyCode, fiscalYear }) => `${agencyCode}-${fiscalYear}`)
const adjustedById = new Map(budget.lines.map((line) => [line.bgtId, adjusted(line)]))

function budgetOf(unitYear: string): number {
  return (budgets.get(unitYear) ?? []).reduce((total, { bgtId }) => total + (adjustedById.get(bgtId) ?? 0), 0)
}

describe('planted budget anomalies satisfy the rules, and nothing else does', () => {
  it('B01: payments without a budget line', () => {
    const hits = budget.payments.filter(({ bgtId, agencyCode, proCode, func }) => {
      const line = lineById.get(bgtId)
      return line?.agencyCode !== agencyCode || line.proCode !== proCode || line.func !== func
    })
    expect(hitKeys(hits.map(toHit))).toEqual(planted('B01'))
  })

  it('B02: a line paid beyond its adjusted amount', () => {
    const paid = groups(budget.payments, ({ bgtId }) => bgtId)
    const hits = budget.lines.filter(
      ({ bgtId }) => sum(paid.get(bgtId) ?? []) > (adjustedById.get(bgtId) ?? 0) + 1,
    )
    expect(hitKeys(hits.map(toHit))).toEqual(planted('B02'))
  })

  it('B12: behind an even pace by more than ten points, in any month from April', () => {
    const slow = new Set<string>()
    for (const [unitYear, payments] of unitYears) {
      const last = unitYear.endsWith('2026') ? 10 : 12
      for (let month = 4; month <= last; month += 1) {
        const paid = sum(payments.filter(({ day }) => partsOf(day).month <= month))
        if (paid / budgetOf(unitYear) - month / 12 < -0.1) slow.add(unitYear)
      }
    }
    for (const unitYear of planted('B14')) slow.delete(unitYear)
    expect([...slow].sort()).toEqual(planted('B12'))
    for (const unitYear of planted('B12')) {
      const last = unitYear.endsWith('2026') ? 10 : 12
      expect(sum(unitYears.get(unitYear) ?? []) / budgetOf(unitYear) - last / 12).toBeLessThan(-0.1)
    }
  })

  it('B12 holds line by line too for units that are in order', () => {
    const paid = groups(budget.payments, ({ bgtId }) => bgtId)
    const bent = new Set([...planted('B12'), ...planted('B14')])
    const slow = budget.lines.filter((line) => {
      const last = line.fiscalYear === 2026 ? 10 : 12
      const rate = sum(paid.get(line.bgtId) ?? []) / (adjustedById.get(line.bgtId) ?? 1)
      return !bent.has(key(toHit(line))) && rate - last / 12 < -0.1
    })
    expect(slow.map(({ bgtId }) => bgtId)).toEqual([])
  })

  it('B14: December above a quarter of the year or three times the mean month', () => {
    const hits: string[] = []
    for (const [unitYear, payments] of unitYears) {
      if (unitYear.endsWith('2026')) continue
      const december = sum(payments.filter(({ day }) => partsOf(day).month === 12))
      const rest = sum(payments) - december
      if (december > 0.25 * (rest + december) || december > (3 * rest) / 11) hits.push(unitYear)
    }
    expect(hits.sort()).toEqual(planted('B14'))
  })

  it('B18: an item of the three public expenses above its budget', () => {
    const hits: Hit[] = []
    for (const [unitYear, payments] of unitYears) {
      for (const eco of threePublic) {
        const lines = (budgets.get(unitYear) ?? []).filter((line) => line.eco === eco)
        const allowed = lines.reduce((total, { bgtId }) => total + (adjustedById.get(bgtId) ?? 0), 0)
        const spent = payments.filter((payment) => payment.eco === eco)
        if (sum(spent) > allowed) hits.push(...spent.slice(0, 1).map(toHit))
      }
    }
    expect(hitKeys(hits)).toEqual(planted('B18'))
  })

  it('B27: parts just under the limit within seven days', () => {
    const near = budget.payments.filter(
      ({ amount, func }) => amount >= 0.8 * limit && amount < limit && !func.startsWith('22407'),
    )
    for (const by of [(row: Payment) => row.payeeAccount, (row: Payment) => row.proCode]) {
      const hits = [...groups(near, (row) => `${row.agencyCode}-${by(row)}`).values()].filter((rows) =>
        rows.some((row) => rows.some((other) => other !== row && Math.abs(other.day - row.day) <= 7)),
      )
      expect(hitKeys(hits.flat().map(toHit))).toEqual(planted('B27'))
    }
  })

  it('B36: one matter paid twice within thirty days, unless it recurs or was given back', () => {
    const same = groups(budget.payments, (row) =>
      [row.agencyCode, row.payeeAccount, row.payeeName, Math.abs(row.amount), row.proCode].join('|'),
    )
    const hits = [...same.values()].filter((rows) => {
      if (rows.length < 2 || rows.length > 4 || rows.some(({ amount }) => amount < 0)) return false
      return rows.some((row) =>
        rows.some(
          (other) => other.certNo > row.certNo && other.day - row.day <= 30 && isSameMatter(row, other),
        ),
      )
    })
    const found = hits.flat().filter(({ func }) => !func.startsWith('22407'))
    expect(hitKeys(found.map(toHit))).toEqual(planted('B36'))
  })

  it('B38: vouchers of holidays; 调休 weekends are working days', () => {
    const closed = budget.payments.filter(({ day }) => !isOfficeDay(day))
    expect(closed.every(({ day }) => isHolidayWeekday(day))).toBe(true)
    expect(hitKeys(closed.map(toHit))).toEqual(planted('B38'))
    const weekends = budget.lookAlikes.filter(({ name }) => name === 'working-weekend')
    expect(weekends.flatMap(({ payments }) => payments).every(({ day }) => isOfficeDay(day))).toBe(true)
  })

  it('has two to four hits of each rule and look-alikes of each', () => {
    for (const rule of ['B01', 'B02', 'B12', 'B14', 'B18', 'B27', 'B36', 'B38'] as const) {
      expect(planted(rule).length).toBeGreaterThanOrEqual(3)
      if (rule !== 'B18')
        expect(budget.lookAlikes.some(({ mustNotRaise }) => mustNotRaise.includes(rule))).toBe(true)
    }
  })
})

function toHit({ agencyCode, fiscalYear }: { agencyCode: string; fiscalYear: number }): Hit {
  return { agency: agencyCode, year: fiscalYear }
}

function isSameMatter(left: Payment, right: Payment): boolean {
  if (left.invoiceNo !== '' && right.invoiceNo !== '') return left.invoiceNo === right.invoiceNo
  return left.use === right.use || (left.contractNo !== '' && left.contractNo === right.contractNo)
}
