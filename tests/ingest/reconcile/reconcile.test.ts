import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import {
  changeLoads,
  ingestPaths,
  repairCells,
  settleLoad,
  type ControlSheet,
  type StatedTotals,
} from '#ingest'
import type { Warehouse } from '#warehouse'
import { read } from '#tests/sql-probe.ts'
import { emptyWarehouse } from '#tests/warehouses.ts'
import { tempFolder } from '../temp-folder.ts'
import { textRow, workbook } from '../zip.ts'

let warehouse: Warehouse
let dataDir: string
let folder: string
const now = () => new Date('2026-03-01T01:00:00Z')
const by = { actor: '张示例', now }

beforeEach(async () => {
  dataDir = tempFolder()
  folder = tempFolder()
  warehouse = await emptyWarehouse({ now })
})
afterEach(async () => {
  await warehouse.close()
})

const payments = [
  '凭证号,收款人,金额（万元）,支付日期,预算单位,年度',
  'P1,示例公司,0.01,2026-01-05,市教育局,2026',
  'P2,示例商行,0.02,2026-01-06,市教育局,2026',
  'P3,示例工厂,见附件,2026-01-07,市教育局,2026',
  'P4,示例工厂,0.05,某日,市教育局,2026',
].join('\n')

async function ingest(beside: Record<string, string> = {}, stated?: StatedTotals) {
  writeFileSync(join(folder, '支付.csv'), payments)
  for (const [name, content] of Object.entries(beside)) writeFileSync(join(folder, name), content)
  return ingestPaths(warehouse, [folder], { dataDir, ...by, stated })
}

async function ledger() {
  const [line] = await read(
    warehouse,
    'select load_id, reconciled, control_totals from raw.loads order by load_seq',
  )
  return {
    loadId: String(line?.['load_id']),
    reconciled: line?.['reconciled'],
    control: JSON.parse(String(line?.['control_totals'])) as ControlSheet,
  }
}

const flag = async () => (await warehouse.metric('budget_paid')).unreconciled

test.each([
  ['支付.csv.totals.json', '{"rows": 4, "sums": {"金额": "800.00"}}'],
  ['支付.totals.yaml', '行数: 4\n合计:\n  金额: 0.08万元\n'],
  ['支付.对账.csv', '项目,数值\n行数,4\n金额（万元）,800\n'],
])(
  'totals beside the file (%s) are compared to the row and the cent, and are no data',
  async (name, content) => {
    const { loads, errors } = await ingest({ [name]: content })
    expect({ files: loads.map((load) => load.file), errors }).toEqual({ files: ['支付.csv'], errors: [] })
    const { reconciled, control } = await ledger()
    expect(reconciled).toBe('balanced')
    expect(control.sums).toMatchObject([{ field: 'amount', total: '800.00', refused: '500.00' }])
    expect(await flag()).toBe(0)
  },
)

test('what does not match is published as unreconciled, and every number that depends on it says so', async () => {
  const { loads } = await ingest({}, { rows: 5, sums: { 金额: '1,800.00' } })
  expect(loads[0]?.warnings).toEqual(['未对平：行数与给出的对账数不符', '未对平：金额合计与给出的对账数不符'])
  const { reconciled, control } = await ledger()
  expect(reconciled).toBe('unbalanced')
  expect(control.statedChecks).toEqual([
    { column: null, stated: '5', computed: '4', refused: '2', balanced: false },
    { column: '金额', stated: '1800.00', computed: '800.00', refused: '500.00', balanced: false },
  ])
  expect(await flag()).toBe(1)
  expect((await warehouse.metric('petitions_total')).unreconciled).toBe(0)
})

test('a repaired and replayed amount balances the load it belongs to', async () => {
  await ingest({}, { sums: { 金额: '1800' } })
  const { loadId } = await ledger()
  await repairCells(warehouse, [{ id: `${loadId}-4`, header: '金额（万元）', text: '0.1' }], by)
  const rows = [{ loadId, ids: [`${loadId}-4`] }]
  await changeLoads(warehouse, { action: 'replay', rows }, { dataDir, ...by })
  expect(await ledger()).toMatchObject({ reconciled: 'balanced', control: { rows: 4 } })
  expect(await flag()).toBe(0)
})

