import { afterAll, beforeAll, expect, test } from 'vitest'
import { runAnalysis } from '#analysis'
import type { RuleReasons, UnitReasons } from '#contract'
import { loadRows, payment, type Row } from '#tests/loads.ts'
import { Harness } from './harness.ts'

const agency = { agency_code: '101', agency_name: '市示例局' }
const other = { agency_code: '102', agency_name: '市样本局' }
let api: Harness

function paid(key: string, amount: string, changes: Row = {}): Row {
  return payment(key, amount, {
    ...agency,
    bgt_id: 'L1',
    fiscal_year: '2025',
    pay_date: '2025-03-12',
    set_mode: '电子转账支付',
    use_des: '服务费',
    payee_name: `云岭示例${key}公司`,
    ...changes,
  })
}

function line(id: string, changes: Row): Row {
  return {
    bgt_id: id,
    fiscal_year: '2025',
    ...agency,
    dep_bgt_eco_code: '30201',
    amount: '1000.00',
    ...changes,
  }
}

beforeAll(async () => {
  api = await Harness.startEmpty()
  await loadRows(api.warehouse, {
    kind: 'budget_lines',
    fileName: '指标.csv',
    rows: [line('L1', { amount: '3000.00' }), line('L2', other)],
  })
  await loadRows(api.warehouse, {
    kind: 'payments',
    fileName: '支付.csv',
    rows: [
      paid('a', '812.00', { set_mode: '现金' }),
      paid('b', '900.00', { pay_date: '2025-05-12' }),
      paid('c', '1700.00', { ...other, bgt_id: 'L2', pay_date: '2025-05-13' }),
    ],
  })
  await runAnalysis(
    { warehouse: api.warehouse, modelsDir: '/nonexistent/models', now: new Date(), log: () => undefined },
    { only: ['budget'] },
  )
})

afterAll(() => api.stop())

test('says for a unit why each rule did not speak, with the numbers of its own run', async () => {
  const { body } = await api.get<UnitReasons>('supervision', '/budget/units/101/reasons?year=2025')
  const of = (rule: string) => body.items.find((item) => item.rule === rule)
  expect(of('B02')).toMatchObject({
    outcome: 'below',
    text: '指标 L1 累计支付 1,712.00 元',
    limit: '3,000.01 元',
    short: '1,288.01 元',
    findings: 0,
  })
  expect(of('B22')).toMatchObject({
    outcome: 'below',
    text: '最大一笔现金支付 812.00 元',
    limit: '1,000.00 元',
    short: '188.00 元',
    nearness: 0.812,
  })
  expect(of('B38')).toMatchObject({ outcome: 'none', text: '没有本规则查看的节假日和周末的支付' })
  expect(of('B14')).toMatchObject({ outcome: 'no_data', text: '数据不足：2025 年度支付数据未到 12 月底' })
  expect(of('B41')).toMatchObject({ outcome: 'no_data' })
  expect(body.items).toHaveLength(50)
})

test('says for a rule which units it spoke about and how near the others came', async () => {
  const { body } = await api.get<RuleReasons>('supervision', '/budget/rules/B02/reasons?year=2025')
  expect(body.items.map(({ code, outcome, findings }) => [code, outcome, findings])).toEqual([
    ['102', 'fired', 1],
    ['101', 'below', 0],
  ])
})

test('keeps findings from those who may not read them', async () => {
  expect((await api.get('data', '/budget/units/101/reasons')).status).toBe(403)
})
