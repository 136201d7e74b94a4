import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openWarehouse, type LoadReport, type Warehouse } from '#warehouse'
import { faultTimes } from '#tests/fault-times.ts'
import { feedRows, loadInto, loadRows, payment, petition, requestFor, type TestFile } from '#tests/loads.ts'
import { read } from '#tests/sql-probe.ts'
import { emptyWarehouse } from '#tests/warehouses.ts'

// Overlapping files: states seen again, a record with three states, equal rows without a number, one number for
// different records within a file and between files, refused rows, masked texts.
const refused = {
  sheet: null,
  rowNumber: 90,
  column: 'title',
  code: 'required_missing',
  message: '留言主题：必填而没有填。',
  cells: { 留言编号: '9' },
}
const files: TestFile[] = [
  { kind: 'petitions', fileName: 'a.csv', rows: [petition('1'), petition('2')], refused: [refused] },
  {
    kind: 'petitions',
    fileName: 'b.csv',
    rows: [
      petition('1'),
      petition('2', { status: '已答复', replied_at: '2025-01-25T00:00:00Z' }),
      petition('3'),
    ],
    observedAt: new Date('2026-03-02T01:00:00Z'),
  },
  {
    kind: 'petitions',
    fileName: 'c.csv',
    rows: [petition('3', { _extra: '{"备注":"c"}' }), petition('2'), petition('1', { status: '办理中' })],
    observedAt: new Date('2026-03-03T01:00:00Z'),
  },
  {
    kind: 'petitions',
    fileName: 'd.csv',
    rows: [
      petition('1', { title: '公交太少', body: '等不到车。', created_at: '2025-01-03T00:00:00Z' }),
      petition('4', { title: '甲', body: '甲' }),
      petition('4', { title: '乙', body: '乙', created_at: '2025-02-03T00:00:00Z' }),
    ],
  },
  {
    kind: 'payments',
    fileName: 'jan.csv',
    rows: [
      payment('V1', '10.00'),
      payment('V1', '20.00', { payee_name: '示例商行' }),
      payment('', '5.00', { pay_cert_no: null }),
    ],
  },
  {
    kind: 'payments',
    fileName: 'feb.csv',
    rows: [
      payment('V1', '10.00'),
      payment('', '5.00', { pay_cert_no: null }),
      payment('', '5.00', { pay_cert_no: null }),
    ],
  },
]

/** Everything a warehouse holds, with loads called by their files. */
async function contents(warehouse: Warehouse) {
  const names = new Map(
    (await read(warehouse, 'select load_id, file_name from raw.loads')).map((row) => [
      row['load_id'],
      row['file_name'],
    ]),
  )
  const tables = {
    petitions: "select _load_id as load, columns(c -> c not like '\\_load%' escape '\\') from raw.petitions",
    payments: "select _load_id as load, columns(c -> c not like '\\_load%' escape '\\') from raw.payments",
    sightings: 'select load_id as load, * exclude (load_id, load_seq) from raw.sightings',
    contested: 'select null as load, * from raw.contested_keys',
    refused: 'select load_id as load, row_number, status from raw.quarantine',
    loads:
      "select load_id as load, rows_read, rows_accepted, rows_quarantined, rows_unchanged from raw.loads where status = 'published'",
    voices: 'select load_id as load, * exclude (load_id) from marts.voices',
    paid: 'select load_id as load, * exclude (load_id) from marts.payments',
    months: 'select null as load, * from marts.voice_months',
    freshness: 'select null as load, kind, loads, rows, quarantined_open, data_to from marts.freshness',
  }
  const found: Record<string, string[]> = {}
  for (const [table, sql] of Object.entries(tables))
    found[table] = (await read(warehouse, sql))
      .map((row) => JSON.stringify({ ...row, load: names.get(row['load'] ?? '') ?? null }))
      .sort()
  return found
}

async function filled(order: readonly TestFile[]) {
  const warehouse = await emptyWarehouse()
  const reports = new Map<TestFile, LoadReport>()
  // One publish: that it makes no difference how files are published together is another test's.
  await warehouse.write(async (batch) => {
    for (const file of order) reports.set(file, await loadInto(batch, file))
  })
  return { warehouse, reports }
}

async function withdraw(warehouse: Warehouse, report: LoadReport | undefined) {
  const loadId = report?.loadId ?? ''
  const { value } = await warehouse.write((batch) =>
    batch.withdraw({ loadId, actor: '张示例', reason: '送错了文件' }),
  )
  return value
}

async function putBack(warehouse: Warehouse, file: TestFile, report: LoadReport | undefined) {
  await warehouse.write((batch) =>
    batch.load({ ...requestFor(file), again: report?.loadId ?? '' }, (sink) => feedRows(file, sink)),
  )
}

test('withdrawing loads is never having loaded them, putting them back in any order is never having withdrawn them', async () => {
  const order = fc.shuffledSubarray(files, { minLength: files.length, maxLength: files.length })
  const leaving = fc.shuffledSubarray(files, { minLength: 1, maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(order, leaving, fc.infiniteStream(fc.nat()), async (order, leaving, dice) => {
      const { warehouse, reports } = await filled(order)
      const before = await contents(warehouse)
      for (const file of leaving) await withdraw(warehouse, reports.get(file))
      const never = await filled(order.filter((file) => !leaving.includes(file)))
      expect(await contents(warehouse)).toEqual(await contents(never.warehouse))
      await never.warehouse.close()
      const back = [...leaving].sort(() => ((dice.next().value as number) % 2) - 0.5)
      for (const file of back) await putBack(warehouse, file, reports.get(file))
      expect(await contents(warehouse)).toEqual(before)
      await warehouse.close()
    }),
    { numRuns: faultTimes(3, 20), endOnFailure: true },
  )
}, 900_000)

test('a load is not withdrawn past a later one of an older version, which noted nothing of what it repeated', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'huizhi-untracked-'))
  const first = await openWarehouse({ dataDir })
  const report = await loadRows(first, { kind: 'petitions', fileName: 'a.csv', rows: [petition('1')] })
  const rows = [petition('1'), petition('2')]
  const later = await loadRows(first, { kind: 'petitions', fileName: 'b.csv', rows })
  await first.close()
  const instance = await DuckDBInstance.fromCache(join(dataDir, 'warehouse.duckdb'))
  const connection = await instance.connect()
  await connection.run('delete from raw.sightings')
  connection.closeSync()
  instance.closeSync()

  const warehouse = await openWarehouse({ dataDir })
  const withdrawal = { actor: '张示例', reason: '送错' }
  const withdraw = (loadId: string) => warehouse.write((batch) => batch.withdraw({ loadId, ...withdrawal }))
  await expect(withdraw(report.loadId)).rejects.toMatchObject({
    code: 'WH_LOAD_UNTRACKED',
    place: { load: later.loadId },
  })
  expect((await warehouse.metric('petitions_total')).value).toBe(2)
  // From the newest to the oldest it goes.
  await withdraw(later.loadId)
  await withdraw(report.loadId)
  expect(await read(warehouse, 'select count(*) as rows from raw.petitions')).toEqual([{ rows: 0 }])
  await warehouse.close()
  rmSync(dataDir, { recursive: true, force: true })
})
