import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runAnalysis } from '#analysis'
import type {
  CaseDetail,
  DisclosureDetail,
  DisclosureJob,
  DisclosureList,
  FindingDetail,
  FindingList,
  JobAccepted,
} from '#contract'
import { ingestPaths } from '#ingest'
import type { AccountFlaw } from '../../data-samples/generator/budget/accounts.ts'
import { writeAccounts } from '../helpers/disclosure.ts'
import { Harness } from './harness.ts'

let api: Harness
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huizhi-disclosure-'))
  api = await Harness.startEmpty({
    uploadLimit: 4 * 1024 * 1024,
    ingest: (paths, options) =>
      ingestPaths(api.warehouse, paths, { ...options, dataDir: api.dataDir, now: api.clock.now }),
    analyse: async () => {
      const { warehouse, clock, dataDir } = api
      const context = {
        warehouse,
        modelsDir: join(dataDir, 'models'),
        now: clock.now(),
        log: () => undefined,
      }
      await runAnalysis(context, { only: ['budget'] })
    },
  })
}, 60_000)

afterAll(async () => {
  await api.stop()
  await rm(folder, { recursive: true, force: true })
})

const unit = '示例省云岭市示例局'

async function upload(
  name: string,
  bytes: Buffer,
  role: 'supervision' | 'research' | 'data' = 'supervision',
  path = '/budget/disclosures',
) {
  const boundary = 'test-boundary'
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\n\r\n`
  const response = await api.built.app.inject({
    method: 'POST',
    url: `/api/v1${path}`,
    headers: {
      cookie: await api.cookieOf(role),
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  })
  await api.built.services.jobs.idle()
  return { status: response.statusCode, body: response.json<JobAccepted>() }
}

async function send(name: string, flaws: readonly AccountFlaw[]): Promise<DisclosureJob> {
  api.clock.advance(60)
  const path = join(folder, name)
  writeAccounts(path, flaws)
  const { body } = await upload(name, readFileSync(path))
  return (await api.get<DisclosureJob>('supervision', `/budget/disclosures/uploads/${body.jobId}`)).body
}

const list = async () => (await api.get<DisclosureList>('supervision', '/budget/disclosures')).body.items
const findings = async () => {
  const { items } = (await api.get<FindingList>('supervision', '/budget/findings?rule=B46')).body
  return items.map(({ matter, severity }) => `${severity} ${matter ?? ''}`).sort()
}

describe('published accounts', () => {
  it('a PDF is read, checked, and its contradictions are findings with page and line', async () => {
    expect(await send('决算公开.pdf', ['item', 'direction'])).toMatchObject({
      state: 'done',
      errors: [],
      loads: [{ kind: 'disclosure_lines', quarantined: 0, unchanged: 0 }],
    })
    expect(await list()).toMatchObject([
      {
        fileName: '决算公开.pdf',
        pages: 6,
        state: 'standing',
        unitName: unit,
        fiscalYear: 2024,
        tables: 3,
        issues: 3,
        findings: 2,
      },
    ])
    expect(await findings()).toEqual(['橙 部门决算公开·表内勾稽', '黄 部门决算公开·增减表述'])
    const [file] = await list()
    const { body } = await api.get<DisclosureDetail>(
      'supervision',
      `/budget/disclosures/${file?.document ?? ''}`,
    )
    expect(body.items.map(({ check, place, row }) => [check, place, row])).toEqual([
      ['表内勾稽', '第 4 页', 5],
      ['表内勾稽', '第 4 页', 7],
      ['增减表述', '第 6 页', 4],
    ])
    const { body: card } = await api.get<FindingDetail>(
      'supervision',
      `/budget/findings/${body.items[0]?.findingId ?? ''}`,
    )
    expect(card).toMatchObject({ rule: 'B46', unit, fiscalYear: 2024 })
    expect(card.rows.map(({ file: from, sheet, row }) => [from, sheet, row])).toEqual([
      ['决算公开.pdf', '第 4 页', 5],
      ['决算公开.pdf', '第 4 页', 7],
    ])
  }, 60_000)

  it('the same file again changes nothing, under whatever name', async () => {
    const before = [await list(), await findings()]
    expect((await send('另存.pdf', ['item', 'direction'])).loads).toMatchObject([{ accepted: 0 }])
    expect([await list(), await findings()]).toEqual(before)
  }, 60_000)

  it('a corrected file takes its place: what was put right is gone, what is new is told', async () => {
    const found = (await api.get<FindingList>('supervision', '/budget/findings?rule=B46')).body.items
    const findingId = found.find(({ severity }) => severity === '橙')?.id
    const opened = await api.post<CaseDetail>('supervision', '/cases', {
      findingId,
      requestId: 'case-of-file',
    })
    expect(opened.body.evidence.map(({ absence }) => absence)).toEqual([null])
    await send('决算公开（更正）.pdf', ['direction', 'year'])
    expect(await findings()).toEqual(['黄 部门决算公开·增减表述', '黄 部门决算公开·年度不一致'])
    expect((await list()).map(({ fileName, state, findings: count }) => [fileName, state, count])).toEqual([
      ['决算公开（更正）.pdf', 'standing', 2],
      ['决算公开.pdf', 'superseded', 0],
    ])
    const { body } = await api.get<CaseDetail>('supervision', `/cases/${opened.body.id}`)
    expect(body.evidence[0]?.absence?.loads.map(({ fileName, change }) => [fileName, change])).toEqual([
      ['决算公开（更正）.pdf', 'published'],
    ])
    expect(body.state).toBe(opened.body.state)
    const actions = [
      { type: 'verify', note: '' },
      { type: 'judge', outcome: 'explained', note: '更正后已相符' },
      { type: 'close', note: '更正文件已公开' },
    ]
    let one = body
    for (const action of actions) {
      const request = { version: one.version, requestId: `case-${action.type}`, action }
      one = (await api.post<CaseDetail>('supervision', `/cases/${one.id}/actions`, request)).body
    }
    expect([one.state, one.evidence[0]?.absence === null]).toEqual(['closed', false])
  }, 60_000)

  it('the file can be had again as it came', async () => {
    const [file] = await list()
    const path = `/budget/disclosures/${file?.document ?? ''}/file`
    const response = await api.built.app.inject({
      method: 'GET',
      url: `/api/v1${path}`,
      headers: { cookie: await api.cookieOf('supervision') },
    })
    expect(response.rawPayload).toEqual(readFileSync(join(folder, '决算公开（更正）.pdf')))
    expect((await api.get('research', path)).status).toBe(403)
  })

  it('shows uploads of its own only', async () => {
    const { body } = await upload('支付.csv', Buffer.from('凭证号,金额\n1,2\n'), 'data', '/ingest/uploads')
    expect((await api.get('data', `/jobs/${body.jobId}`)).body).toMatchObject({ state: 'done', kind: null })
    expect((await api.get('supervision', `/budget/disclosures/uploads/${body.jobId}`)).status).toBe(404)
  })

  it('refuses other files with advice, and people without the right', async () => {
    const { body } = await upload('支付.csv', Buffer.from('凭证号,金额\n1,2\n'))
    const { body: job } = await api.get<DisclosureJob>(
      'supervision',
      `/budget/disclosures/uploads/${body.jobId}`,
    )
    expect(job.errors.map(({ code, message }) => [code, message.includes('决算表')])).toEqual([
      ['format_unsupported', true],
    ])
    expect((await upload('决算.pdf', Buffer.from('%PDF-'), 'research')).status).toBe(403)
    expect((await api.get('supervision', '/budget/disclosures/none')).status).toBe(404)
  }, 60_000)
})
