import { beforeAll, describe, expect, it } from 'vitest'
import type { BudgetMarts, BudgetRecords } from '../../../bench/budget/marts.ts'
import { type ProcurementRow, type StaffRow, type TransferRow } from '../../../analysis/budget/index.ts'
import { line, payment, rowsOf } from './rows.ts'
import { sharedMarts } from './shared-marts.ts'

let marts: BudgetMarts

beforeAll(async () => {
  marts = await sharedMarts()
}, 60_000)

const place = (key: string) => ({ record_key: key, source_file: '示例.csv', sheet: null, row_number: 2 })
const nothing = rowsOf([])

const unit: StaffRow = {
  agency_code: '101001',
  agency_name: '示例中心',
  unit_kind: '事业',
  parent_code: '101',
  head_count: 5,
}

/** The department's lines and those of the unit below it, issued on these days; approval is on 20 January. */
const replied = (department: string, below: string, source = '年初'): BudgetRecords => ({
  ...rowsOf(
    [payment('a')],
    [
      line('L1', { doc_date: department, source_type_code: source }),
      line('L2', {
        doc_date: below,
        agency_code: '101001',
        agency_name: '示例中心',
        source_type_code: source,
      }),
    ],
  ),
  staff: [{ ...unit, agency_code: '101', agency_name: '示例局', parent_code: null }, unit],
})

const transfer = (id: string, given: Partial<TransferRow>): TransferRow => ({
  ...place(id),
  doc_no: id,
  from_div: '990000000',
  to_div: '990101000',
  transfer_kind: '一般',
  amount: '100.00',
  received_at: null,
  issued_at: '2024-04-10',
  fiscal_year: 2024,
  ...given,
})

const advanced = (amount: string, given: Partial<TransferRow> = {}): BudgetRecords => ({
  ...nothing,
  transfers: [
    transfer('t1', {}),
    transfer('t2', { amount, issued_at: '2024-11-20', fiscal_year: 2025 }),
    transfer('t3', { amount: '40.00', issued_at: '2025-04-10', fiscal_year: 2025, ...given }),
  ],
})

/** 100,000 元 carried into 2024, `used` of it paid, and `again` carried into 2025. */
const carried = (used: string, again = '60000.00', source = '结转'): BudgetRecords =>
  rowsOf(
    [
      payment('a', { bgt_id: 'L0', fiscal_year: 2024, pay_date: '2024-06-12', amount: used }),
      payment('z', { bgt_id: 'L9', fiscal_year: 2024, pay_date: '2024-12-30' }),
      payment('y', { pay_date: '2025-03-10', bgt_id: 'L2' }),
    ],
    [
      line('L0', { fiscal_year: 2024, source_type_code: '结转' }),
      line('L9', { fiscal_year: 2024, pro_code: 'P9', amount: '900000.00' }),
      line('L1', { amount: again, source_type_code: source }),
      line('L2', { amount: '800000.00', pro_code: 'P9' }),
    ],
  )

const spentOn = (
  code: string,
  before: string,
  now: string,
  { last = '2025-12-30', lines = [] }: { last?: string; lines?: ReturnType<typeof line>[] } = {},
): BudgetRecords =>
  rowsOf(
    [
      payment('a', { fiscal_year: 2024, pay_date: '2024-05-10', dep_bgt_eco_code: code, amount: before }),
      payment('b', { fiscal_year: 2024, pay_date: '2024-12-30' }),
      payment('c', { pay_date: '2025-05-12', dep_bgt_eco_code: code, amount: now }),
      payment('d', { pay_date: last }),
    ],
    lines,
  )

/** Fewer receptions than the year before, until the second copies of its May are left out. */
const doubledBefore: BudgetRecords = rowsOf([
  ...['5000.00', '6000.00', '7000.00', '8000.00'].flatMap((amount) =>
    ['first', 'again'].map((load) =>
      payment(`${load} ${amount}`, {
        fiscal_year: 2024,
        pay_date: '2024-05-10',
        dep_bgt_eco_code: '30217',
        amount,
      }),
    ),
  ),
  payment('b', { fiscal_year: 2024, pay_date: '2024-12-30' }),
  payment('c', { pay_date: '2025-05-12', dep_bgt_eco_code: '30217', amount: '45000.00' }),
  payment('d', { pay_date: '2025-12-30' }),
])

const contract: ProcurementRow = {
  ...place('h'),
  contract_no: 'H1',
  agency_code: '101',
  agency_name: '示例局',
  pro_code: 'P1',
  item: '服务',
  method: '竞争性磋商',
  supplier: '云岭示例公司',
  supplier_size: null,
  bidders: 3,
  bid_deposit: null,
  performance_deposit: null,
  agreed_days: null,
  estimate: '100000.00',
  amount: '90000.00',
  supplement_amount: null,
  signed_at: '2025-01-10',
  published_at: '2025-01-11',
  accepted_at: null,
}

const bought = (given: Partial<ProcurementRow>): BudgetRecords => ({
  ...nothing,
  procurements: [{ ...contract, ...given }],
})

