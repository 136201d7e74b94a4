import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  changeLoads,
  decideRows,
  exportRefused,
  ingestPaths,
  repairCells,
  replaceText,
  writeXlsx,
} from '#ingest'
import type { Warehouse } from '#warehouse'
import { read } from '#tests/sql-probe.ts'
import { emptyWarehouse } from '#tests/warehouses.ts'
import { tempFolder } from '../temp-folder.ts'

let warehouse: Warehouse
let dataDir: string
const minutes = { past: 0 }
const now = () => new Date(Date.UTC(2026, 2, 1, 1, minutes.past++))

beforeEach(async () => {
  dataDir = tempFolder()
  warehouse = await emptyWarehouse({ now })
})
afterEach(async () => {
  await warehouse.close()
})

const by = { actor: '张示例', now }
const options = () => ({ dataDir, ...by })

async function ingest(name: string, content: string) {
  const path = join(tempFolder(), name)
  writeFileSync(path, content)
  return ingestPaths(warehouse, [path], options())
}

const payments = [
  '凭证号,收款人,金额,支付日期,预算单位,年度',
  'P1,示例公司,100.00,2026-01-05,市教育局,2026',
  'P2,示例商行,十万元整,2026-01-06,市教育局,2026',
  'P3,示例工厂,300.00,待定,市教育局,2026',
  'P4,示例工厂,见附件,2026-01-08,市教育局,2026',
  'P5,示例工厂,见附件,2026-01-09,市教育局,2026',
].join('\n')

const open = () =>
  read(
    warehouse,
    'select quarantine_id as id, row_number as row, column_name as col, status from raw.quarantine order by row_number',
  )
const paid = async () => (await warehouse.metric('budget_paid')).value
const rows = async () =>
  await read(
    warehouse,
    'select pay_cert_no as no, row_number as row, source_file as file from marts.payments order by 1',
  )

function replay(loadId: string, ids: string[] | null) {
  return changeLoads(warehouse, { action: 'replay', rows: [{ loadId, ids }] }, options())
}

test('a repaired row is replayed into its place, once, and what still fails stays with its reason of today', async () => {
  await ingest('支付.csv', payments)
  const refused = await open()
  expect(refused.map((row) => [row['row'], row['col'], row['status']])).toEqual([
    [3, 'amount', 'open'],
    [4, 'pay_date', 'open'],
    [5, 'amount', 'open'],
    [6, 'amount', 'open'],
  ])
  const [two, three] = refused.map((row) => String(row['id']))
  const loadId = (two ?? '').replace(/-\d+$/, '')
  await repairCells(warehouse, [{ id: two ?? '', header: '金额', text: '100,000.00' }], by)
  await repairCells(warehouse, [{ id: three ?? '', header: '金额', text: '三百' }], by)
  const { value } = await replay(loadId, [two ?? '', three ?? ''])
  expect(value.loads).toMatchObject([{ rows: 2, accepted: 1, quarantined: 1, unchanged: 0 }])
  expect(await rows()).toEqual([
    { no: 'P1', row: 2, file: '支付.csv' },
    { no: 'P2', row: 3, file: '支付.csv' },
  ])
  expect((await open()).map((row) => [row['row'], row['col'], row['status']])).toEqual([
    [3, 'amount', 'replayed'],
    [4, 'amount', 'open'],
    [5, 'amount', 'open'],
    [6, 'amount', 'open'],
  ])
  const ledger = await read(
    warehouse,
    'select load_id, rows_read, rows_accepted, rows_quarantined, replay_of from raw.loads order by load_seq',
  )
  expect(ledger).toMatchObject([
    { load_id: loadId, rows_read: 5, rows_accepted: 1, rows_quarantined: 4, replay_of: null },
    { rows_read: 2, rows_accepted: 1, rows_quarantined: 1, replay_of: loadId },
  ])
  // Again: nothing of it is open, nothing happens.
  const again = await replay(loadId, [two ?? ''])
  expect(again.value.loads).toEqual([])
  expect((await warehouse.metric('budget_paid')).quarantined).toBe(3)
})

