import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { IngestFiles } from '#api'
import type { RecordAccepted, RecordList, RecordValues } from '#contract'
import { ingestPaths } from '#ingest'
import { Harness } from './harness.ts'

let api: Harness

beforeEach(async () => {
  const ingest: IngestFiles = (paths, options) =>
    ingestPaths(api.warehouse, paths, { ...options, dataDir: api.dataDir, now: api.clock.now })
  api = await Harness.startEmpty({ ingest, analyse: () => Promise.resolve() })
}, 60_000)
afterEach(() => api.stop())

const told = {
  title: '路灯不亮',
  body: '东湖区示例街道的路灯坏了三天，电话13800138000',
  created_at: '2026-02-05 09:30',
  channel: '来电',
}

async function register(values: object, number?: string) {
  const answer = await api.post<RecordAccepted & { code: string; detail: string }>(
    'data',
    '/ingest/records',
    {
      kind: 'petitions',
      values,
      ...(number === undefined ? {} : { number }),
    },
  )
  await api.built.services.jobs.idle()
  return answer
}

describe('entries made by hand', () => {
  it('get a number, go the way of a file, and are corrected as a new state of the same record', async () => {
    const { status, body } = await register(told)
    expect(status).toBe(202)
    expect(body.number).toMatch(/^SG-\d{8}-[0-9a-f]{8}$/)
    const job = api.built.services.jobs.find(body.jobId)
    expect(job).toMatchObject({ state: 'done', loads: [{ kind: 'petitions', rows: 1, accepted: 1 }] })

    const { items } = (await api.get<RecordList>('data', '/ingest/records')).body
    expect(items).toMatchObject([{ number: body.number, kind: 'petitions' }])
    const found = await api.get<RecordValues>('data', `/ingest/records/${items[0]?.loadId ?? ''}`)
    expect(found.body).toMatchObject({ number: body.number, values: told })

    api.clock.advance(60)
    expect((await register({ ...told, title: '路灯全部不亮' }, body.number)).status).toBe(202)
    const again = (await api.get<RecordList>('data', '/ingest/records')).body.items
    expect(again).toHaveLength(1)
    const total = await api.warehouse.metric('petitions_total')
    expect(total.value).toBe(1)
  }, 120_000)

  it('are refused with the reason when something required is missing or contradicts itself', async () => {
    const lacking = await register({ ...told, title: '' })
    expect(lacking).toMatchObject({ status: 409, body: { code: 'API_RECORD_REFUSED' } })
    expect(lacking.body.detail).toContain('留言主题：必填而没有填')
    const early = await register({ ...told, replied_at: '2026-01-01' })
    expect(early.body.detail).toContain('答复时间早于留言时间')
    const ahead = await register({ ...told, created_at: '2099-03-05 09:30' })
    expect(ahead.body.detail).toContain('留言时间：2099-03-05 还没有到，请核对年份。')
    expect((await register(told, '../../x')).status).toBe(400)
  }, 60_000)
})

describe('templates', () => {
  it('are offered for every kind', async () => {
    const answer = await api.get('data', '/ingest/templates/petitions')
    expect(answer.status).toBe(200)
    expect(answer.headers['content-disposition']).toContain('xlsx')
    expect((await api.get('data', '/ingest/templates/none')).status).toBe(404)
  })
})