/** Ten units with six contracts each; the first unit buys `own` of its six from one supplier. */
const buying = (own: number): BudgetRecords => ({
  ...nothing,
  procurements: Array.from({ length: 60 }, (_, index) => {
    const [at, number] = [Math.floor(index / 6), index % 6]
    const supplier = at === 0 && number < own ? '云岭示例公司' : `示例${String((index * 7) % 41)}公司`
    const code = String(101 + at)
    return {
      ...contract,
      ...place(`h${String(index)}`),
      contract_no: `H${String(index)}`,
      agency_code: code,
      agency_name: `示例${code}局`,
      supplier,
    }
  }),
})

const cases: readonly (readonly [
  rule: string,
  what: string,
  rows: BudgetRecords,
  severities: readonly string[],
])[] = [
  ['B04', 'a department after 21 days', replied('2025-02-10', '2025-02-20'), ['红']],
  [
    'B04',
    'a department on the twentieth day, its unit fifteen days later',
    replied('2025-02-09', '2025-02-24'),
    [],
  ],
  ['B04', 'a unit sixteen days after its department', replied('2025-02-09', '2025-02-25'), ['红']],
  ['B04', 'money added later', replied('2025-06-10', '2025-06-20', '追加'), []],
  ['B07', 'half of the general transfers in advance', advanced('50.00'), ['黄']],
  ['B07', 'nine tenths in advance', advanced('90.00'), []],
  ['B15', 'half of it left and carried over again', carried('50000.00'), ['红']],
  ['B15', 'a twentieth left', carried('95000.00'), []],
  ['B15', 'half of it left and not carried over again', carried('50000.00', '60000.00', '年初'), []],
  ['B16', 'more than a fifth carried over', carried('95000.00', '210000.00'), ['黄']],
  ['B16', 'a fifth carried over', carried('95000.00', '200000.00'), []],
  ['B19', 'receptions half as much again', spentOn('30217', '40000.00', '60000.00'), ['橙']],
  [
    'B19',
    'receptions half as much again, within their budget',
    spentOn('30217', '40000.00', '60000.00', {
      lines: [line('L3', { dep_bgt_eco_code: '30217', amount: '500000.00' })],
    }),
    ['橙'],
  ],
  ['B19', 'receptions after a year that gave money back', spentOn('30217', '-5000.00', '6000.00'), ['橙']],
  ['B19', 'receptions after a year in which a month was loaded twice', doubledBefore, ['橙']],
  ['B19', 'receptions a tenth more', spentOn('30217', '200000.00', '220000.00'), []],
  ['B19', 'a few thousand more', spentOn('30231', '4000.00', '13000.00'), []],
  ['B19', 'a car', spentOn('31013', '1.00', '180000.00'), []],
  ['B32', 'a bid deposit of three per cent', bought({ bid_deposit: '3000.00' }), ['橙']],
  ['B32', 'a bid deposit of two per cent', bought({ bid_deposit: '2000.00' }), []],
  ['B32', 'a performance deposit over a tenth', bought({ performance_deposit: '9000.02' }), ['橙']],
  ['B32', 'a performance deposit of a tenth', bought({ performance_deposit: '9000.00' }), []],
  ['B34', 'one bidder', bought({ bidders: 1 }), ['黄']],
  ['B34', 'one bidder by sole source', bought({ bidders: 1, method: '单一来源采购' }), []],
  ['B34', 'nobody written down', bought({ bidders: 0 }), []],
  ['B34', 'five of six contracts to one supplier', buying(5), ['黄']],
  ['B34', 'three of six contracts to one supplier', buying(3), []],
]

const thresholds = { B03: { 'approvedOn.2025': 20_250_120 } }

describe('rules on replies, advance transfers, carry-overs, 三公 growth, deposits and bidders', () => {
  it.each(cases)('%s: %s', async (rule, what, rows, severities) => {
    const { findings, reasons } = await marts.check(rows, { today: '2026-01-01', only: [rule], thresholds })
    const own = findings.filter((finding) => finding.rule === rule)
    expect(own.map((finding) => finding.severity)).toEqual(severities)
    for (const finding of own) expect(finding.rows.length).toBeGreaterThan(0)
    const looksAt = !['money added later', 'a car', 'one bidder by sole source'].includes(what)
    if (severities.length === 0 && looksAt) expect(reasons.length).toBeGreaterThan(0)
  })

  it.each([
    ['B04', rowsOf([payment('a')], [line('L1')]), '没有设定 2025 年人代会批准预算日期'],
    ['B07', { ...nothing, transfers: [transfer('t', {})] }, '不足两个年度'],
    [
      'B07',
      {
        ...nothing,
        transfers: [transfer('t', {}), transfer('u', { fiscal_year: 2025, issued_at: '2025-02-10' })],
      },
      '没有 2025 年度提前下达的记录',
    ],
    ['B15', rowsOf([payment('a')], [line('L1')]), '没有标明结转'],
    ['B16', rowsOf([payment('a')], [line('L1', { source_type_code: '结转' })]), '没有 2024 年度的指标'],
    ['B19', spentOn('30217', '1.00', '2.00', { last: '2025-11-30' }), '未满 12 个月'],
    ['B32', bought({}), '投标或履约保证金'],
    ['B34', bought({ bidders: null }), '投标供应商数'],
  ] as const)('%s says which data is missing', async (rule, rows, words) => {
    const { notApplicable } = await marts.check(rows, { today: '2026-01-01', only: [rule] })
    expect(notApplicable.find((one) => one.rule === rule)?.why).toMatch(
      new RegExp(`^数据不足：.*${words}`, 'u'),
    )
  })
})