test('a person settles it with typed totals or an explanation; withdrawn and restored, it stays settled', async () => {
  await ingest({}, { rows: 5 })
  const { loadId } = await ledger()
  expect(await settleLoad(warehouse, loadId, { stated: { rows: 4, sums: { 金额: '800' } } }, by)).toBe(
    'balanced',
  )
  expect(await flag()).toBe(0)
  expect(await settleLoad(warehouse, loadId, { stated: { rows: 6 } }, by)).toBe('unbalanced')
  expect(await flag()).toBe(1)
  expect(await settleLoad(warehouse, loadId, { explanation: '来源单位少报一笔，已电话核实' }, by)).toBe(
    'explained',
  )
  expect(await flag()).toBe(0)
  await changeLoads(warehouse, { action: 'withdraw', loadIds: [loadId], reason: '试' }, { dataDir, ...by })
  await changeLoads(warehouse, { action: 'restore', loadIds: [loadId] }, { dataDir, ...by })
  expect(await ledger()).toMatchObject({ loadId, reconciled: 'explained' })
})

test('stated totals overrule the 合计 of the file only for what they state', async () => {
  const wrongTotal = [...payments.split('\n').slice(0, 3), '合计,,0.04,,,'].join('\n')
  const difference = '未对平：第 4 行“合计”的金额与各行之和不符'
  writeFileSync(join(folder, '支付.csv'), wrongTotal)
  writeFileSync(join(folder, '支付.totals.json'), '{"rows": 2}')
  const { loads } = await ingestPaths(warehouse, [folder], { dataDir, ...by })
  expect(loads[0]?.warnings).toContain(difference)
  const { loadId, reconciled, control } = await ledger()
  expect({ reconciled, rows: control.statedChecks[0]?.balanced }).toEqual({
    reconciled: 'unbalanced',
    rows: true,
  })
  const settled = async (stated: StatedTotals) => {
    const outcome = await settleLoad(warehouse, loadId, { stated }, by)
    const [line] = await read(warehouse, 'select warnings from raw.loads')
    return [outcome, String(line?.['warnings']).includes(difference)]
  }
  expect(await settled({ rows: 2, sums: { 金额: '300' } })).toEqual(['balanced', false])
  expect(await settled({ rows: 2 })).toEqual(['unbalanced', true])
})

test('a count in the 合计 of the file is held against its rows until the rows are stated', async () => {
  const wrongCount = [...payments.split('\n').slice(0, 3), '合计3笔,,0.03,,,'].join('\n')
  writeFileSync(join(folder, '支付.csv'), wrongCount)
  await ingestPaths(warehouse, [folder], { dataDir, ...by })
  const { loadId, reconciled, control } = await ledger()
  expect({ reconciled, checks: control.checks }).toMatchObject({
    reconciled: 'unbalanced',
    checks: [
      { column: '金额', balanced: true },
      { column: null, stated: '3', computed: '2', balanced: false },
    ],
  })
  expect(await settleLoad(warehouse, loadId, { stated: { rows: 2 } }, by)).toBe('balanced')
})

test('totals that are none are refused before anything is loaded', async () => {
  await expect(ingest({}, { sums: { 金额: '很多' } })).rejects.toMatchObject({ code: 'totals_invalid' })
  const { errors } = await ingest({ '支付.csv.totals.json': '{"sum": 1}' })
  expect(errors).toMatchObject([{ code: 'totals_invalid' }])
  expect(await read(warehouse, 'select status, error_code from raw.loads')).toEqual([
    { status: 'failed', error_code: 'totals_invalid' },
  ])
})

test('totals beside a workbook of several kinds say nothing of either, and are not passed over', async () => {
  const sheet = (rows: readonly string[][]) => rows.map((cells, index) => textRow(index + 1, cells)).join('')
  const book = workbook({
    支付: sheet([
      ['凭证号', '预算单位', '金额', '支付日期'],
      ['P1', '示例局', '1', '2026-01-05'],
    ]),
    留言: sheet([
      ['留言编号', '留言主题', '留言详情', '留言时间'],
      ['V1', '路灯', '坏了', '2026-01-05'],
    ]),
  })
  const path = join(folder, '月报.xlsx')
  writeFileSync(path, book)
  writeFileSync(`${path}.totals.json`, '{"rows": 99}')
  const refused = await ingestPaths(warehouse, [path], { dataDir, ...by })
  expect(refused).toMatchObject({ loads: [], errors: [{ code: 'totals_invalid' }] })
  rmSync(`${path}.totals.json`)
  const taken = await ingestPaths(warehouse, [path], { dataDir, ...by })
  expect(taken).toMatchObject({ loads: [{ accepted: 1 }, { accepted: 1 }], errors: [] })
})

