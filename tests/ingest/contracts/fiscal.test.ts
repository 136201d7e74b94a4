import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ingestPaths } from '#ingest'
import { budgetQueries, openWarehouse, type Warehouse } from '#warehouse'
import { prepareHome } from '#tests/warehouses.ts'

let home: string
let warehouse: Warehouse

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'huizhi-fiscal-'))
  await prepareHome(join(home, 'data'))
  warehouse = await openWarehouse({ dataDir: join(home, 'data') })
}, 60_000)

afterAll(async () => {
  await warehouse.close()
  rmSync(home, { recursive: true, force: true })
})

async function ingest(name: string, lines: readonly string[]) {
  const path = join(home, name)
  writeFileSync(path, `${lines.join('\n')}\n`)
  const { loads } = await ingestPaths(warehouse, [path], {
    dataDir: join(home, 'data'),
    actor: '测试',
    now: () => new Date('2026-03-01T02:00:00Z'),
  })
  return loads.map(({ kind, accepted, quarantined }) => [kind, accepted, quarantined])
}

describe('tables of whole governments', () => {
  it('revenue comes in 万元 by account and subject; a later table brings the execution up to date', async () => {
    const header =
      '行政区划,年度,预算类型,收入分类科目编码,收入项目,年初预算数（万元）,决算数（万元）,截至日期'
    expect(
      await ingest('收入.csv', [
        header,
        '示例区,2025,一般预算,101,税收收入,1200.5,600,2025-06-30',
        '示例区,2025,一般预算,103,非税收入,见附件,30,2025-06-30',
      ]),
    ).toEqual([['revenues', 1, 1]])
    await ingest('收入决算.csv', [header, '示例区,2025,一般预算,101,税收收入,1200.5,1300.25,2025-12-31'])
    expect(await warehouse.query(budgetQueries.revenues, {})).toMatchObject([
      {
        account: '一般公共预算',
        subject_code: '101',
        budget_amount: '12005000.00',
        executed_amount: '13002500.00',
        as_of: '2025-12-31',
      },
    ])
  }, 60_000)

  it('expenditure keeps subjects of one name and different codes apart', async () => {
    expect(
      await ingest('支出.csv', [
        '地区,地区代码,预算年度,四本账,支出功能科目代码,支出功能科目名称,是否重点支出,年初预算,调整预算,常委会批准文号',
        '示例区,990101000,2025,一般公共预算,229,其他支出,否,100,120,示人常〔2025〕1号',
        '示例区,990101000,2025,一般公共预算,22999,其他支出,1,100,120,',
      ]),
    ).toEqual([['expenditures', 2, 0]])
    const rows = await warehouse.query(budgetQueries.expenditures, {})
    expect(rows.map(({ subject_code, is_key }) => [subject_code, is_key]).sort()).toEqual([
      ['229', '否'],
      ['22999', '是'],
    ])
  }, 60_000)

  it('debt is in 亿元, and a negative balance is put aside', async () => {
    expect(
      await ingest('债务.csv', [
        '地区,年份,债券类型,债务限额（亿元）,年末债务余额（亿元）,债务付息支出（亿元）',
        '示例区,2025,一般债券,12.5,11.08,0.35',
        '示例区,2025,专项债券,20,-1,0.5',
      ]),
    ).toEqual([['debts', 1, 1]])
    expect(await warehouse.query(budgetQueries.debts, {})).toMatchObject([
      {
        debt_kind: '一般债务',
        limit_amount: '1250000000.00',
        balance: '1108000000.00',
        interest: '35000000.00',
      },
    ])
  }, 60_000)

  it('treasury months, investment projects and receivables are told apart by their headers', async () => {
    expect(
      await ingest('库款.csv', [
        '地区,月末日期,库款流出（万元）,库款余额（万元）',
        '示例区,2025-03-31,1000,260.5',
      ]),
    ).toEqual([['treasury_months', 1, 0]])
    expect(
      await ingest('投资.csv', [
        '项目代码,项目名称,单位代码,投资估算（万元）,批准概算（万元）,累计支付（万元）,截至日期',
        'P1,示例大楼,101,1000,1080,990,2025-12-31',
      ]),
    ).toEqual([['investments', 1, 0]])
    expect(
      await ingest('往来.csv', [
        '往来款编号,单位代码,单位名称,会计科目,往来单位,挂账日期,挂账余额,截至日期',
        'W1,101,示例局,其他应收款,云岭示例公司,2021-05-06,20000,2025-12-31',
        'W2,101,示例局,其他应收款,云岭示例公司,,100,2025-12-31',
      ]),
    ).toEqual([['receivables', 1, 1]])
    expect(await warehouse.query(budgetQueries.treasuryMonths, {})).toMatchObject([
      { month_end: '2025-03-31', balance: '2605000.00' },
    ])
    expect(await warehouse.query(budgetQueries.investments, {})).toMatchObject([
      { approved_estimate: '10800000.00', adjusted_estimate: null },
    ])
  }, 60_000)
})
