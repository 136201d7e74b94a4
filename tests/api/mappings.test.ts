import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { IngestFiles } from '#api'
import type {
  IngestEffect,
  MappingConfirmed,
  MappingDraft,
  PendingInspection,
  PendingList,
  StoredMappingDetail,
  StoredMappingList,
} from '#contract'
import { ingestPaths, MappingStore } from '#ingest'
import { read } from '#tests/sql-probe.ts'
import { tempFile } from '../ingest/temp-folder.ts'
import { Harness, type Answer } from './harness.ts'

const strange = (rows: string) => `流水,花钱单位,花了多少(万元),哪天花的,收钱的\n${rows}`
const february = strange('L1,示例一局,0.5,05/02/2026,某公司\nL2,示例二局,1.25,25/02/2026,某商店\n')
const march = strange('L3,示例一局,2.00,06/03/2026,某公司\n')

let api: Harness

beforeEach(async () => {
  const ingest: IngestFiles = (paths, options) =>
    ingestPaths(api.built.services.warehouse, paths, {
      ...options,
      dataDir: api.dataDir,
      now: () => new Date(),
    })
  api = await Harness.startEmpty({ ingest, analyse: () => Promise.resolve() })
}, 60_000)
afterEach(() => api.stop())

async function send<T>(
  method: 'POST' | 'PUT' | 'DELETE' | 'GET',
  path: string,
  body?: object,
): Promise<Answer<T>> {
  return api.call<T>(method, path, { headers: { cookie: await api.cookieOf('data') }, body })
}

/** A file that nothing recognises arrives as a source would bring it. */
async function arrive(name: string, text: string, source?: string) {
  const { services } = api.built
  return services.ingest([tempFile(name, text)], {
    actor: 'data',
    ...(source === undefined ? {} : { source }),
    signal: new AbortController().signal,
    onProgress: () => undefined,
  })
}

const draft: MappingDraft = {
  kind: 'payments',
  name: '示例流水',
  assignments: [
    { field: 'pay_cert_no', header: '流水' },
    { field: 'agency_name', header: '花钱单位' },
    { field: 'amount', header: '花了多少(万元)' },
    { field: 'pay_date', header: '哪天花的', date: ['DD/MM/YYYY'] },
    { field: 'payee_name', header: '收钱的' },
  ],
  relaxed: [],
  keyless: false,
}

const theirUnit = { field: 'agency_name', header: '收钱的' }

