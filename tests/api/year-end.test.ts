import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PaymentList, YearEnd } from '#contract'
import { loadRows, payment, type Row } from '#tests/loads.ts'
import { Harness } from './harness.ts'

const agency = { agency_code: '101', agency_name: '市示例局' }
let api: Harness

/** One payment a month, on its last days; `amounts` begins with January. */
function monthly(year: number, amounts: readonly number[], changes: Row = {}): Row[] {
  return amounts.map((amount, index) =>
    payment(`${String(year)}-${String(index + 1)}`, amount.toFixed(2), {
      ...agency,
      bgt_id: `L${String(year)}`,
      fiscal_year: String(year),
      pay_date: `${String(year)}-${String(index + 1).padStart(2, '0')}-26`,
      ...changes,
    }),
  )
}

function line(year: number): Row {
  return {
    bgt_id: `L${String(year)}`,
    fiscal_year: String(year),
    ...agency,
    dep_bgt_eco_code: '30201',
    amount: '1200.00',
  }
}

beforeAll(async () => {
  api = await Harness.startEmpty()
  const even = new Array<number>(12).fill(100)
  await loadRows(api.warehouse, {
    kind: 'budget_lines',
    fileName: '指标.csv',
    rows: [2023, 2024, 2025].map(line),
  })
  await loadRows(api.warehouse, {
    kind: 'payments',
    fileName: '支付.csv',
    rows: [...monthly(2023, even), ...monthly(2024, even), ...monthly(2025, new Array<number>(9).fill(50))],
  })
})

afterAll(() => api.stop())

test('says what December would have to pay, in which class, and whose past says so', async () => {
  const { body } = await api.get<YearEnd>('supervision', '/budget/year-end')
  expect(body).toMatchObject({ fiscalYear: 2025, month: 9, lastWholeMonth: 9, wholeYears: [2023, 2024] })
  // 1200 − 450 paid − 450 × 200 ÷ 900 to come until November; a December is a ninth of what September has reached.
  expect(body.items).toEqual([
    {
      agencyCode: '101',
      agencyName: '市示例局',
      spending: '公用',
      adjustedBudget: '1200.00',
      paid: '450.00',
      december: { low: '650.00', middle: '650.00', high: '650.00' },
      usual: { low: '50.00', middle: '50.00', high: '50.00' },
      share: 650 / 1200,
      pastShares: [
        { year: 2023, share: 1 / 12 },
        { year: 2024, share: 1 / 12 },
      ],
      basis: 'own',
      years: 2,
      isFarAboveUsual: true,
      actual: null,
    },
  ])
})

test('looks back from an earlier month, beside what December really paid', async () => {
  const { body } = await api.get<YearEnd>('leader', '/budget/year-end?year=2024&month=6')
  expect([body.month, body.lastWholeMonth, body.wholeYears]).toEqual([6, 12, [2023]])
  expect(body.items[0]).toMatchObject({ paid: '600.00', basis: 'none', december: null, actual: '100.00' })
  const december = await api.get<PaymentList>('leader', '/budget/payments?unit=101&year=2024&month=12')
  expect(december.body.totalAmount).toBe(body.items[0]?.actual)
})

test('says nothing of a year without budget or payments', async () => {
  const { body } = await api.get<YearEnd>('supervision', '/budget/year-end?year=2019')
  expect(body).toMatchObject({ month: null, items: [] })
})
