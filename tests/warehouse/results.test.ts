import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openWarehouse, type ResultTable, type Warehouse } from '#warehouse'
import { read } from '#tests/sql-probe.ts'
import { emptyWarehouse } from '#tests/warehouses.ts'

const run = { fingerprint: 'f1', startedAt: new Date('2026-01-01T00:00:00Z') }
const weeks = 'select topic_id, week_start::varchar as week, voices from analysis.topic_weeks order by all'

function week(topic: string, start: string, voices: number): Record<string, string | number> {
  return { topic_id: topic, week_start: start, voices }
}

async function write(warehouse: Warehouse, table: Omit<ResultTable, 'table'>): Promise<void> {
  await warehouse.writeResults('topics', [{ table: 'topic_weeks', ...table }], run)
}

test('a merge replaces the rows of its keys, removes keys without rows and leaves the others', async () => {
  const warehouse = await emptyWarehouse()
  await write(warehouse, { rows: [week('a', '2026-01-05', 1), week('b', '2026-01-05', 2)] })
  await write(warehouse, {
    rows: { topic_id: ['b', 'c'], week_start: ['2026-01-12', '2026-01-12'], voices: [3, 4] },
    merge: { key: 'topic_id', keys: ['b', 'c', 'd'] },
  })
  await write(warehouse, { rows: [], merge: { key: 'topic_id', keys: ['c'] } })
  expect(await read(warehouse, weeks)).toEqual([
    { topic_id: 'a', week: '2026-01-05', voices: 1 },
    { topic_id: 'b', week: '2026-01-12', voices: 3 },
  ])
  await warehouse.close()
})

test('columns in parts and what is the same in every row give what rows give', async () => {
  const warehouse = await emptyWarehouse()
  const days = ['2026-01-05', '2026-01-12', '2026-01-19']
  await write(warehouse, { rows: days.map((day, at) => week('a', day, at)) })
  const whole = await warehouse.fingerprint(['analysis.topic_weeks'])
  await write(warehouse, { rows: [] })
  await write(warehouse, {
    rows: [],
    parts: [
      { rows: 1, columns: { week_start: JSON.stringify(days.slice(0, 1)), voices: '[0]' } },
      { rows: 0, columns: {} },
      { rows: 2, columns: { week_start: JSON.stringify(days.slice(1)), voices: '[1, 2]' } },
    ],
    constants: { topic_id: 'a' },
  })
  expect(await warehouse.fingerprint(['analysis.topic_weeks'])).toBe(whole)
  const stray = write(warehouse, { rows: [], constants: { colour: 'red' } })
  await expect(stray).rejects.toMatchObject({ place: { table: 'topic_weeks', column: 'colour' } })
  await warehouse.close()
})

test('lists, escapes and halves of surrogate pairs arrive as they would one by one', async () => {
  const warehouse = await emptyWarehouse()
  const targets = ['a"b\\', '甲\n乙']
  const link = {
    voice_id: '\\\ud83d号',
    keys: [7, 4_294_967_295],
    targets,
    tiers: [],
    first_voice: '\\ud83d',
  }
  const columns = Object.fromEntries(
    Object.entries(link).map(([name, cell]) => [name, JSON.stringify([cell])]),
  )
  const stored = [{ ...link, voice_id: '\\\ufffd号' }]
  const look =
    'select voice_id, to_json(keys)::varchar as keys, to_json(targets)::varchar as targets, to_json(tiers)::varchar as tiers, first_voice from analysis.matter_links'
  const expected = stored.map((row) => ({
    ...row,
    keys: JSON.stringify(row.keys),
    targets: JSON.stringify(row.targets),
    tiers: '[]',
  }))
  for (const rows of [{ rows: [link] }, { rows: [], parts: [{ rows: 1, columns }] }]) {
    await warehouse.writeResults('matters', [{ table: 'matter_links', ...rows }], run)
    expect(await read(warehouse, look)).toEqual(expected)
  }
  await warehouse.close()
})

test('merging in any number of parts gives the table and the fingerprint of one write', async () => {
  const rows = fc.array(fc.record({ topic: fc.constantFrom('a', 'b', 'c'), voices: fc.nat(99) }), {
    maxLength: 12,
  })
  await fc.assert(
    fc.asyncProperty(rows, async (given) => {
      const all = given.map(({ topic, voices }, day) =>
        week(topic, new Date(86_400_000 * day).toISOString().slice(0, 10), voices),
      )
      const warehouse = await emptyWarehouse()
      await write(warehouse, { rows: all })
      const whole = await warehouse.fingerprint(['analysis.topic_weeks'])
      await write(warehouse, { rows: [] })
      for (const topic of ['b', 'a', 'c']) {
        const part = all.filter((row) => row['topic_id'] === topic)
        await write(warehouse, { rows: part, merge: { key: 'topic_id', keys: [topic] } })
      }
      expect(await warehouse.fingerprint(['analysis.topic_weeks'])).toBe(whole)
      await warehouse.close()
    }),
    { numRuns: 10 },
  )
})

test('the last of several parts brings the fingerprint of the whole, the others another', async () => {
  const warehouse = await emptyWarehouse()
  const days = ['2026-01-05', '2026-01-12']
  await write(warehouse, { rows: days.map((day, at) => week('a', day, at)) })
  const whole = await warehouse.fingerprint(['analysis.topic_weeks'])
  const part = (at: number, day: string): ResultTable => ({
    table: 'topic_weeks',
    rows: [week('a', day, at)],
    ...(at === 0 ? {} : { merge: { key: 'topic_id', keys: [] } }),
  })
  await warehouse.writeResults('topics', [part(0, days[0] ?? '')], { ...run, more: true })
  expect(await warehouse.fingerprint(['analysis.topic_weeks'])).not.toBe(whole)
  await warehouse.writeResults('topics', [part(1, days[1] ?? '')], run)
  expect(await warehouse.fingerprint(['analysis.topic_weeks'])).toBe(whole)
  await warehouse.close()
})

test('columns of unequal length and unknown merge keys are refused', async () => {
  const warehouse = await emptyWarehouse()
  const uneven = write(warehouse, { rows: { topic_id: ['a', 'b'], voices: [1] } })
  await expect(uneven).rejects.toMatchObject({ code: 'WH_RESULT_SHAPE' })
  const stray = write(warehouse, { rows: [], merge: { key: 'colour', keys: [] } })
  await expect(stray).rejects.toMatchObject({ place: { table: 'topic_weeks', column: 'colour' } })
  await warehouse.close()
})

test('a warehouse of an earlier version gets the columns it lacks and keeps its rows', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'huizhi-columns-'))
  const first = await openWarehouse({ dataDir })
  await write(first, { rows: [week('a', '2026-01-05', 1)] })
  await first.close()
  await alter(join(dataDir, 'warehouse.duckdb'), 'alter table analysis.topic_weeks drop column expected_high')
  await alter(join(dataDir, 'state.duckdb'), 'alter table wall_scenes drop column actor')
  const second = await openWarehouse({ dataDir })
  expect(await read(second, 'select topic_id, expected_high from analysis.topic_weeks')).toEqual([
    { topic_id: 'a', expected_high: null },
  ])
  expect(await read(second, 'select actor from state.wall_scenes')).toEqual([])
  await second.close()
  await rm(dataDir, { recursive: true })
})

async function alter(path: string, sql: string): Promise<void> {
  const instance = await DuckDBInstance.create(path)
  const connection = await instance.connect()
  await connection.run(sql)
  connection.closeSync()
  instance.closeSync()
}