test('one correction reaches every row that reads the same, and a group is replayed at once', async () => {
  await ingest('支付.csv', payments)
  const [first] = await open()
  const load = String(first?.['id']).replace(/-\d+$/, '')
  const group = { load, reason: 'money_unreadable', column: 'amount', header: '金额' }
  const [{ reason } = { reason: '' }] = (await read(
    warehouse,
    "select reason_code as reason from raw.quarantine where row_json like '%见附件%'",
  )) as { reason: string }[]
  await replaceText(warehouse, { ...group, reason, from: '见附件', to: '50' }, by)
  const { value } = await replay(load, null)
  expect(value.loads).toMatchObject([{ rows: 4, accepted: 2, quarantined: 2 }])
  expect((await rows()).map((row) => row['no'])).toEqual(['P1', 'P4', 'P5'])
})

test('a replay without edits follows today’s mappings', async () => {
  await ingest('支付.csv', payments)
  const { mkdirSync } = await import('node:fs')
  mkdirSync(join(dataDir, 'mappings'))
  writeFileSync(
    join(dataDir, 'mappings', '支付.yaml'),
    [
      'kind: payments',
      'match: { file: "支付*.csv" }',
      'columns:',
      '  amount: { header: 金额, values: { 见附件: "" , 十万元整: "100000" } }',
      'required: { amount: false }',
    ].join('\n'),
  )
  const [first] = await open()
  const { value } = await replay(String(first?.['id']).replace(/-\d+$/, ''), null)
  expect(value.loads).toMatchObject([{ rows: 4, accepted: 3, quarantined: 1 }])
})

test('rows set aside are not replayed and no longer counted, and come back', async () => {
  await ingest('支付.csv', payments)
  const ids = (await open()).map((row) => String(row['id']))
  const load = (ids[0] ?? '').replace(/-\d+$/, '')
  await decideRows(warehouse, ids.slice(0, 3), { action: 'set_aside', reason: '不是数据' }, by)
  expect((await warehouse.metric('quarantined_rows')).value).toBe(1)
  const { value } = await replay(load, null)
  expect(value.loads).toMatchObject([{ rows: 1, quarantined: 1 }])
  await decideRows(warehouse, ids.slice(0, 1), { action: 'reopen', reason: null }, by)
  expect((await open()).map((row) => row['status'])).toEqual(['open', 'set_aside', 'set_aside', 'open'])
})

test('an exported workbook, corrected and taken in like any file, resolves exactly its rows', async () => {
  await ingest('支付.csv', payments)
  const before = await open()
  const [sheet] = await exportRefused(warehouse, {})
  expect(sheet?.columns.map((column) => column.header)).toEqual([
    '隔离编号',
    '原因',
    '凭证号',
    '收款人',
    '金额',
    '支付日期',
    '预算单位',
    '年度',
  ])
  const exported = [...(sheet?.rows ?? [])].map((row) => [...row])
  const path = join(tempFolder(), '改好的.xlsx')
  const corrected = exported
    .slice(0, 2)
    .map((row) => row.map((cell) => (cell === '十万元整' ? '100000' : cell === '待定' ? '2026-01-07' : cell)))
    .map((row) => [...row, '已电话核实'])
  // A remark beside the rows is no correction.
  const columns = [...(sheet?.columns ?? []), { header: '备注' }]
  await writeXlsx(path, [{ name: '1', columns, rows: corrected }])
  const result = await ingestPaths(warehouse, [path], options())
  expect(result.errors).toEqual([])
  expect(result.loads).toMatchObject([{ file: '改好的.xlsx', kind: 'payments', rows: 2, accepted: 2 }])
  expect((await open()).map((row) => row['status'])).toEqual(['replayed', 'replayed', 'open', 'open'])
  expect(await read(warehouse, 'select count(*) as n from state.quarantine_repairs')).toEqual([{ n: 2 }])
  expect(before).toHaveLength(4)
  // A number that was typed over is told of, and spoils no other row.
  const more = exported
    .slice(2)
    .map((row, index) => row.map((cell, at) => (index + at === 0 ? `${String(cell)}0` : cell)))
  const again = join(tempFolder(), '再改.xlsx')
  await writeXlsx(again, [{ name: '1', columns: sheet?.columns ?? [], rows: more }])
  expect(await ingestPaths(warehouse, [again], options())).toMatchObject({
    errors: [
      {
        code: 'correction_unknown',
        message: expect.stringContaining('有 1 行的隔离编号不在隔离区') as string,
      },
    ],
    loads: [{ rows: 1, quarantined: 1 }],
  })
  // The same workbook again has nothing left to do.
  expect((await ingestPaths(warehouse, [path], options())).loads).toEqual([])
})

