import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type {
  JobAccepted,
  LoadChangePreview,
  LoadList,
  LoadSelection,
  MetricValue,
  Problem,
  QuarantineGroups,
  QuarantineList,
} from '#contract'
import { ingestPaths, writeXlsx } from '#ingest'
import { resumeDeliveries } from '../../api/jobs/deliver.ts'
import { Inbox } from '../../api/jobs/inbox.ts'
import { Harness } from './harness.ts'

let server: Harness
beforeEach(async () => {
  server = await Harness.startEmpty()
  await ingest('支付.csv', [
    '凭证号,收款人,金额,支付日期,预算单位,年度',
    'P1,示例公司,100.00,2026-01-05,市教育局,2026',
    'P2,示例商行,见附件,2026-01-06,市教育局,2026',
    'P3,示例商行,见附件,2026-01-07,市教育局,2026',
    'P4,示例工厂,1.00,待定,市教育局,2026',
  ])
})
afterEach(async () => {
  await server.stop()
})

async function ingest(name: string, lines: string[]) {
  const path = join(server.dataDir, name)
  writeFileSync(path, lines.join('\n'))
  await ingestPaths(server.warehouse, [path], {
    dataDir: server.dataDir,
    actor: '张示例',
    now: server.clock.now,
  })
}

async function run(path: string, body: unknown) {
  const answer = await server.post<JobAccepted>('data', path, body)
  expect(answer.status).toBe(202)
  await server.built.services.jobs.idle()
  const job = server.built.services.jobs.find(answer.body.jobId)
  expect(job?.failure).toBeNull()
  return job
}

const paid = async () => (await server.get<MetricValue>('data', '/metrics/budget_paid')).body

test('refused rows: grouped, read under their headers, corrected one by one and as a group, replayed', async () => {
  const groups = await server.get<QuarantineGroups>('data', '/ingest/quarantine/groups')
  expect(groups.body.items).toMatchObject([
    { fileName: '支付.csv', column: 'amount', columnLabel: '金额', open: 2, repaired: 0, aside: 0 },
    { fileName: '支付.csv', column: 'pay_date', open: 1 },
  ])
  const [group] = groups.body.items
  const { loadId = '', reason = '', column } = group ?? {}
  const query = `/ingest/quarantine?load=${loadId}&reason=${reason}&status=open`
  const rows = await server.get<QuarantineList>('data', query)
  expect(rows.body.items[0]?.cells).toEqual([
    { header: '凭证号', text: 'P2', edited: null, isFault: false },
    { header: '收款人', text: '示例商行', edited: null, isFault: false },
    { header: '金额', text: '见附件', edited: null, isFault: true },
    { header: '支付日期', text: '2026-01-06', edited: null, isFault: false },
    { header: '预算单位', text: '市教育局', edited: null, isFault: false },
    { header: '年度', text: '2026', edited: null, isFault: false },
  ])
  const replacement = { load: loadId, reason, column, header: '金额', from: '见附件', to: '20' }
  expect((await server.post('data', '/ingest/quarantine/replacements', replacement)).status).toBe(200)
  const id = rows.body.items[0]?.id ?? ''
  const edits = [{ id, header: '金额', text: '30' }]
  expect((await server.post('data', '/ingest/quarantine/repairs', { edits })).status).toBe(200)
  expect(
    (await server.get<QuarantineGroups>('data', '/ingest/quarantine/groups')).body.items[0]?.repaired,
  ).toBe(2)

  const job = await run('/ingest/quarantine/replays', { load: loadId, reason, column })
  expect(job?.loads).toMatchObject([{ rows: 2, accepted: 2, quarantined: 0 }])
  expect(await paid()).toMatchObject({ value: '150.00', quarantined: 1 })
  const loads = await server.get<LoadList>('data', '/ingest/loads')
  expect(loads.body.items).toMatchObject([
    { replayOf: loadId, rows: 2 },
    { loadId, replayOf: null },
  ])
})

