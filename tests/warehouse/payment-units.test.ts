import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Warehouse } from '#warehouse'
import { loadRows } from '#tests/loads.ts'
import { read } from '#tests/sql-probe.ts'
import { emptyWarehouse } from '#tests/warehouses.ts'

// Which unit a payment belongs to, whatever its source calls it.

let warehouse: Warehouse

const paid = (id: string, code: string | null, name: string, changes: Record<string, string> = {}) => ({
  pay_cert_no: id,
  bgt_id: 'B1',
  fiscal_year: '2025',
  agency_code: code,
  agency_name: name,
  amount: '100.00',
  pay_date: '2025-03-12',
  ...changes,
})

beforeAll(async () => {
  warehouse = await emptyWarehouse({ now: () => new Date('2026-03-01T01:00:00Z') })
  await loadRows(warehouse, {
    kind: 'budget_lines',
    fileName: 'lines.csv',
    rows: [
      { bgt_id: 'B1', fiscal_year: '2025', agency_code: '101', agency_name: '示例局', amount: '1000.00' },
      { bgt_id: 'B2', fiscal_year: '2025', agency_code: '102', agency_name: '示例委', amount: '1000.00' },
    ],
  })
  await loadRows(warehouse, {
    kind: 'payments',
    fileName: 'payments.csv',
    rows: [
      paid('own', '101', '示例局'),
      paid('by-name', null, '示例局'),
      paid('recoded', '909', '示例新局', { pay_date: '2025-08-12' }),
      paid('nobody', null, '无码单位', { bgt_id: 'B9' }),
      paid('other-line', '102', '示例委'),
    ],
  })
}, 60_000)

afterAll(async () => {
  await warehouse.close()
})

test('the code names the unit, a name stands for its code, a recoded unit is the one whose lines it spends', async () => {
  const rows = await read(warehouse, 'select pay_cert_no, unit_key from marts.payments')
  expect(Object.fromEntries(rows.map((row) => [row['pay_cert_no'], row['unit_key']]))).toEqual({
    own: '101',
    'by-name': '101',
    recoded: '101',
    nobody: '无码单位',
    'other-line': '102',
  })
})
