import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ingestPaths, Intake, repairCells } from '#ingest'
import { openWarehouse } from '#warehouse'
import { JsonSource, message, sendJson } from '#tests/json-source.ts'
import { faultTimes } from '#tests/fault-times.ts'
import { read } from '#tests/sql-probe.ts'
import { prepareHome } from '#tests/warehouses.ts'
import { buildChild, killedRun, random } from './killed.ts'

const now = () => new Date()
let child = ''
let home = ''
beforeAll(async () => {
  child = await buildChild('change-child')
  home = mkdtempSync(join(tmpdir(), 'huizhi-kill-change-'))
}, 60_000)
afterAll(() => {
  rmSync(home, { recursive: true, force: true })
})

const rounds = faultTimes(3, 10)
const files = faultTimes(5, 24)
const replayState = `
  select
    (select count(*) from raw.quarantine where status = 'open') as waiting,
    (select count(*) from raw.quarantine where status = 'replayed') as replayed,
    (select count(*) from raw.loads where replay_of is not null) as replays,
    (select count(*) from marts.payments) as shown,
    (select count(distinct pay_cert_no) from marts.payments) as numbers`

/** Files of two payments each, one of them without an amount, and the amount noted as a correction. */
async function fillQuarantine(dataDir: string): Promise<void> {
  await prepareHome(dataDir)
  const warehouse = await openWarehouse({ dataDir })
  const paths = Array.from({ length: files }, (_, index) => {
    const path = join(dataDir, `支付_${String(index).padStart(2, '0')}.csv`)
    const rows = `A${index},示例局,示例公司,${index}.25,2026-01-05\nB${index},示例局,示例商行,见附件,2026-01-06\n`
    writeFileSync(path, `凭证号,预算单位,收款人,金额,支付日期\n${rows}`)
    return path
  })
  await ingestPaths(warehouse, paths, { dataDir, actor: '张示例', now })
  const refused = await read(warehouse, 'select quarantine_id as id, load_id from raw.quarantine')
  const edits = refused.map(({ id }) => ({ id: String(id), header: '金额', text: '7.50' }))
  await repairCells(warehouse, edits, { actor: '张示例', now })
  for (const { load_id: loadId } of refused) writeFileSync(join(dataDir, 'wanted', String(loadId)), '')
  await warehouse.close()
}

it('killed while refused rows are replayed, each is either in or waiting, never both', async () => {
  const dataDir = join(home, 'replay')
  mkdirSync(join(dataDir, 'wanted'), { recursive: true })
  await fillQuarantine(dataDir)
  const next = random(20260308)
  for (let round = 0, replayed = 0; replayed < files; round++) {
    // Whatever chance says, the last rounds come to an end.
    const messages = round < rounds ? Math.floor(next() * 4) + 1 : files + 1
    await killedRun(child, ['replay', dataDir], messages, next() * 300, true)
    const warehouse = await openWarehouse({ dataDir })
    const [state] = await read(warehouse, replayState)
    const done = Number(state?.['replayed'])
    expect(done).toBeGreaterThanOrEqual(replayed)
    expect(state).toEqual({
      waiting: files - done,
      replayed: done,
      replays: done,
      shown: files + done,
      numbers: files + done,
    })
    expect(await warehouse.rebuild()).toMatchObject({ built: [] })
    await warehouse.close()
    replayed = done
  }
}, 600_000)

it('killed while a source is pulled, no message is lost or doubled and the place to go on from is never ahead', async () => {
  const dataDir = join(home, 'pull')
  let served = 0
  const source = await JsonSource.start((_, response, { url }) => {
    served += 5
    const since = url.searchParams.get('since') ?? ''
    const rows = Array.from({ length: served }, (_, index) => dated(index + 1))
    sendJson(response, { rows: rows.filter((row) => String(row['更新时间']) >= since) })
  })
  const opened = async () => {
    const warehouse = await openWarehouse({ dataDir })
    const intake = new Intake({ warehouse, dataDir, now, secret: () => undefined })
    return { warehouse, intake }
  }
  await prepareHome(dataDir)
  const { warehouse, intake } = await opened()
  await intake.save('信箱', {
    title: '市长信箱',
    kind: 'petitions',
    http: { url: `${source.url}/list`, records: 'rows', query: { since: '{since}' }, retries: 0 },
    incremental: { field: '更新时间', overlap_days: 2, start: '2024-01-01' },
  })
  await warehouse.close()
  const next = random(20260309)
  for (let round = 0; round < rounds; round++) {
    await killedRun(child, ['pull', dataDir], Math.floor(next() * 3) + 1, next() * 500)
    const killed = await opened()
    await expectWhole(killed.warehouse)
    expect((await killed.intake.recover()).length).toBeLessThanOrEqual(1)
    expect(await killed.intake.log.openRuns()).toEqual([])
    await killed.warehouse.close()
  }
  const last = await opened()
  const signal = new AbortController().signal
  await last.intake.run('信箱', { trigger: 'manual', actor: '张示例', signal })
  await expectWhole(last.warehouse)
  await last.warehouse.close()
  await source.stop()
}, 600_000)

/** Every message once and none missing before the newest: the source gives only what it is asked for. */
async function expectWhole(warehouse: Awaited<ReturnType<typeof openWarehouse>>): Promise<void> {
  const [state] = await read(
    warehouse,
    `select
      count(*) as shown,
      count(distinct petition_id) as numbers,
      coalesce(max(cast(substr(petition_id, 3) as integer)), 0) as newest
    from latest.petitions`,
  )
  expect(state?.['numbers']).toBe(state?.['shown'])
  expect(state?.['newest']).toBe(state?.['shown'])
}

/** A message whose day of change goes up with its number. */
function dated(number: number): Record<string, unknown> {
  const day = new Date(Date.UTC(2024, 0, 1 + Math.floor(number / 20))).toISOString().slice(0, 10)
  return message(number, { 更新时间: `${day} 09:00:00`, 留言时间: `${day} 08:30:00` })
}
