import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { changeLoads, ingestPaths, type IngestOptions } from '#ingest'
import type { Warehouse } from '#warehouse'
import { read } from '#tests/sql-probe.ts'
import { emptyWarehouse } from '#tests/warehouses.ts'
import { tempFolder } from '../temp-folder.ts'

let warehouse: Warehouse
let dataDir: string

beforeEach(async () => {
  dataDir = tempFolder()
  warehouse = await emptyWarehouse()
})
afterEach(() => warehouse.close())

const now = () => new Date(Date.UTC(2026, 10, 28, 2))

/** A file as it was on a day of November 2026. */
async function deliver(
  day: number,
  name: string,
  lines: readonly string[],
  more: Partial<IngestOptions> = {},
) {
  const path = join(tempFolder(), name)
  writeFileSync(path, lines.join('\n'))
  const written = new Date(Date.UTC(2026, 10, day, 2))
  utimesSync(path, written, written)
  return ingestPaths(warehouse, [path], {
    dataDir,
    actor: '测试',
    now,
    ...more,
  })
}

const header = '留言编号,留言标题,留言内容,留言时间,状态'
const stateOf = (state: string) => [header, `V1,路灯不亮,路口的灯坏了,2026-11-01,${state}`]
const voices = () =>
  read(
    warehouse,
    'select record_key as id, status, reply, is_replied as replied, unit_name as unit from marts.voices',
  )

test('a file that comes back byte for byte after another one has the last word', async () => {
  await deliver(5, '甲.csv', stateOf('待签收'))
  await deliver(6, '乙.csv', stateOf('已签收'))
  expect(await voices()).toMatchObject([{ status: '已签收' }])
  const { loads } = await deliver(7, '丙.csv', stateOf('待签收'))
  expect(loads).toMatchObject([{ accepted: 0, unchanged: 1 }])
  expect(await voices()).toMatchObject([{ status: '待签收' }])
  const [state] = await warehouse.lineage('voices', 'petitions:V1')
  expect(state).toMatchObject({ isCurrent: true, values: { status: '待签收' } })
  expect(state?.observedAt).toEqual(['2026-11-05T02:00:00Z', '2026-11-07T02:00:00Z'])
})

test('a file without a column says nothing of it; a blank cell under it does', async () => {
  const full = '留言编号,留言标题,留言内容,留言时间,承办单位,状态,答复内容,答复时间'
  await deliver(5, '留言1.csv', [full, 'K1,路灯不亮,路口的灯坏了,2026-11-01,示例局,已答复,已修好,2026-11-04'])
  const short = [
    '留言编号,留言标题,留言内容,留言时间,现在办到哪',
    'K1,路灯不亮,路口的灯坏了,2026-11-01,办好了',
  ]
  const { loads } = await deliver(6, '留言2.csv', short)
  expect(loads[0]?.warnings[1]).toMatch(
    /^与以前的“留言1.csv”相比少了列“承办单位”、“状态”、“答复时间”、“答复内容”，已有的记录沿用以前的内容；多了不认识的列“现在办到哪”/,
  )
  expect(await voices()).toMatchObject([{ status: '已答复', reply: '已修好', replied: true, unit: '示例局' }])
  const [state, before] = await warehouse.lineage('voices', 'petitions:K1')
  expect(state?.values).toMatchObject({ status: '已答复', reply: '已修好' })
  expect(before?.values).toMatchObject({ status: '已答复' })
  await deliver(
    7,
    '空.csv',
    stateOf('').map((line) => line.replace('V1', 'K1')),
  )
  expect(await voices()).toMatchObject([{ status: null, reply: '已修好' }])
})

test('a short file does not make a renamed column forgotten; a file of another series does not count', async () => {
  const changes = async (day: number, name: string, columns: string) => {
    const cells = `K${day},路灯不亮,路口的灯坏了,2026-11-0${day},办好了`.split(',')
    const { loads } = await deliver(day, name, [columns, cells.slice(0, columns.split(',').length).join(',')])
    return loads[0]?.warnings.filter((warning) => warning.startsWith('与以前的'))
  }
  const bare = header.replace(',状态', '')
  const renamed = header.replace('状态', '现在办到哪')
  expect(await changes(1, '留言2026-11-01.csv', header)).toEqual([])
  expect(await changes(2, '市长信箱.csv', bare)).toEqual([])
  const lost = '与以前的“留言2026-11-01.csv”相比少了列“状态”，已有的记录沿用以前的内容'
  expect(await changes(3, '留言2026年11月3日（2）.csv', bare)).toEqual([lost])
  expect(await changes(4, '留言十一月.csv', bare)).toEqual([])
  const added = [expect.stringMatching(new RegExp(`^${lost}；多了不认识的列“现在办到哪”`)) as string]
  expect(await changes(5, '留言5.csv', renamed)).toEqual(added)
  expect(await changes(6, '留言6.csv', renamed)).toEqual(added)
})