test('setting aside needs a reason, is audited, and can be undone', async () => {
  const rows = await server.get<QuarantineList>('data', '/ingest/quarantine')
  const ids = rows.body.items.map((row) => row.id)
  const refused = await server.post<Problem>('data', '/ingest/quarantine/decisions', {
    ids,
    action: 'set_aside',
  })
  expect(refused.body).toMatchObject({ status: 400, code: 'API_REQUEST_INVALID' })
  const body = { ids, action: 'set_aside', reason: '测试行，不是数据' }
  expect((await server.post('data', '/ingest/quarantine/decisions', body)).body).toEqual({ open: 0 })
  expect((await paid()).quarantined).toBe(0)
  const aside = await server.get<QuarantineList>('data', '/ingest/quarantine?status=set_aside')
  expect(aside.body.items[0]?.asideReason).toBe('测试行，不是数据')
  const back = await server.post('data', '/ingest/quarantine/decisions', {
    ids: ids.slice(0, 1),
    action: 'reopen',
  })
  expect(back.body).toEqual({ open: 1 })
})

test('an exported workbook opens, and only those who may repair get it', async () => {
  const answer = await server.get('data', '/ingest/quarantine/export')
  expect(answer.status).toBe(200)
  expect(answer.headers['content-disposition']).toContain('.xlsx')
  expect((await server.get('research', '/ingest/quarantine/export')).status).toBe(403)
})

test('withdraw and restore with a preview: nothing happens before it is confirmed, everything comes back', async () => {
  await ingest('支付二.csv', [
    '凭证号,收款人,金额,支付日期,预算单位,年度',
    'P1,示例公司,100.00,2026-01-05,市教育局,2026',
    'P9,示例公司,900.00,2026-02-05,市教育局,2026',
  ])
  const { items } = (await server.get<LoadList>('data', '/ingest/loads')).body
  const first = items.at(-1)?.loadId ?? ''
  const request = { action: 'withdraw', loadIds: [first], reason: '送错了' }
  const preview = await server.post<LoadChangePreview>('data', '/ingest/loads/previews', request)
  expect(preview.body.withdrawn).toMatchObject([{ loadId: first, removed: 0, kept: 1, quarantined: 3 }])
  expect(preview.body.metrics).toContainEqual(
    expect.objectContaining({ name: 'quarantined_rows', before: 3, after: 0 }),
  )
  expect((await paid()).value).toBe('1000.00')

  await run('/ingest/loads/changes', request)
  expect(await paid()).toMatchObject({ value: '1000.00', quarantined: 0 })
  const ledger = (await server.get<LoadList>('data', '/ingest/loads')).body.items
  expect(ledger).toMatchObject([
    { accepted: 2, unchanged: 0 },
    {
      loadId: first,
      status: 'withdrawn',
      withdrawnBy: expect.any(String) as string,
      withdrawnReason: '送错了',
    },
  ])
  const again = await server.post<Problem>('data', '/ingest/loads/previews', request)
  expect(again.body).toMatchObject({ status: 409, code: 'WH_LOAD_UNKNOWN' })

  await run('/ingest/loads/changes', { action: 'restore', loadIds: [first] })
  expect(await paid()).toMatchObject({ value: '1000.00', quarantined: 3 })
  const restored = (await server.get<LoadList>('data', '/ingest/loads')).body.items
  expect(restored).toMatchObject([
    { accepted: 1, unchanged: 1 },
    { loadId: first, status: 'published' },
  ])
})

test('loads are chosen for running again by the days of their data', async () => {
  await ingest('支付三.csv', [
    '凭证号,收款人,金额,支付日期,预算单位,年度',
    'P8,示例公司,8.00,2025-06-05,市教育局,2025',
  ])
  const chosen = await server.get<LoadSelection>(
    'data',
    '/ingest/loads/selection?kind=payments&dataTo=2025-12-31',
  )
  expect(chosen.body.items).toMatchObject([
    { fileName: '支付三.csv', dataFrom: '2025-06-05', dataTo: '2025-06-05' },
  ])
  await ingest('指标.csv', ['指标编号,预算单位代码,年度,指标金额,发文日期', 'Z1,101001,2025,9.00,2025-02-01'])
  const lines = await server.get<LoadSelection>('data', '/ingest/loads/selection?dataTo=2025-03-31')
  expect(lines.body.items).toMatchObject([{ fileName: '指标.csv', dataFrom: '2025-02-01' }])
  const loadIds = chosen.body.items.map((load) => load.loadId)
  const job = await run('/ingest/loads/changes', { action: 'rerun', loadIds, reason: '映射改了' })
  expect(job?.loads).toMatchObject([{ rows: 1, accepted: 1 }])
  expect((await server.post('research', '/ingest/loads/changes', { action: 'rerun', loadIds })).status).toBe(
    403,
  )
})