describe('rows that share a number', () => {
  const header = '凭证号,收款人,金额,支付日期,预算单位,年度'
  const first = 'P1,示例公司,300.00,2026-01-05,市教育局,2026'
  const load = async (rows: string[], stated?: StatedTotals) => {
    writeFileSync(join(folder, '支付.csv'), [header, ...rows].join('\n'))
    const { loads } = await ingestPaths(warehouse, [folder], { dataDir, ...by, stated })
    return loads[0]?.warnings
  }

  it('do not balance when one is there twice: the sums count it twice, the statistics once', async () => {
    const warnings = await load([first, first, '合计,,600.00,,,'])
    expect(warnings).toContain('有 1 行与前面的行完全相同、编号也相同，统计时只计一次')
    const { loadId, reconciled, control } = await ledger()
    expect(reconciled).toBe('unbalanced')
    expect(control).toMatchObject({ repeatedRows: 1, supersededRows: 0 })
    expect(await flag()).toBe(1)
    expect(await settleLoad(warehouse, loadId, { stated: { rows: 2 } }, by)).toBe('unbalanced')
    expect(await settleLoad(warehouse, loadId, { explanation: '导出时重复' }, by)).toBe('explained')
  })

  it('are only worth a word where nothing is compared', async () => {
    const warnings = await load([first, first])
    expect(warnings).toEqual(['有 1 行与前面的行完全相同、编号也相同，统计时只计一次'])
    expect((await ledger()).reconciled).toBeNull()
  })

  it('are named when they contradict each other, and balance: each counts', async () => {
    const warnings = await load([first, 'P1,示例商行,300.00,2026-01-05,市教育局,2026', '合计,,600.00,,,'])
    expect(warnings).toContain(
      '有 1 个编号在这个文件里（或与以前的文件之间）指着不同的记录，各按一条记；请核对是不是编错了号',
    )
    expect((await ledger()).reconciled).toBe('balanced')
  })

  it('may bring two states of one letter: rows balance, and the later one is named', async () => {
    const states = ['办理中', '已办结'].map((state) => `X1,路灯不亮,路灯坏了三天,2026-01-05 10:00,${state}`)
    writeFileSync(join(folder, '信件.csv'), ['工单编号,标题,内容,来电时间,办理状态', ...states].join('\n'))
    const { loads } = await ingestPaths(warehouse, [folder], { dataDir, ...by, stated: { rows: 2 } })
    expect(loads[0]?.warnings).toContain(
      '有 1 行与前面的行编号相同、内容有改动，作为同一条记录的后一个状态，以靠后的一行为准',
    )
    expect((await ledger()).reconciled).toBe('balanced')
    const [stored] = await read(warehouse, 'select count(*)::int as letters from marts.voices')
    expect(stored).toEqual({ letters: 1 })
  })
})

describe('control totals that come alone', () => {
  const alone = async (name: string) => {
    const path = join(tempFolder(), name)
    writeFileSync(path, JSON.stringify({ rows: 3 }))
    return ingestPaths(warehouse, [path], { dataDir, ...by })
  }

  it('are compared with the file that came before them', async () => {
    await ingest()
    const { errors, notes } = await alone('支付.csv.totals.json')
    expect(errors).toEqual([])
    const text = '对账文件“支付.csv.totals.json”已与先前接入的“支付.csv”核对：未对平'
    expect(notes).toEqual([{ text, balanced: false }])
    expect((await ledger()).reconciled).toBe('unbalanced')
  })

  it('are refused where no such file came', async () => {
    const { errors, notes } = await alone('四月.totals.json')
    expect(notes).toEqual([])
    expect(errors).toMatchObject([{ file: '四月.totals.json', code: 'totals_unused' }])
    expect(errors[0]?.message).toContain('请和数据文件一起送来')
  })
})
