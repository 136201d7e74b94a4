import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { ingestPaths } from '#ingest'
import { openWarehouse, type Warehouse } from '#warehouse'
import { faultTimes } from '#tests/fault-times.ts'
import { read } from '#tests/sql-probe.ts'
import { prepareHome } from '#tests/warehouses.ts'
import { expectedAfter, writeKillFile } from './kill-files.ts'
import { buildChild, killedRun, random } from './killed.ts'

const kills = faultTimes(6, 100)
const lanes = faultTimes(1, 2)
let child = ''
beforeAll(async () => {
  child = await buildChild('kill-child')
}, 60_000)

const stateQuery = `
  select
    (select count(*) from raw.loads where status = 'published') as files,
    (select count(*) from raw.loads where status <> 'published') as others,
    (select count(distinct file_hash) from raw.loads) as hashes,
    (select coalesce(sum(rows_read - rows_accepted - rows_quarantined - rows_unchanged), 0) from raw.loads) as unaccounted,
    (select count(*) from raw.payments) as stored,
    (select count(*) from marts.payments) as shown,
    (select count(*) from raw.sightings) as seen_again,
    (select count(*) from raw.quarantine) as quarantined,
    (select count(*) from raw.sealed_texts) as sealed,
    (select coalesce(sum(amount), 0) from marts.payments) as amount,
    (select coalesce(sum(paid_amount), 0) from marts.agency_months) as paid`

/** A committed state: so many whole files and nothing of another; gives their number. */
async function checkState(warehouse: Warehouse, dataDir: string): Promise<number> {
  const [state] = await read(warehouse, stateQuery)
  const files = Number(state?.['files'])
  const expected = expectedAfter(files)
  expect(state).toMatchObject({
    others: 0,
    hashes: files,
    unaccounted: 0,
    stored: expected.payments,
    shown: expected.payments,
    seen_again: expected.seenAgain,
    quarantined: expected.quarantined,
    sealed: expected.sealed,
  })
  expect(Number(state?.['paid'])).toBe(Number(state?.['amount']))
  for (const { file_hash: hash } of await read(warehouse, 'select file_hash from raw.loads'))
    expect(existsSync(join(dataDir, 'archive', String(hash).slice(0, 2), `${String(hash)}.csv`))).toBe(true)
  expect(await warehouse.rebuild()).toMatchObject({ built: [] })
  return files
}

/** Every mart without the columns that say by which load a row came. */
async function martContent(warehouse: Warehouse): Promise<unknown> {
  const payments = await read(
    warehouse,
    'select payment_id, payee_name, amount, pay_date, use_des, row_hash from marts.payments order by payment_id',
  )
  const months = await read(warehouse, 'select * from marts.agency_months order by all')
  return { payments, months }
}

async function killAgainAndAgain(seed: number, rounds: number): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'huizhi-kill-'))
  const [dataDir, folder] = [join(home, 'data'), join(home, 'files')]
  const next = random(seed)
  let files = 0
  try {
    for (let round = 0; round < rounds; round++) {
      // The last published file is offered again: already in, it changes nothing.
      const first = Math.max(0, files - 1)
      await killedRun(child, [dataDir, folder, String(first)], Math.floor(next() * 3) + 1, next() * 700)
      const warehouse = await openWarehouse({ dataDir })
      const now = await checkState(warehouse, dataDir)
      expect(now).toBeGreaterThanOrEqual(files)
      files = now
      await warehouse.close()
    }
    expect(files).toBeGreaterThan(rounds / 10)
    await expectSameAsUnharmed(dataDir, folder, files)
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

/** After all the kills the marts are those of a home that was never killed. */
async function expectSameAsUnharmed(dataDir: string, folder: string, files: number): Promise<void> {
  const killed = await openWarehouse({ dataDir })
  const content = await martContent(killed)
  await killed.close()
  const calm = `${dataDir}-calm`
  await prepareHome(calm)
  const warehouse = await openWarehouse({ dataDir: calm })
  const paths = Array.from({ length: files }, (_, index) => writeKillFile(folder, index))
  await ingestPaths(warehouse, paths, { dataDir: calm, actor: '张示例', now: () => new Date() })
  expect(await martContent(warehouse)).toEqual(content)
  await warehouse.close()
}

describe(`killed ${kills} times at random moments of load, build and publish`, () => {
  it.concurrent.each(Array.from({ length: lanes }, (_, lane) => 20260301 + lane))(
    'with seed %i, the warehouse is one of the committed states, nothing lost or doubled',
    (seed) => killAgainAndAgain(seed, kills / lanes),
    900_000,
  )
})
