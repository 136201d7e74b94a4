import { beforeAll, describe, expect, it } from 'vitest'
import type { BudgetMarts, BudgetRecords } from '../../../bench/budget/marts.ts'
import { type InvestmentRow, type ReceivableRow } from '../../../analysis/budget/index.ts'
import { line, payment, rowsOf } from './rows.ts'
import { sharedMarts } from './shared-marts.ts'

let marts: BudgetMarts

beforeAll(async () => {
  marts = await sharedMarts()
}, 60_000)

const place = (key: string) => ({ record_key: key, source_file: '示例.csv', sheet: null, row_number: 2 })
const nothing = rowsOf([])

/** So many months of 100 元 paid out each, ending with `last` left. */
const treasury = (last: string, months = 12): BudgetRecords => ({
  ...nothing,
  treasuryMonths: Array.from({ length: months }, (_, index) => ({
    ...place(`t${String(index)}`),
    region: '示例区',
    region_code: '990101000',
    month_end: `2025-${String(index + 1).padStart(2, '0')}-28`,
    outflow: '100.00',
    balance: index === months - 1 ? last : '60.00',
  })),
})

const invested = (given: Partial<InvestmentRow>, paid: BudgetRecords = nothing): BudgetRecords => ({
  ...paid,
  investments: [
    {
      ...place('i'),
      pro_code: 'P1',
      project_name: '示例大楼',
      agency_code: '101',
      agency_name: '示例局',
      estimate: '1000.00',
      approved_estimate: '1100.00',
      adjusted_estimate: null,
      approved_by: null,
      paid_total: '900.00',
      as_of: '2025-12-31',
      ...given,
    },
  ],
})

const owed = (occurred: string, given: Partial<ReceivableRow> = {}): BudgetRecords => ({
  ...nothing,
  receivables: [
    {
      ...place('r'),
      receivable_id: 'W1',
      agency_code: '101',
      agency_name: '示例局',
      ledger_subject: '其他应收款',
      counterparty: '云岭示例公司',
      occurred_at: occurred,
      balance: '20000.00',
      as_of: '2025-12-31',
      ...given,
    },
  ],
})

const cases: readonly (readonly [
  rule: string,
  what: string,
  rows: BudgetRecords,
  severity: string | null,
])[] = [
  ['B40', 'a year and a day', owed('2024-12-30'), '黄'],
  ['B40', 'a year', owed('2024-12-31'), null],
  ['B40', 'four years', owed('2021-12-31'), '橙'],
  ['B40', 'small', owed('2021-12-31', { balance: '9000.00' }), null],
  ['B45', 'more paid than estimated', invested({ paid_total: '1100.01' }), '橙'],
  ['B45', 'as much as estimated', invested({ paid_total: '1100.00' }), null],
  [
    'B45',
    'within the adjusted estimate',
    invested({ paid_total: '1150.00', adjusted_estimate: '1200.00' }),
    null,
  ],
  [
    'B45',
    'more paid on its budget lines',
    invested({}, rowsOf([payment('a', { amount: '1200.00' })], [line('L1')])),
    '橙',
  ],
  [
    'B45',
    'an estimate over the study by more than a tenth',
    invested({ approved_estimate: '1100.01' }),
    '橙',
  ],
  ['B49', 'a quarter of a month left', treasury('25.00'), '橙'],
  ['B49', 'three tenths of a month left', treasury('30.00'), null],
]

describe('rules on receivables, investment projects and the treasury', () => {
  it.each(cases)('%s: %s', async (rule, _what, rows, severity) => {
    const { findings, reasons } = await marts.check(rows, { today: '2026-01-01', only: [rule] })
    const own = findings.filter((finding) => finding.rule === rule)
    expect(own.map((finding) => finding.severity)).toEqual(severity === null ? [] : [severity])
    for (const finding of own) expect(finding.rows.length).toBeGreaterThan(0)
    if (severity === null) expect(reasons.length).toBeGreaterThan(0)
  })

  it('B40 leaves deposits alone', async () => {
    const rows = owed('2021-12-31', { ledger_subject: '其他应收款（押金）' })
    expect((await marts.check(rows, { today: '2026-01-01', only: ['B40'] })).findings).toEqual([])
  })

  it.each([
    ['B40', nothing, '没有往来款项数据'],
    ['B45', invested({ approved_estimate: null }), '政府投资项目缺少批准概算'],
    ['B49', treasury('25.00', 5), '不足 6 个月'],
  ] as const)('%s says which data is missing', async (rule, rows, words) => {
    const { notApplicable } = await marts.check(rows, { today: '2026-01-01', only: [rule] })
    expect(notApplicable.find((one) => one.rule === rule)?.why).toMatch(
      new RegExp(`^数据不足：.*${words}`, 'u'),
    )
  })
})
