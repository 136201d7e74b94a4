import { expect, test } from 'vitest'
import { loadInto, loadRows, petition } from '#tests/loads.ts'
import { read } from '#tests/sql-probe.ts'
import { emptyWarehouse } from '#tests/warehouses.ts'

const first = { kind: 'petitions' as const, fileName: 'a.csv', rows: [petition('1'), petition('2')] }
const second = {
  kind: 'petitions' as const,
  fileName: 'b.csv',
  rows: [petition('2'), petition('3', { created_at: '2025-02-01T00:00:00Z' })],
}

test('a preview says what would change and leaves no trace', async () => {
  const warehouse = await emptyWarehouse()
  await loadRows(warehouse, first)
  const version = warehouse.version()
  const published: number[] = []
  warehouse.onPublish((event) => published.push(event.version))

  const preview = await warehouse.preview((batch) => loadInto(batch, second))
  expect(preview.value).toMatchObject({ rows: 2, accepted: 1, unchanged: 1 })
  expect(preview.loads).toEqual([preview.value])
  expect(preview.marts).toContainEqual({ mart: 'voices', before: 2, after: 3 })
  expect(preview.metrics).toContainEqual(
    expect.objectContaining({ name: 'petitions_total', label: '群众留言件数', before: 2, after: 3 }),
  )
  expect(preview.metrics.map((metric) => metric.name)).not.toContain('budget_total')

  expect(warehouse.version()).toBe(version)
  expect(published).toEqual([])
  expect(await read(warehouse, 'select count(*) as rows from marts.voices')).toEqual([{ rows: 2 }])
  expect(await read(warehouse, 'select count(*) as loads from raw.loads')).toEqual([{ loads: 1 }])

  // What was previewed then happens.
  const report = await loadRows(warehouse, second)
  expect(report).toEqual(preview.value)
  expect((await warehouse.metric('petitions_total')).value).toBe(3)
  await warehouse.close()
})

test('a preview that breaks off throws, and the ledger does not hear of it', async () => {
  const warehouse = await emptyWarehouse()
  await expect(
    warehouse.preview(async (batch) => {
      await loadInto(batch, first)
      throw new TypeError('broken reader')
    }),
  ).rejects.toThrow('broken reader')
  expect(await read(warehouse, 'select count(*) as loads from raw.loads')).toEqual([{ loads: 0 }])
  await loadRows(warehouse, first)
  expect((await warehouse.metric('petitions_total')).value).toBe(2)
  await warehouse.close()
})

test('a preview that takes too long is stopped, and the next write has its turn', async () => {
  const warehouse = await emptyWarehouse()
  const slow = warehouse.preview((batch) => loadInto(batch, first), { limitMs: 0 })
  await expect(slow).rejects.toMatchObject({ code: 'WH_PREVIEW_TIMEOUT' })
  await loadRows(warehouse, first)
  expect((await warehouse.metric('petitions_total')).value).toBe(2)
  await warehouse.close()
})
