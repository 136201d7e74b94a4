import { beforeAll, describe, expect, it } from 'vitest'
import type { BudgetMarts, BudgetRecords, PaymentRecord } from '../../../bench/budget/marts.ts'
import { found, line, payment, rowsOf } from './rows.ts'
import { sharedMarts } from './shared-marts.ts'

interface Case {
  readonly name: string
  readonly rule: string
  readonly rows: BudgetRecords
  /** Cents of the findings expected; empty for a near miss. */
  readonly cents: readonly number[]
}

const many = (count: number, make: (index: number) => PaymentRecord): PaymentRecord[] =>
  Array.from({ length: count }, (_, index) => make(index))
const month = (index: number): string => `2025-${String(index + 1).padStart(2, '0')}`
/** Ordinary payments that keep the unit's other payments joined to the budget. */
const ordinary = many(6, (index) =>
  payment(`n${String(index)}`, { amount: `${String(310 + index * 7)}.00`, pay_date: `${month(index)}-11` }),
)
const yearly = (december: string): PaymentRecord[] =>
  many(12, (index) =>
    payment(`m${String(index)}`, {
      amount: index === 11 ? december : '1000.00',
      pay_date: `${month(index)}-26`,
    }),
  )

const cases: Case[] = [
  {
    name: 'line unknown',
    rule: 'B01',
    rows: rowsOf([...ordinary, payment('x', { bgt_id: 'L9', pro_code: 'P9' })], [line('L1')]),
    cents: [100_000],
  },
  {
    name: 'no line number',
    rule: 'B01',
    rows: rowsOf([...ordinary, payment('x', { bgt_id: null })], [line('L1')]),
    cents: [100_000],
  },
  {
    name: 'stray but given back',
    rule: 'B01',
    rows: rowsOf(
      [
        ...ordinary,
        payment('x', { bgt_id: 'L9' }),
        payment('y', { bgt_id: 'L9', amount: '-1000.00', pay_date: '2025-03-20' }),
      ],
      [line('L1')],
    ),
    cents: [],
  },
  {
    name: 'refund booked before the payment',
    rule: 'B01',
    rows: rowsOf(
      [
        ...ordinary,
        payment('x', { bgt_id: 'L9' }),
        payment('y', { bgt_id: 'L9', amount: '-1000.00', pay_date: '2025-03-02' }),
      ],
      [line('L1')],
    ),
    cents: [],
  },
  {
    name: 'one cent over the tolerance',
    rule: 'B02',
    rows: rowsOf([payment('x', { amount: '100000.02' })], [line('L1')]),
    cents: [2],
  },
  {
    name: 'exactly at the tolerance',
    rule: 'B02',
    rows: rowsOf([payment('x', { amount: '100000.01' })], [line('L1')]),
    cents: [],
  },
  {
    name: 'covered by an increase',
    rule: 'B02',
    rows: rowsOf([payment('x', { amount: '120000.00' })], [line('L1', { added_amount: '20000.00' })]),
    cents: [],
  },
  {
    name: 'reduced below what was paid',
    rule: 'B02',
    rows: rowsOf([payment('x', { amount: '90000.00' })], [line('L1', { reduced_amount: '20000.00' })]),
    cents: [1_000_000],
  },
  {
    name: 'refund brings it back',
    rule: 'B02',
    rows: rowsOf(
      [payment('x', { amount: '110000.00' }), payment('y', { amount: '-10000.00' })],
      [line('L1')],
    ),
    cents: [],
  },
  {
    name: 'half the pace in June',
    rule: 'B12',
    rows: rowsOf([payment('x', { amount: '20000.00', pay_date: '2025-06-27' })], [line('L1')]),
    cents: [3_000_000],
  },
  {
    name: 'nine points behind',
    rule: 'B12',
    rows: rowsOf([payment('x', { amount: '41000.00', pay_date: '2025-06-27' })], [line('L1')]),
    cents: [],
  },
  {
    name: 'before April',
    rule: 'B12',
    rows: rowsOf([payment('x', { amount: '10.00', pay_date: '2025-03-28' })], [line('L1')]),
    cents: [],
  },
  { name: 'December a third of the year', rule: 'B14', rows: rowsOf(yearly('5500.00')), cents: [450_000] },
  { name: 'December twice a month', rule: 'B14', rows: rowsOf(yearly('2000.00')), cents: [] },
  {
    name: 'December of relief money',
    rule: 'B14',
    rows: rowsOf([
      ...yearly('1000.00'),
      payment('r', { amount: '9000.00', pay_date: '2025-12-20', use_des: '救灾物资' }),
    ]),
    cents: [],
  },
  {
    name: 'reception above its item',
    rule: 'B18',
    rows: rowsOf(
      [payment('x', { dep_bgt_eco_code: '30217', amount: '600.00' })],
      [line('L1'), line('L2', { dep_bgt_eco_code: '30217', amount: '500.00' })],
    ),
    cents: [10_000],
  },
  {
    name: 'car bought without a budget item',
    rule: 'B18',
    rows: rowsOf([payment('x', { dep_bgt_eco_code: '31013' })], [line('L1')]),
    cents: [100_000],
  },
  {
    name: 'budget only by class',
    rule: 'B18',
    rows: rowsOf([payment('x', { dep_bgt_eco_code: '30217' })], [line('L1', { dep_bgt_eco_code: '302' })]),
    cents: [],
  },
  {
    name: 'two parts in a week',
    rule: 'B27',
    rows: rowsOf([
      payment('a', { amount: '480000.00' }),
      payment('b', { amount: '470000.00', pay_date: '2025-03-19' }),
    ]),
    cents: [95_000_000],
  },
  {
    name: 'eight days apart',
    rule: 'B27',
    rows: rowsOf([
      payment('a', { amount: '480000.00' }),
      payment('b', { amount: '470000.00', pay_date: '2025-03-20' }),
    ]),
    cents: [],
  },
  {
    name: 'at the limit itself',
    rule: 'B27',
    rows: rowsOf([payment('a', { amount: '500000.00' }), payment('b', { amount: '470000.00' })]),
    cents: [],
  },
  {
    name: 'below four fifths',
    rule: 'B27',
    rows: rowsOf([payment('a', { amount: '399999.99' }), payment('b', { amount: '470000.00' })]),
    cents: [],
  },
  {
    name: 'two receivers',
    rule: 'B27',
    rows: rowsOf([
      payment('a', { amount: '480000.00' }),
      payment('b', { amount: '470000.00', payee_acct_no: '62000002' }),
    ]),
    cents: [],
  },
  {
    name: 'disaster relief',
    rule: 'B27',
    rows: rowsOf([
      payment('a', { amount: '480000.00', use_des: '救灾款' }),
      payment('b', { amount: '470000.00', use_des: '救灾款' }),
    ]),
    cents: [],
  },
  {
    name: 'settled by use',
    rule: 'B27',
    rows: rowsOf([
      payment('a', { amount: '480000.00', use_des: '据实结算' }),
      payment('b', { amount: '470000.00', use_des: '据实结算' }),
    ]),
    cents: [],
  },
  {
    name: 'paid twice in nine days',
    rule: 'B36',
    rows: rowsOf([payment('a'), payment('b', { pay_date: '2025-03-21' })]),
    cents: [100_000],
  },
  {
    name: 'thirty-one days apart',
    rule: 'B36',
    rows: rowsOf([payment('a'), payment('b', { pay_date: '2025-04-12' })]),
    cents: [],
  },
  {
    name: 'one voucher in two rows',
    rule: 'B36',
    rows: rowsOf([payment('a'), payment('b', { pay_cert_no: 'a' })]),
    cents: [],
  },
  {
    name: 'two invoices',
    rule: 'B36',
    rows: rowsOf([payment('a', { invoice_no: '25990001' }), payment('b', { invoice_no: '25990002' })]),
    cents: [],
  },
  {
    name: 'one invoice',
    rule: 'B36',
    rows: rowsOf([payment('a', { invoice_no: '25990001' }), payment('b', { invoice_no: '25990001' })]),
    cents: [100_000],
  },
  {
    name: 'given back',
    rule: 'B36',
    rows: rowsOf([
      payment('a'),
      payment('b', { pay_date: '2025-03-18' }),
      payment('c', { amount: '-1000.00', pay_date: '2025-03-25' }),
    ]),
    cents: [],
  },
  {
    name: 'monthly rent',
    rule: 'B36',
    rows: rowsOf(many(12, (index) => payment(`r${String(index)}`, { pay_date: `${month(index)}-20` }))),
    cents: [],
  },
  {
    name: 'monthly rent, May paid twice',
    rule: 'B36',
    rows: rowsOf([
      ...many(12, (index) => payment(`r${String(index)}`, { pay_date: `${month(index)}-20` })),
      payment('x', { pay_date: '2025-05-26' }),
    ]),
    cents: [100_000],
  },
  {
    name: 'once a month, the day moved by long holidays',
    rule: 'B36',
    rows: rowsOf(
      ['01-15', '02-21', '03-14', '04-15', '05-17', '06-17', '07-12', '08-14', '09-13', '10-18'].map(
        (day, index) => payment(`s${String(index)}`, { pay_date: `2024-${day}`, fiscal_year: 2024 }),
      ),
    ),
    cents: [],
  },
  {
    name: 'another purpose',
    rule: 'B36',
    rows: rowsOf([payment('a'), payment('b', { use_des: '评估费' })]),
    cents: [],
  },
  {
    name: 'National Day',
    rule: 'B38',
    rows: rowsOf([payment('a', { pay_date: '2025-10-03' })]),
    cents: [100_000],
  },
  {
    name: 'a plain Saturday',
    rule: 'B38',
    rows: rowsOf([payment('a', { pay_date: '2025-06-14' })]),
    cents: [100_000],
  },
  {
    name: 'a Sunday worked by 调休',
    rule: 'B38',
    rows: rowsOf([payment('a', { pay_date: '2025-09-28' })]),
    cents: [],
  },
  {
    name: 'a year the calendar does not know',
    rule: 'B38',
    rows: rowsOf([payment('a', { pay_date: '2035-10-01', fiscal_year: 2035 })]),
    cents: [],
  },
  {
    name: 'foreign money',
    rule: 'B38',
    rows: rowsOf([payment('a', { pay_date: '2025-10-03', currency: 'USD' })]),
    cents: [],
  },
]

let marts: BudgetMarts

beforeAll(async () => {
  marts = await sharedMarts()
}, 60_000)

describe('budget rules: hits and near misses', () => {
  it.each(cases)('$rule: $name', async ({ rule, rows, cents }) => {
    expect((await found(marts, rows, rule)).map((finding) => finding.cents)).toEqual(cents)
  })
})