test('a corrected workbook taken in resolves its rows', async () => {
  const rows = await server.get<QuarantineList>('data', '/ingest/quarantine?column=pay_date')
  const [row] = rows.body.items
  const path = join(server.dataDir, '改好.xlsx')
  await writeXlsx(path, [
    {
      name: '1',
      columns: ['隔离编号', '原因', '支付日期'].map((header) => ({ header })),
      rows: [[row?.id ?? '', '', '2026-01-08']],
    },
  ])
  const options = { dataDir: server.dataDir, actor: '张示例', now: server.clock.now }
  const result = await ingestPaths(server.warehouse, [path], options)
  expect(result).toMatchObject({ errors: [], loads: [{ rows: 1, accepted: 1 }] })
  expect(await paid()).toMatchObject({ value: '101.00', quarantined: 2 })
})

test('a change that waited when the service stopped is taken up by the next start', async () => {
  const { items } = (await server.get<LoadList>('data', '/ingest/loads')).body
  const loadId = items[0]?.loadId ?? ''
  // A ticket as the queue of an earlier process left it.
  const inbox = new Inbox(server.dataDir)
  const id = '20260301010000-0000aaaa'
  await inbox.prepare(id)
  const change = { action: 'withdraw', loadIds: [loadId], reason: '送错' } as const
  await inbox.seal({ id, actor: '张示例', files: ['撤回：支付.csv'], change })
  await resumeDeliveries(server.built.services)
  await server.built.services.jobs.idle()
  expect(server.built.services.jobs.find(id)).toMatchObject({ state: 'done', files: ['撤回：支付.csv'] })
  expect((await server.get<LoadList>('data', '/ingest/loads')).body.items[0]?.status).toBe('withdrawn')
  expect(await inbox.leftOver()).toEqual([])
})

test('a change that is over leaves no ticket behind', async () => {
  const { items } = (await server.get<LoadList>('data', '/ingest/loads')).body
  const body = { action: 'withdraw', loadIds: [items[0]?.loadId ?? ''], reason: '送错' }
  await run('/ingest/loads/changes', body)
  expect(await new Inbox(server.dataDir).leftOver()).toEqual([])
})

test('a body is taken at its word: null is no count of rows', async () => {
  const list = await server.get<LoadList>('data', '/ingest/loads')
  const at = `/ingest/loads/${list.body.items[0]?.loadId ?? ''}/reconciliation`
  for (const rows of [null, '4', true])
    expect((await server.post('data', at, { rows })).status, String(rows)).toBe(400)
  expect((await server.post('data', at, { rows: 4 })).body).toEqual({ reconciled: 'balanced' })
})

test('two people on one row: the later is told what the other wrote, and replays nothing unseen', async () => {
  const list = () => server.get<QuarantineList>('data', '/ingest/quarantine?load=' + encodeURIComponent(load))
  const all = await server.get<QuarantineList>('data', '/ingest/quarantine')
  const [row] = all.body.items
  const load = row?.loadId ?? ''
  const seen = (await list()).body.repairs
  const edit = (from: string, text: string) =>
    server.post<Problem>('data', '/ingest/quarantine/repairs', {
      edits: [{ id: row?.id ?? '', header: '金额', from, text }],
    })
  expect((await edit('见附件', '99')).status).toBe(200)
  expect(await edit('见附件', '10')).toMatchObject({
    status: 409,
    body: { code: 'API_CHANGED_MEANWHILE', detail: '第 3 行“金额”现在是“99”' },
  })
  const replay = { load, ids: [row?.id ?? ''] }
  const unseen = await server.post<Problem>('data', '/ingest/quarantine/replays', {
    ...replay,
    repairs: seen,
  })
  expect(unseen).toMatchObject({ status: 409, body: { code: 'API_CHANGED_MEANWHILE' } })
  await run('/ingest/quarantine/replays', { ...replay, repairs: (await list()).body.repairs })
  expect((await edit('99', '10')).body).toMatchObject({ detail: '这一行已经重放或搁置' })
})