describe('a file whose headers nobody knows', () => {
  it('waits, is looked at, tried, confirmed, loaded; the next one with the same headers loads at once', async () => {
    const { errors } = await arrive('二月.csv', february)
    expect(errors.map((error) => error.code)).toEqual(['kind_unknown'])
    const [waiting] = (await send<PendingList>('GET', '/ingest/pending')).body.items
    expect(waiting).toMatchObject({ fileName: '二月.csv', actor: 'data', code: 'kind_unknown' })
    const at = `/ingest/pending/${waiting?.id ?? ''}`

    const looked = await send<PendingInspection>('GET', `${at}?kind=payments`)
    expect(looked.status).toBe(200)
    const [guessed] = looked.body.sheets
    expect(guessed).toMatchObject({ needsConfirmation: true, kind: 'payments' })
    const columns = Object.fromEntries((guessed?.columns ?? []).map((one) => [one.header, one]))
    expect(columns['哪天花的']?.samples[0]?.before).toBe('05/02/2026')

    const tried = await send<PendingInspection>('POST', `${at}/preview`, draft)
    expect(tried.body.sheets[0]).toMatchObject({ read: 2, accepted: 2, refused: 0, missing: [] })
    expect(tried.body.sheets[0]?.columns[2]?.samples[0]).toEqual({
      before: '0.5',
      after: '5000.00',
      problem: null,
    })

    const lacking = { ...draft, assignments: draft.assignments.slice(0, 2) }
    const refused = await send<{ code: string; detail: string }>('POST', `${at}/confirm`, lacking)
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'API_MAPPING_INCOMPLETE', detail: '金额、支付日期' },
    })

    const effect = await send<IngestEffect>('POST', `${at}/effect`, draft)
    expect(effect.body).toMatchObject({ rows: 2, accepted: 2, quarantined: 0 })
    expect(effect.body.metrics.map((metric) => metric.name)).toContain('budget_paid')

    const confirmed = await send<MappingConfirmed>('POST', `${at}/confirm`, draft)
    expect(confirmed).toMatchObject({ status: 202, body: { mapping: '示例流水', remaining: 0 } })
    await api.built.services.jobs.idle()
    const job = api.built.services.jobs.find(confirmed.body.jobId ?? '')
    expect(job).toMatchObject({ state: 'done', loads: [{ kind: 'payments', rows: 2, accepted: 2 }] })
    expect((await send<PendingList>('GET', '/ingest/pending')).body.items).toEqual([])

    const next = await arrive('三月.csv', march)
    expect(next).toMatchObject({ errors: [], loads: [{ kind: 'payments', accepted: 1 }] })
  }, 120_000)

  it('is confirmed by one of two people; the other is told, and no second mapping of equal headers stands', async () => {
    await arrive('二月.csv', february)
    const [waiting] = (await send<PendingList>('GET', '/ingest/pending')).body.items
    const path = `/ingest/pending/${waiting?.id ?? ''}/confirm`
    const answers = await Promise.all([
      send<{ code: string }>('POST', path, draft),
      send<{ code: string }>('POST', path, { ...draft, name: '另一说法' }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409])
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('API_PENDING_SETTLED')
    await api.built.services.jobs.idle()
    const store = new MappingStore(api.dataDir)
    const [first] = (await store.list()).mappings
    expect((await store.list()).mappings).toHaveLength(1)
    expect(first && (await store.idFor(first.mapping))).toBe(first?.id)
  }, 60_000)

  it('asks for the unit where the header names two, and takes nothing in before it is told', async () => {
    const text = '凭证号,预算单位,金额（元/万元）,支付日期,用途\nZF1,示例局,3.5,2026-03-05,办公\n'
    const { errors } = await arrive('两个单位.csv', text)
    expect(errors).toMatchObject([
      { code: 'unit_unclear', message: expect.stringContaining('“金额（元/万元）”') as string },
    ])
    const [waiting] = (await send<PendingList>('GET', '/ingest/pending')).body.items
    const at = `/ingest/pending/${waiting?.id ?? ''}`
    const looked = await send<PendingInspection>('GET', at)
    expect(looked.body.sheets[0]).toMatchObject({
      needsConfirmation: true,
      problem: { code: 'unit_unclear' },
    })
    expect(looked.body.sheets[0]?.columns[2]).toMatchObject({
      field: 'amount',
      isUnitUnclear: true,
      unit: null,
    })

    const said: MappingDraft = {
      kind: 'payments',
      name: '两个单位',
      assignments: [
        { field: 'pay_cert_no', header: '凭证号' },
        { field: 'agency_name', header: '预算单位' },
        { field: 'amount', header: '金额（元/万元）' },
        { field: 'pay_date', header: '支付日期' },
      ],
      relaxed: [],
      keyless: false,
    }
    expect(await send('POST', `${at}/confirm`, said)).toMatchObject({
      status: 409,
      body: { code: 'API_MAPPING_INCOMPLETE', detail: '“金额（元/万元）”的单位' },
    })
    const assignments = said.assignments.map((one) =>
      one.field === 'amount' ? { ...one, unit: '万元' } : one,
    )
    expect((await send('POST', `${at}/confirm`, { ...said, assignments })).status).toBe(202)
    await api.built.services.jobs.idle()
    const rows = await read(
      api.built.services.warehouse,
      'select amount::varchar as amount from marts.payments',
    )
    expect(rows).toEqual([{ amount: '35000.00' }])
  }, 120_000)

  it('asks again when headers change, showing the difference and remembering the rest', async () => {
    await arrive('二月.csv', february)
    const [first] = (await send<PendingList>('GET', '/ingest/pending')).body.items
    await send('POST', `/ingest/pending/${first?.id ?? ''}/confirm`, draft)
    await api.built.services.jobs.idle()
    await arrive('四月.csv', march.replace('收钱的', '对方户头'))
    const [changed] = (await send<PendingList>('GET', '/ingest/pending')).body.items
    const looked = await send<PendingInspection>('GET', `/ingest/pending/${changed?.id ?? ''}`)
    expect(looked.body.sheets[0]).toMatchObject({
      kind: 'payments',
      difference: { mapping: '示例流水', added: ['对方户头'], gone: ['收钱的'] },
    })
    const remembered = looked.body.sheets[0]?.columns.find((column) => column.header === '花钱单位')
    expect(remembered).toMatchObject({ field: 'agency_name', reason: 'memory' })
  }, 120_000)

  it('is asked about again when another source brings the same headers, which may mean something else there', async () => {
    await arrive('二月.csv', february, '财政局')
    const [first] = (await send<PendingList>('GET', '/ingest/pending')).body.items
    await send('POST', `/ingest/pending/${first?.id ?? ''}/confirm`, draft)
    await api.built.services.jobs.idle()

    await arrive('二月.csv', february.replaceAll('示例', '教育'), '教育局')
    const [second] = (await send<PendingList>('GET', '/ingest/pending')).body.items
    expect(second).toMatchObject({ source: '教育局', code: 'kind_unknown' })
    const at = `/ingest/pending/${second?.id ?? ''}`
    // What the columns meant elsewhere is a guess here.
    const looked = await send<PendingInspection>('GET', at)
    expect(looked.body.sheets[0]).toMatchObject({
      needsConfirmation: true,
      difference: { added: [], gone: [] },
    })
    const swapped = draft.assignments.map((one) =>
      one.field === 'agency_name' ? { ...one, field: 'payee_name' } : one,
    )
    const theirs = { ...draft, name: '教育流水', assignments: [...swapped.slice(0, 4), theirUnit] }
    await send('POST', `${at}/confirm`, theirs)
    await api.built.services.jobs.idle()

    await arrive('三月.csv', march, '财政局')
    await arrive('三月.csv', march.replace('L3', 'L4'), '教育局')
    const { warehouse } = api.built.services
    const units = await read(
      warehouse,
      `select pay_cert_no, agency_name from raw.payments where pay_cert_no in ('L3', 'L4') order by pay_cert_no`,
    )
    expect(units.map((row) => row['agency_name'])).toEqual(['示例一局', '某公司'])
    const { items } = (await send<StoredMappingList>('GET', '/ingest/mappings')).body
    expect(items.map(({ sources }) => sources)).toEqual([['教育局'], ['财政局']])
    // Files at hand belong to neither.
    expect((await arrive('散件.csv', march)).errors.map((error) => error.code)).toEqual(['kind_unknown'])
  }, 120_000)

  it('waits once however often it comes, and goes when it is not wanted', async () => {
    await arrive('二月.csv', february)
    await arrive('二月.csv', february)
    const { items } = (await send<PendingList>('GET', '/ingest/pending')).body
    expect(items).toHaveLength(1)
    expect((await send('DELETE', `/ingest/pending/${items[0]?.id ?? ''}`)).status).toBe(204)
    expect((await send<PendingList>('GET', '/ingest/pending')).body.items).toEqual([])
    expect((await send('GET', '/ingest/pending/..%2F..%2Fetc')).status).toBe(404)
  }, 60_000)
})