test('an exported workbook without its reasons is still no new data', async () => {
  await ingest('支付.csv', payments)
  const [sheet] = await exportRefused(warehouse, {})
  const withoutReason = (row: readonly unknown[]) => row.filter((_, index) => index !== 1)
  const corrected = [...(sheet?.rows ?? [])].map((row) =>
    withoutReason(row).map((cell) => (cell === '十万元整' ? '100000' : String(cell))),
  )
  const columns = (sheet?.columns ?? []).filter(({ header }) => header !== '原因')
  const path = join(tempFolder(), '改好的.xlsx')
  await writeXlsx(path, [{ name: '1', columns, rows: corrected.slice(0, 1) }])
  expect((await ingestPaths(warehouse, [path], options())).loads).toMatchObject([{ rows: 1, accepted: 1 }])
  expect((await open()).map((row) => row['status'])).toEqual(['replayed', 'open', 'open', 'open'])
})

test('a corrected workbook that says two things of one row is refused whole', async () => {
  await ingest('支付.csv', payments)
  const [sheet] = await exportRefused(warehouse, {})
  const [first = []] = [...(sheet?.rows ?? [])].map((row) => [...row])
  const path = join(tempFolder(), '改好的.xlsx')
  const write = (amounts: readonly string[]) => {
    const rows = amounts.map((amount) => first.map((cell) => (cell === '十万元整' ? amount : cell)))
    return writeXlsx(path, [{ name: '1', columns: sheet?.columns ?? [], rows }])
  }
  await write(['100000', '200000'])
  const refused = await ingestPaths(warehouse, [path], options())
  expect(refused.errors).toMatchObject([{ code: 'correction_contested' }])
  expect((await open()).map((row) => row['status'])).toEqual(['open', 'open', 'open', 'open'])
  await write(['100000', '100000'])
  expect((await ingestPaths(warehouse, [path], options())).loads).toMatchObject([{ rows: 1 }])
})

test('equal rows without a number stay apart when one of them is replayed', async () => {
  await ingest(
    '留言.csv',
    ['留言主题,留言详情,留言时间', '路灯不亮,路口的灯坏了,2026-01-05', '路灯不亮,路口的灯坏了,某日'].join(
      '\n',
    ),
  )
  const [row] = await open()
  const id = String(row?.['id'])
  await repairCells(warehouse, [{ id, header: '留言时间', text: '2026-01-05' }], by)
  const { value } = await replay(id.replace(/-\d+$/, ''), [id])
  expect(value.loads).toMatchObject([{ rows: 1, accepted: 1, unchanged: 0 }])
  expect((await warehouse.metric('petitions_total')).value).toBe(2)
})

