import { DuckDBInstance } from '@duckdb/node-api'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWarehouse, type Warehouse } from '#warehouse'
import { feedRows, petition, requestFor, type Row, type TestFile } from '#tests/loads.ts'
import { read } from '#tests/sql-probe.ts'

let dataDir: string
let warehouse: Warehouse
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'huizhi-unnumbered-'))
  warehouse = await openWarehouse({ dataDir })
})
afterEach(async () => {
  await warehouse.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const letter = (title: string, changes: Row = {}) => petition('', { petition_id: null, title, ...changes })
const lamp = letter('路灯不亮')
const answered = { ...lamp, status: '已答复', reply: '已修复。' }
const noise = letter('夜间施工')

/** Letters as they were on a day of March 2025, in a file whose rows have no number. */
async function deliver(day: number, rows: Row[]): Promise<void> {
  const observedAt = new Date(Date.UTC(2025, 2, day))
  const file: TestFile = { kind: 'petitions', fileName: `${day}日.csv`, rows, observedAt }
  await warehouse.write((batch) =>
    batch.load({ ...requestFor(file), key: 'none' }, (sink) => feedRows(file, sink)),
  )
}

const standing = () => read(warehouse, 'select title, status from marts.voices order by all')
const states = () =>
  read(
    warehouse,
    `select _record_key as key, _row_hash as hash, status, _load_seq as seq from raw.petitions
     union all
     select record_key, row_hash, '再次见到', load_seq from raw.sightings
     order by all`,
  )

test('a letter without a number is one record whatever becomes of it', async () => {
  await deliver(1, [lamp, noise])
  await deliver(2, [noise, answered])
  expect(await standing()).toEqual([
    { title: '夜间施工', status: null },
    { title: '路灯不亮', status: '已答复' },
  ])
})

test('equal letters without numbers stay apart', async () => {
  await deliver(1, [lamp, lamp])
  await deliver(2, [answered, lamp])
  expect(await standing()).toEqual([
    { title: '路灯不亮', status: '已答复' },
    { title: '路灯不亮', status: null },
  ])
})

test('records named by their whole rows get the names of today, and decisions follow them', async () => {
  await deliver(1, [lamp, noise])
  await deliver(2, [answered, noise])
  await deliver(3, [answered, noise])
  const [expected, voices] = [await states(), await standing()]
  const [voice] = await read(warehouse, `select voice_id as id from marts.voices where title = '夜间施工'`)
  await warehouse.close()
  await asBefore()

  warehouse = await openWarehouse({ dataDir })
  expect(await standing()).toEqual(voices)
  expect(await states()).toEqual(expected)
  expect(await read(warehouse, 'select voice_id as id from state.risk_handling')).toEqual([voice])
})

/** Keys as an earlier version made them: the digest of the row, its state included, and a count of equal rows. */
async function asBefore(): Promise<void> {
  const rows = await run('warehouse.duckdb', [
    `create temp table earlier as
     select _record_key as now, _row_hash, 'h:' || _row_hash || '#1' as before from raw.petitions`,
    `update raw.sightings set record_key = before from earlier
     where record_key = now and row_hash = _row_hash`,
    `update raw.petitions set _record_key = 'h:' || _row_hash || '#1'`,
    `select _record_key from raw.petitions where title = '夜间施工'`,
  ])
  await run('state.duckdb', [
    `insert into risk_handling values ('1', 'petitions:${String(rows[0]?.[0])}', '已阅', null, '张示例', 'research', now())`,
  ])
}

async function run(file: string, statements: readonly string[]): Promise<unknown[][]> {
  const instance = await DuckDBInstance.create(join(dataDir, file))
  const connection = await instance.connect()
  let rows: unknown[][] = []
  for (const sql of statements) rows = (await connection.runAndReadAll(sql)).getRows()
  connection.closeSync()
  instance.closeSync()
  return rows
}