describe('stored mappings', () => {
  it('are listed, edited with the earlier text kept, refused when wrong, and taken out of use', async () => {
    await arrive('二月.csv', february)
    const [waiting] = (await send<PendingList>('GET', '/ingest/pending')).body.items
    await send('POST', `/ingest/pending/${waiting?.id ?? ''}/confirm`, draft)
    await api.built.services.jobs.idle()
    const { items } = (await send<StoredMappingList>('GET', '/ingest/mappings')).body
    expect(items).toMatchObject([{ id: '示例流水', kind: 'payments', columns: 5 }])

    const at = `/ingest/mappings/${encodeURIComponent('示例流水')}`
    const before = (await send<StoredMappingDetail>('GET', at)).body
    const wrong = await send<{ code: string }>('PUT', at, { text: 'kind: 别的\ncolumns: {}' })
    expect(wrong).toMatchObject({ status: 400, body: { code: 'API_MAPPING_INVALID' } })
    const saved = await send<StoredMappingDetail>('PUT', at, { text: `${before.text}currency: CNY\n` })
    expect(saved.body.versions).toHaveLength(1)
    const late = await send<{ code: string }>('PUT', at, { text: before.text, version: before.version })
    expect(late).toMatchObject({ status: 409, body: { code: 'API_CHANGED_MEANWHILE' } })
    const version = await send<{ text: string }>('GET', `${at}/versions/${saved.body.versions[0] ?? ''}`)
    expect(version.body.text).toBe(before.text)
    expect(await readFile(join(api.dataDir, 'mappings', '示例流水.yaml'), 'utf8')).toContain('currency: CNY')

    expect((await send('DELETE', at)).status).toBe(204)
    expect((await send<StoredMappingList>('GET', '/ingest/mappings')).body.items).toEqual([])
  }, 120_000)
})