test('withdrawing takes replays along; restored or run again, the corrections hold', async () => {
  await ingest('支付.csv', payments)
  const [first] = await open()
  const id = String(first?.['id'])
  const load = id.replace(/-\d+$/, '')
  await repairCells(warehouse, [{ id, header: '金额', text: '100000' }], by)
  await replay(load, [id])
  const before = { rows: await rows(), paid: await paid() }
  const { value } = await changeLoads(
    warehouse,
    { action: 'withdraw', loadIds: [load], reason: '送错' },
    options(),
  )
  expect(value.withdrawn).toMatchObject([{ loadId: load, removed: 2, kept: 0, replays: 1 }])
  expect(await rows()).toEqual([])
  expect(await open()).toEqual([])
  await changeLoads(warehouse, { action: 'restore', loadIds: [load] }, options())
  expect({ rows: await rows(), paid: await paid() }).toEqual(before)
  const rerun = await changeLoads(warehouse, { action: 'rerun', loadIds: [load], reason: '' }, options())
  expect(rerun.value.loads).toMatchObject([{ loadId: load, rows: 5, accepted: 2, quarantined: 3 }])
  expect({ rows: await rows(), paid: await paid() }).toEqual(before)
})

test('personal data in a correction is masked wherever it is shown, and read whole where it is used', async () => {
  await ingest('留言.csv', '留言主题,留言详情,留言时间\n路灯不亮,路口的灯坏了,某日\n')
  const [row] = await open()
  const id = String(row?.['id'])
  const said = '路口的灯坏了，电话13800000000'
  const edits = [
    { id, header: '留言时间', text: '2026-01-05' },
    { id, header: '留言详情', text: said },
  ]
  await repairCells(warehouse, edits, by)
  const shown = await read(warehouse, 'select new_text as text from state.quarantine_repairs_latest')
  expect(JSON.stringify(shown)).not.toContain('13800000000')
  expect((await replay(id.replace(/-\d+$/, ''), [id])).value.loads).toMatchObject([{ accepted: 1 }])
  expect(await read(warehouse, 'select body from raw.petitions')).toEqual([
    { body: '路口的灯坏了，电话[手机号]' },
  ])
  expect(await read(warehouse, 'select original from raw.sealed_texts')).toEqual([{ original: said }])
})

test('a restored load is as it was, though a row was replayed under another mapping', async () => {
  const { mkdirSync } = await import('node:fs')
  mkdirSync(join(dataDir, 'mappings'))
  const readIn = (unit: string) => {
    const columns = `columns:\n  amount: { header: 金额, unit: ${unit} }`
    writeFileSync(
      join(dataDir, 'mappings', '支付.yaml'),
      `kind: payments\nmatch: { file: "支付*.csv" }\n${columns}\n`,
    )
  }
  readIn('万元')
  const lines = ['凭证号,收款人,金额,支付日期,预算单位,年度', 'Y1,示例公司,1.5,2026-01-05,市教育局,2026']
  await ingest('支付.csv', [...lines, 'Y3,示例公司,见附件,2026-01-05,市教育局,2026'].join('\n'))
  readIn('元')
  const id = String((await open())[0]?.['id'])
  const load = id.replace(/-\d+$/, '')
  await repairCells(warehouse, [{ id, header: '金额', text: '3.5' }], by)
  await replay(load, [id])
  const state = async () => ({
    rows: await rows(),
    paid: await paid(),
    refused: await open(),
    ledger: await read(
      warehouse,
      'select load_id, replay_of, status, mapping, rows_accepted, rows_quarantined from raw.loads order by load_seq',
    ),
  })
  const before = await state()
  expect(before.paid).toBe('15003.50')
  await changeLoads(warehouse, { action: 'withdraw', loadIds: [load], reason: '送错' }, options())
  expect(await paid()).not.toBe(before.paid)
  const { value } = await changeLoads(warehouse, { action: 'restore', loadIds: [load] }, options())
  expect(value.loads).toMatchObject([{ rows: 2, accepted: 1, quarantined: 1 }, { accepted: 1 }])
  expect(await state()).toEqual(before)
})
