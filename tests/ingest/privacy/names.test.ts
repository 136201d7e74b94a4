import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { changeLoads, exportRefused, ingestPaths, repairCells, writeXlsx } from '#ingest'
import type { Warehouse } from '#warehouse'
import { read } from '#tests/sql-probe.ts'
import { emptyWarehouse } from '#tests/warehouses.ts'
import { tempFolder } from '../temp-folder.ts'

let warehouse: Warehouse
const now = () => new Date('2026-03-01T01:00:00Z')
const by = { actor: '张示例', now }
const phones = ['13812345678', '13912345678']

beforeEach(async () => {
  warehouse = await emptyWarehouse({ now })
})
afterEach(async () => {
  await warehouse.close()
})

const header = (phone: string) => ['来信题目', '留言详情', '留言时间', `联系${phone}`]
const sheets = phones.map((phone, index) => ({
  name: `张示例${phone}`,
  columns: header(phone).map((name) => ({ header: name })),
  rows: [
    [`路灯不亮${index}`, '路口的灯坏了', '2026-01-05', '下午'],
    [`井盖松动${index}`, '井盖响', '某日', '上午'],
  ],
}))

test('personal data in the names of files, sheets and columns is masked in all that is kept and said', async () => {
  const dataDir = tempFolder()
  const options = { dataDir, ...by }
  const path = join(tempFolder(), `张示例${phones[0] ?? ''}来信.xlsx`)
  mkdirSync(join(dataDir, 'mappings'))
  // Matched by the names the file really has.
  const match = `match: { file: "张示例${phones[0] ?? ''}*", headers: [来信题目] }`
  writeFileSync(
    join(dataDir, 'mappings', '来信.yaml'),
    `kind: petitions\n${match}\ncolumns:\n  title: 来信题目\n`,
  )
  await writeXlsx(path, sheets)
  const { loads, errors } = await ingestPaths(warehouse, [path], options)
  expect({ loads, errors }).toMatchObject({
    loads: [{ file: '张示例[手机号]来信.xlsx', rows: 4, accepted: 2, quarantined: 2 }],
    errors: [],
  })
  const refused = await read(warehouse, 'select quarantine_id as id, sheet from raw.quarantine order by 1')
  expect(refused.map(({ sheet }) => sheet)).toEqual(['张示例[手机号]', '张示例[手机号]#2'])

  const ids = refused.map(({ id }) => String(id))
  const loadId = (ids[0] ?? '').replace(/-[\d.]+$/, '')
  const edits = ids.map((id) => ({ id, header: '留言时间', text: '2026-01-06' }))
  await repairCells(warehouse, [...edits, { id: ids[1] ?? '', header: '联系[手机号]', text: '傍晚' }], by)
  expect((await exportRefused(warehouse, {})).map(({ name }) => name.slice(2))).toEqual([
    '张示例[手机号]',
    '张示例[手机号]#2',
  ])
  await changeLoads(warehouse, { action: 'replay', rows: [{ loadId, ids }] }, options)
  await changeLoads(warehouse, { action: 'withdraw', loadIds: [loadId], reason: '试' }, options)
  await changeLoads(warehouse, { action: 'restore', loadIds: [loadId] }, options)
  const rows = await read(
    warehouse,
    'select _sheet as sheet, _extra as extra from raw.petitions order by 1, 2',
  )
  const called = rows.map(
    ({ extra }) => (JSON.parse(String(extra)) as Record<string, string>)['联系[手机号]'],
  )
  expect(called).toEqual(['下午', '上午', '下午', '傍晚'])
  const kept = await read(warehouse, 'select * from raw.loads, raw.quarantine, raw.petitions')
  expect(phones.filter((phone) => JSON.stringify(kept, plain).includes(phone))).toEqual([])
})

test('what is said of a file that cannot be read does not name people', async () => {
  const path = join(tempFolder(), '张示例13812345678来信.csv')
  writeFileSync(path, '甲,联系13812345678\n1,2\n')
  const { errors } = await ingestPaths(warehouse, [path], { dataDir: tempFolder(), ...by })
  expect(errors).toMatchObject([{ file: '张示例[手机号]来信.csv' }])
  expect(JSON.stringify(errors)).not.toContain('13812345678')
})

function plain(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : value
}
