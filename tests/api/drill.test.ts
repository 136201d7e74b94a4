import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BudgetExecution, Payment, PaymentList, UnitBudget } from '#contract'
import { loadRows, payment, type Row } from '#tests/loads.ts'
import { Harness } from './harness.ts'

const agencies = Array.from({ length: 6 }, (_, index) => ({
  agency_code: String(101 + index),
  agency_name: `市示例${String(101 + index)}局`,
}))
const years = [2024, 2025]

/** Payments as they come: refunds, nils, odd cents, lines of nobody, months at random. */
const anyPayment = fc.record({
  agency: fc.constantFrom(...agencies),
  year: fc.constantFrom(...years),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
  cents: fc.oneof(fc.integer({ min: -900_000, max: 90_000_000 }), fc.constant(0), fc.constant(1)),
  line: fc.constantFrom(1, 2, 3, null),
})
const anyLine = fc.integer({ min: 0, max: 9_000_000_000 })

const two = (value: number): string => String(value).padStart(2, '0')
const lineId = (code: string, year: number, line: number): string =>
  `L${code}-${String(year)}-${String(line)}`
const cents = (money: string | null): number => Math.round(Number(money ?? 0) * 100)
const sum = (amounts: Iterable<string | null>): number =>
  [...amounts].reduce((total, one) => total + cents(one), 0)

let api: Harness

beforeAll(async () => {
  api = await Harness.startEmpty()
  const amounts = fc.sample(anyLine, { numRuns: agencies.length * years.length * 3, seed: 7 })
  await loadRows(api.warehouse, {
    kind: 'budget_lines',
    fileName: '指标.csv',
    rows: agencies.flatMap((agency) =>
      years.flatMap((year) =>
        [1, 2, 3].map((line): Row => ({
          bgt_id: lineId(agency.agency_code, year, line),
          fiscal_year: String(year),
          ...agency,
          amount: ((amounts.pop() ?? 0) / 100).toFixed(2),
        })),
      ),
    ),
  })
  await loadRows(api.warehouse, {
    kind: 'payments',
    fileName: '支付.csv',
    rows: fc.sample(anyPayment, { numRuns: 1_500, seed: 11 }).map((one, index) =>
      payment(`Z${String(index)}`, (one.cents / 100).toFixed(2), {
        ...one.agency,
        bgt_id: one.line === null ? null : lineId(one.agency.agency_code, one.year, one.line),
        fiscal_year: String(one.year),
        pay_date: `${String(one.year)}-${two(one.month)}-${two(one.day)}`,
      }),
    ),
  })
})

afterAll(() => api.stop())

async function get<Answer>(path: string): Promise<Answer> {
  return (await api.get<Answer>('supervision', path)).body
}

/** Every voucher row behind a filter, page by page, with the total the list states. */
async function vouchers(filter: string): Promise<{ rows: Payment[]; stated: number }> {
  const rows: Payment[] = []
  let cursor: string | null = null
  for (;;) {
    const next = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`
    const page: PaymentList = await get(`/budget/payments?${filter}&limit=100${next}`)
    rows.push(...page.items)
    if (page.nextCursor === null) return { rows, stated: cents(page.totalAmount) }
    cursor = page.nextCursor
  }
}

describe.each(years)('from the headline of %i to the voucher in three clicks', (year) => {
  it('each level sums exactly to the one above', async () => {
    const headline = await get<BudgetExecution>(`/budget/execution?year=${String(year)}`)
    expect(sum(headline.items.map(({ paid }) => paid))).toBe(cents(headline.total?.paid ?? null))
    expect(sum(headline.items.map(({ adjustedBudget }) => adjustedBudget))).toBe(
      cents(headline.total?.adjustedBudget ?? null),
    )
    for (const unit of headline.items) {
      const opened = await get<UnitBudget>(`/budget/units/${unit.agencyCode}?year=${String(year)}`)
      expect(sum(opened.months.map(({ paid }) => paid))).toBe(cents(unit.paid))
      expect(sum(opened.lines.map(({ adjusted }) => adjusted))).toBe(cents(unit.adjustedBudget))
      for (const month of opened.months) {
        const filter = `unit=${unit.agencyCode}&year=${String(year)}&month=${String(month.month)}`
        const { rows, stated } = await vouchers(filter)
        expect([sum(rows.map(({ amount }) => amount)), stated, rows.length]).toEqual([
          cents(month.paid),
          cents(month.paid),
          month.payments,
        ])
        for (const { source } of rows) expect(source.row).toBeGreaterThan(1)
      }
    }
  }, 60_000)

  it('each budget line opens into the vouchers that were paid on it', async () => {
    const [agency] = agencies
    const { lines } = await get<UnitBudget>(`/budget/units/${agency?.agency_code ?? ''}?year=${String(year)}`)
    expect(lines).toHaveLength(3)
    for (const line of lines) {
      const { rows, stated } = await vouchers(`line=${line.bgtId}`)
      expect([sum(rows.map(({ amount }) => amount)), stated]).toEqual([cents(line.paid), cents(line.paid)])
    }
  })
})
