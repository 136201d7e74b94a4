import { afterAll, beforeAll, expect, it } from 'vitest'
import { runAnalysis } from '#analysis'
import type { LoadReport, Warehouse } from '#warehouse'
import { loadRows, payment, type Row } from '#tests/loads.ts'
import { read } from '#tests/sql-probe.ts'
import { emptyWarehouse } from '#tests/warehouses.ts'

let warehouse: Warehouse

beforeAll(async () => {
  warehouse = await emptyWarehouse()
  await load('budget_lines', '指标.csv', [
    { bgt_id: 'B1', fiscal_year: '2024', agency_code: '101', agency_name: '市教育局', amount: '20.00' },
    { bgt_id: 'B2', fiscal_year: '2025', agency_code: '101', agency_name: '市教育局', amount: '900.00' },
  ])
})

afterAll(() => warehouse.close())

const load = (kind: 'budget_lines' | 'payments', fileName: string, rows: Row[]): Promise<LoadReport> =>
  loadRows(warehouse, { kind, fileName, rows })

/** A service paid for twice within a week, and one payment in cash. */
function month(year: string, month: string): Row[] {
  const paid = (key: string, day: string, changes: Row): Row =>
    payment(`${year}${month}${key}`, '4000.00', {
      bgt_id: year === '2024' ? 'B1' : 'B2',
      fiscal_year: year,
      pay_date: `${year}-${month}-${day}`,
      use_des: `${year}-${month} 服务费`,
      ...changes,
    })
  return [
    paid('1', '04', {}),
    paid('2', '09', {}),
    paid('3', '12', { set_mode: '现金', use_des: '零星采购' }),
  ]
}

async function check(force: boolean): Promise<Record<string, Record<string, unknown>[]>> {
  const context = { warehouse, modelsDir: '/nonexistent/models', now: new Date('2026-03-01T00:00:00Z') }
  await runAnalysis({ ...context, log: () => undefined }, { only: ['budget'], force })
  return {
    findings: await read(warehouse, 'select * from analysis.findings order by finding_id'),
    rows: await read(warehouse, 'select * from analysis.finding_rows order by finding_id, position'),
    reasons: await read(
      warehouse,
      'select * from analysis.rule_reasons order by rule, unit_key, fiscal_year',
    ),
    status: await read(warehouse, 'select * from analysis.rule_status order by rule'),
    answers: await read(
      warehouse,
      'select answer_id, question, fiscal_year from analysis.budget_answers order by answer_id',
    ),
  }
}

it('finds after loads and a withdrawal what a check from nothing finds, and keeps the same answers', async () => {
  const january = await load('payments', '2024-01.csv', month('2024', '01'))
  await load('payments', '2025-03.csv', month('2025', '03'))
  const first = await check(false)
  expect(first['findings']?.length).toBeGreaterThan(1)
  await load('payments', '2025-04.csv', month('2025', '04'))
  const second = await check(false)
  expect(second).toEqual(await check(true))
  expect(second['findings']).not.toEqual(first['findings'])
  await warehouse.write((batch) =>
    batch.withdraw({ loadId: january.loadId, actor: '张示例', reason: '送错了文件' }),
  )
  const third = await check(false)
  expect(third).toEqual(await check(true))
  expect(third['findings']?.some((finding) => finding['fiscal_year'] === 2024)).toBe(false)
})