test('a correction of an earlier month does not overtake a later month', async () => {
  const lines = (amount: string, day: string) => [
    '地区,年度,预算类别,支出科目代码,支出科目,执行数,截至日期',
    `云岭市,2026,一般公共预算,201,一般公共服务支出,${amount},${day}`,
  ]
  const spent = async () =>
    (await read(warehouse, 'select executed_amount::varchar as spent from marts.expenditures'))[0]?.['spent']
  await deliver(2, '九月.csv', lines('60', '2026-09-30'))
  await deliver(3, '十月.csv', lines('70', '2026-10-31'))
  await deliver(4, '十月更正.csv', lines('68', '2026-10-31'))
  await deliver(5, '九月更正.csv', lines('61', '2026-09-30'))
  expect(await spent()).toBe('68.00')
})

test('the same bytes by another mapping are not counted a second time', async () => {
  const lines = ['哪个单位,钱数,哪天', '示例局,1.50,2026-03-05']
  const mapping = (unit: string) =>
    `kind: payments\nname: 流水\nmatch: { headers: [哪个单位, 钱数, 哪天] }\nkey: none\ncolumns:\n` +
    `  agency_name: 哪个单位\n  amount: { header: 钱数, unit: ${unit} }\n  pay_date: 哪天\n`
  mkdirSync(join(dataDir, 'mappings'))
  writeFileSync(join(dataDir, 'mappings', '流水.yaml'), mapping('元'))
  await deliver(5, '流水.csv', lines)
  writeFileSync(join(dataDir, 'mappings', '流水.yaml'), mapping('万元'))
  const { loads, errors } = await deliver(6, '流水.csv', lines)
  expect(loads).toEqual([])
  expect(errors).toMatchObject([
    { code: 'loaded_otherwise', message: expect.stringContaining('选“重跑”') as string },
  ])
  expect(await read(warehouse, 'select amount::varchar as amount from marts.payments')).toEqual([
    { amount: '1.50' },
  ])
})

test('a rerun holds a load to what its source is declared to deliver today', async () => {
  const declare = (policy: string) => {
    mkdirSync(join(dataDir, 'sources'), { recursive: true })
    writeFileSync(join(dataDir, 'sources', '国库.yaml'), `title: 国库\nfolder: {}\npolicy: ${policy}\n`)
  }
  const lines = [
    '凭证号,预算单位,金额,支付日期,年度',
    'P1,示例局,1.00,2026-03-05,2026',
    'P2,示例局,1.00,2026-03-06,某年',
  ]
  const { loads } = await deliver(5, '支付.csv', lines, { source: '国库', policy: { values: 'discard_row' } })
  expect(loads).toMatchObject([{ accepted: 1, quarantined: 1 }])
  const [load] = await warehouse.isLoaded(
    String((await read(warehouse, 'select file_hash as h from raw.loads'))[0]?.['h']),
  )
  const rerun = () =>
    changeLoads(
      warehouse,
      { action: 'rerun', loadIds: [load?.loadId ?? ''], reason: '' },
      { dataDir, actor: '测试', now },
    )
  declare('{ values: discard_value }')
  expect((await rerun()).value.loads).toMatchObject([{ accepted: 2, quarantined: 0 }])
  declare('{ values: freeze }')
  await expect(rerun()).rejects.toMatchObject({ code: 'contract_frozen' })
})

test('a row refused in every overlapping export waits once, and is settled once', async () => {
  const bad = 'V8,路灯不亮,路口的灯坏了,2026-13-01,待签收'
  const statuses = () =>
    read(warehouse, 'select source_file as file, status from raw.quarantine order by load_id, row_number')
  await deliver(5, '甲.csv', [header, bad])
  await deliver(6, '乙.csv', [header, 'V2,积水,桥下积水,2026-11-02,待签收', bad])
  await deliver(7, '丙.csv', [header, bad, bad])
  const once = [
    { file: '甲.csv', status: 'open' },
    { file: '乙.csv', status: 'repeated' },
    { file: '丙.csv', status: 'repeated' },
    { file: '丙.csv', status: 'open' },
  ]
  expect(await statuses()).toEqual(once)

  const [first] = await read(warehouse, 'select min(load_id) as id from raw.loads')
  const loadIds = [String(first?.['id'])]
  const options = { dataDir, actor: '测试', now }
  await changeLoads(warehouse, { action: 'withdraw', loadIds, reason: '测试' }, options)
  expect((await statuses()).map(({ status }) => status)).toEqual(['open', 'repeated', 'open'])
  await changeLoads(warehouse, { action: 'restore', loadIds }, options)
  expect(await statuses()).toEqual(once)
})
