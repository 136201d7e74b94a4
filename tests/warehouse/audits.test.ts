import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Warehouse, WriteProgress } from '#warehouse'
import { loadInto, petition } from '#tests/loads.ts'
import { read } from '#tests/sql-probe.ts'
import { emptyWarehouse } from '#tests/warehouses.ts'

let warehouse: Warehouse

beforeAll(async () => {
  warehouse = await emptyWarehouse()
})

afterAll(async () => {
  await warehouse.close()
})

/** Names of the audits that a piece of work ran. */
async function auditsOf(
  work: (onProgress: (progress: WriteProgress) => void) => Promise<unknown>,
): Promise<string[]> {
  const run: string[] = []
  await work((progress) => {
    if (progress.step === 'audit') run.push(progress.audit)
  })
  return run
}

const letter = (key: string) =>
  auditsOf((onProgress) =>
    warehouse.write(
      (batch) =>
        loadInto(batch, {
          kind: 'petitions',
          fileName: `${key}.csv`,
          rows: [petition(key, { title: '路灯' })],
        }),
      { onProgress },
    ),
  )
const rebuild = (all: boolean) => auditsOf((onProgress) => warehouse.rebuild({ all, onProgress }))

it('an audit runs again only when something it reads has changed, and all of them when asked', async () => {
  await letter('1')
  const second = await letter('2')
  expect(second).toContain('petitions__counts_match_raw')
  expect(second).not.toContain('marts__counts_match_raw.payments')
  expect(second).not.toContain('payments__sum_matches_raw')

  const every = await rebuild(true)
  expect(every).toEqual(expect.arrayContaining([...second, 'marts__counts_match_raw.payments']))
  expect(new Set(every).size).toBe(every.length)
  const known = await read(warehouse, 'select audit from meta.audits')
  expect(known.map(({ audit }) => audit).sort()).toEqual([...every].sort())
})
