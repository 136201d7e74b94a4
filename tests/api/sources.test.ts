import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPanels } from '#wall'
import { apiQueries } from '#warehouse'
import { wallContext } from '../../api/wall-context.ts'
import type {
  Overview,
  Problem,
  Scene,
  SourceDetail,
  SourceMorning,
  SourcePreview,
  SourceRunList,
} from '#contract'
import { JsonSource, message, sendJson } from '#tests/json-source.ts'
import { Harness } from './harness.ts'

describe('data sources over HTTP', () => {
  let api: Harness
  let board: JsonSource

  beforeAll(async () => {
    api = await Harness.startEmpty()
    board = await JsonSource.start((_, response) => {
      sendJson(response, [message(1), message(2)])
    })
  })
  afterAll(async () => {
    await api.stop()
    await board.stop()
  })

  const settings = (changes: object = {}) => ({
    settings: { title: '留言板', kind: 'petitions', http: { url: board.url, retries: 0 }, ...changes },
  })
  const morning = async () => (await api.get<SourceMorning>('data', '/sources/morning')).body
  const tick = async () => {
    await api.built.services.scheduler.tick()
    await api.built.services.jobs.idle()
  }

  it('is declared, read again, and refused in words when it is wrong', async () => {
    const schedule = { cron: '*/20 * * * *', workdays: true, grace_minutes: 5 }
    const saved = await api.post<SourceDetail>('data', '/sources/留言板', settings({ schedule }))
    expect(saved).toMatchObject({ status: 200, body: { name: '留言板', type: 'http', isPaused: false } })
    const read = await api.get<SourceDetail>('data', '/sources/留言板')
    expect(read.body.settings).toMatchObject({ title: '留言板', schedule })
    const wrong = await api.post<Problem>('data', '/sources/留言板', {
      settings: { title: '留言板', ftp: {} },
    })
    expect(wrong).toMatchObject({ status: 400, body: { code: 'API_REQUEST_INVALID' } })
    expect(wrong.body.detail).toContain('不认识的键“ftp”')
    expect((await api.get('data', '/sources/没有')).status).toBe(404)
    expect((await api.post('leader', '/sources/甲', settings())).status).toBe(403)
  })

  it('is changed by one of two people who opened it; the other is told', async () => {
    const before = (await api.get<SourceDetail>('data', '/sources/留言板')).body
    const { version } = before
    const first = await api.post('data', '/sources/留言板', {
      ...settings({ freshness: { workdays: 1 } }),
      version,
    })
    expect(first.status).toBe(200)
    const late = await api.post<Problem>('data', '/sources/留言板', { ...settings(), version })
    expect(late).toMatchObject({ status: 409, body: { code: 'API_CHANGED_MEANWHILE' } })
    const { body } = await api.get<SourceDetail>('data', '/sources/留言板')
    expect(body.settings).toMatchObject({ freshness: { workdays: 1 } })
    await api.post('data', '/sources/留言板', { settings: before.settings, version: body.version })
  })

  it('is not written over by a new one of the same name', async () => {
    const taken = await api.post<Problem>('data', '/sources/留言板', {
      ...settings({ title: '另一个' }),
      isNew: true,
    })
    expect(taken).toMatchObject({ status: 409, body: { code: 'API_SOURCE_TAKEN' } })
    expect(taken.body.detail).toContain('已有代号为“留言板”的来源')
    const { body } = await api.get<SourceDetail>('data', '/sources/留言板')
    expect(body.settings).toMatchObject({ title: '留言板' })
  })

  it('shows what a first look brings, or why nothing', async () => {
    const seen = await api.post<SourcePreview>('data', '/sources/preview', { name: '新', ...settings() })
    expect(seen.body).toMatchObject({ problem: null, records: 2, kind: 'petitions' })
    const { body } = await api.post<SourcePreview>('data', '/sources/preview', {
      name: '新',
      settings: { title: '新', http: { url: 'http://127.0.0.1:9/', retries: 0 } },
    })
    expect(body.problem?.code).toBe('source_unreachable')
  })

  it('is run by the clock of the server, once, and is not run again by a second look', async () => {
    // 2026-03-02 is a Monday; the clock stands at 09:00 in Shanghai.
    await tick()
    expect(board.requests.length).toBe(1)
    api.clock.advance(21 * 60)
    await tick()
    await tick()
    expect(board.requests.length).toBe(2)
    expect(await morning()).toMatchObject({
      alerts: 0,
      items: [{ name: '留言板', state: 'arrived', dueAt: '2026-03-02T01:20:00Z' }],
    })
  })

  it('an hour the server slept through is an alert, where figures are read too', async () => {
    api.clock.advance(46 * 60)
    await tick()
    const { alerts, items } = await morning()
    expect(alerts).toBe(1)
    expect(items[0]).toMatchObject({ state: 'missed' })
    // Every figure made from it says so, and so does the table of kinds.
    const { body: overview } = await api.get<Overview>('leader', '/overview')
    expect(overview.late.metrics).toBe(items[0]?.metrics.length)
    expect(overview.late.sources).toEqual([
      {
        ...{ name: '留言板', title: '留言板', word: '没跑', reason: items[0]?.reason },
        metrics: items[0]?.metrics,
      },
    ])
    expect(overview.metrics.find(({ name }) => name === 'petitions_total')?.lateSources).toEqual(['留言板'])
    // Suggestions find their regions among the texts of all voices, and count none of them.
    for (const other of ['budget_paid', 'suggestions_total'])
      expect(overview.metrics.find(({ name }) => name === other)?.lateSources).toEqual([])
    expect(overview.freshness.find(({ kind }) => kind === 'petitions')).toMatchObject({
      isStale: true,
      lateSources: ['留言板'],
    })
  })

  it('a wall says which source did not come, how many figures hang on it, and which panels', async () => {
    const { items } = await morning()
    const panel = (id: string, kind: string) => ({ id, kind, options: {}, weight: 3 })
    const scene: Scene = {
      ...{ id: 'own', name: '数据', question: '', layouts: [], notes: null, version: 1 },
      panels: [panel('a', 'sources.morning'), panel('b', 'data.freshness'), panel('c', 'budget.functions')],
    }
    const [sources, kinds, spending] = await readPanels(wallContext(api.built.services, []), [scene])
    const affected = items[0]?.metrics ?? []
    expect(sources?.headline).toBe(`留言板：没跑，影响 ${affected.length} 个数`)
    expect(JSON.stringify(sources?.content)).toContain(`${affected[0]?.label}等 ${affected.length} 个数`)
    expect(kinds).toMatchObject({ headline: expect.stringContaining('的来源没到') as string, status: 'bad' })
    expect(kinds?.note).toContain('留言板没到')
    expect(spending?.note ?? '').not.toContain('没到')
  })

  it('a missed hour is made up for by a click', async () => {
    const pulled = await api.post('data', '/sources/留言板/pull', undefined)
    expect(pulled.status).toBe(202)
    await api.built.services.jobs.idle()
    expect((await morning()).alerts).toBe(0)
    const runs = await api.get<SourceRunList>('data', '/sources/留言板/runs')
    expect(runs.body.items.map(({ isMissed, trigger }) => [isMissed, trigger])).toEqual([
      [false, 'manual'],
      [true, null],
      [true, null],
      [false, 'schedule'],
    ])
  })

  it('is paused and resumed, and what people did is in the audit log', async () => {
    await api.post('data', '/sources/留言板/paused', { isPaused: true })
    expect((await morning()).items[0]?.state).toBe('paused')
    api.clock.advance(20 * 60)
    await tick()
    await api.post('data', '/sources/留言板/paused', { isPaused: false })
    await tick()
    expect((await morning()).items[0]?.state).not.toBe('paused')
    const log = await api.warehouse.query(apiQueries.accounts.audit, { action: null })
    const actions = log.map(({ action }) => action)
    for (const action of ['save-source', 'test-source', 'pull-source', 'pause-source', 'resume-source'])
      expect(actions).toContain(action)
  })

  it('a file that cannot be read is a row of its own, and spoils no other', async () => {
    await mkdir(join(api.dataDir, 'sources'), { recursive: true })
    await writeFile(join(api.dataDir, 'sources', '坏.yaml'), 'title: [')
    const { items } = await morning()
    expect(items[0]).toMatchObject({ name: '坏', state: 'broken' })
    expect(items).toHaveLength(2)
    const gone = await api.call('DELETE', '/sources/留言板', {
      headers: { cookie: await api.cookieOf('data') },
    })
    expect(gone.status).toBe(204)
    expect((await morning()).items).toHaveLength(1)
  })
})
