import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Problem, Role, TilesContent, WallMap, WallMapItem, WallMapList, WallSnapshot } from '#contract'
import { apiQueries } from '#warehouse'
import { squares } from '../wall/squares.ts'
import { Harness } from './harness.ts'

let api: Harness

beforeAll(async () => {
  api = await Harness.start()
}, 120_000)
afterAll(async () => {
  await api.stop()
})

const facts = {
  number: '示例审(2026)0001号',
  source: '示例制图社',
  date: '2026-01-15',
  area: '云岭市各区县',
  codeProperty: 'code',
}
const content = squares(['990102', '999999'])

const upload = <T = WallMapList>(changes: object = {}, role: Role = 'research') =>
  api.post<T>(role, '/wall/maps', { facts: { ...facts, ...changes }, fileName: '云岭.geojson', content })
const list = async () => (await api.get<WallMapList>('research', '/wall/maps')).body.items
const snapshot = async () => (await api.get<WallSnapshot>('screen', '/wall/snapshot')).body

async function hang<T = WallMapList>(method: 'PUT' | 'DELETE', id: string, role: Role = 'research') {
  const headers = { cookie: await api.cookieOf(role) }
  return api.call<T>(method, `/wall/maps/${id}/wall`, { headers })
}

/** The newest map after an upload. */
async function uploaded(changes: object = {}): Promise<WallMapItem> {
  api.clock.advance(60)
  const { status, body } = await upload(changes)
  expect(status).toBe(200)
  const [newest] = body.items
  if (newest === undefined) throw new Error('no map after an upload')
  return newest
}

describe('maps of the customer', () => {
  test('there are none to begin with: places are tiles', async () => {
    expect(await list()).toEqual([])
    expect((await snapshot()).map).toBeNull()
    const { status, body } = await api.get<Problem>('screen', '/wall/map')
    expect([status, body.code]).toEqual([404, 'WALL_MAP_UNKNOWN'])
  })

  test('tell which codes are known, which are not and which districts have no shape', async () => {
    const map = await uploaded()
    expect(map).toMatchObject({ facts, state: 'ready', fileName: '云岭.geojson', unknown: ['999999'] })
    expect(map.matched.map(({ code }) => code)).toEqual(['990102'])
    expect(map.missing.map(({ code }) => code)).not.toContain('990102')
    expect((await snapshot()).map).toBeNull()
  })

  test('hang on the walls when told to, are replaced, come back and are taken off; all are kept', async () => {
    const first = await uploaded()
    const second = await uploaded({ number: '示例审(2026)0002号' })
    expect((await hang('PUT', first.id)).status).toBe(200)
    expect((await snapshot()).map).toBe(first.id)
    await hang('PUT', second.id)
    expect((await snapshot()).map).toBe(second.id)
    const { body: shown } = await api.get<WallMap>('screen', '/wall/map')
    expect(shown).toMatchObject({ number: '示例审(2026)0002号', source: facts.source, date: facts.date })
    expect(shown.shapes.features.map(({ properties }) => properties)).toEqual([
      { code: '990102' },
      { code: '999999' },
    ])
    await hang('PUT', first.id)
    const states = new Map((await list()).map(({ id, state }) => [id, state]))
    expect([states.get(first.id), states.get(second.id)]).toEqual(['wall', 'ready'])
    const { body } = await hang('DELETE', first.id)
    expect(body.items.every(({ state }) => state === 'ready')).toBe(true)
    expect((await snapshot()).map).toBeNull()
    expect((await hang<Problem>('DELETE', first.id)).body.code).toBe('WALL_MAP_UNKNOWN')
    const files = await readdir(join(api.dataDir, 'maps'))
    expect(files).toEqual(expect.arrayContaining([`${first.id}.geojson`, `${second.id}.geojson`]))
  })

  test('without a review number are for looking at only', async () => {
    for (const number of [null, '', '  ']) {
      const map = await uploaded({ number })
      expect(map.state).toBe('preview')
      const { status, body } = await hang<Problem>('PUT', map.id)
      expect([status, body.code]).toEqual([409, 'WALL_MAP_UNREVIEWED'])
      const drawing = await api.get<WallMap>('research', `/wall/maps/${map.id}/drawing`)
      expect(drawing.body).toMatchObject({ id: map.id, number: null })
    }
    expect((await snapshot()).map).toBeNull()
  })

  test('are refused without source, date, area or code, or when no code is known', async () => {
    for (const gap of [{ source: ' ' }, { date: '去年' }, { area: '' }, { codeProperty: '' }]) {
      expect((await upload<Problem>(gap)).body.code).toBe('API_REQUEST_INVALID')
    }
    const strange = { facts, fileName: 'a.json', content: squares(['1', '2']) }
    const { status, body } = await api.post<Problem>('research', '/wall/maps', strange)
    expect([status, body.code]).toEqual([400, 'WALL_MAP_INVALID'])
    expect(body.detail).toContain('区划表')
  })

  test('are sent again only when another one hangs', async () => {
    const map = await uploaded()
    await hang('PUT', map.id)
    const { headers } = await api.get('screen', '/wall/map')
    const known = await api.get('screen', '/wall/map', { 'if-none-match': String(headers['etag']) })
    expect([known.status, known.text]).toEqual([304, ''])
    await hang('PUT', (await uploaded()).id)
    const other = await api.get('screen', '/wall/map', { 'if-none-match': String(headers['etag']) })
    expect(other.status).toBe(200)
  })

  test('are the business of those who edit walls, and each change is on record', async () => {
    for (const role of ['leader', 'supervision', 'data', 'screen'] as const) {
      expect((await upload({}, role)).status).toBe(403)
      expect((await api.get(role, '/wall/maps')).status).toBe(403)
      expect((await hang('PUT', 'any', role)).status).toBe(403)
      expect((await hang('DELETE', 'any', role)).status).toBe(403)
    }
    const { id: hung } = await uploaded()
    await hang('PUT', hung)
    await hang('DELETE', hung)
    expect((await hang<Problem>('PUT', 'any')).body.code).toBe('WALL_MAP_UNKNOWN')
    const log = await api.warehouse.query(apiQueries.accounts.audit, { action: null })
    const done = log.filter(({ object }) => object === hung).map(({ action }) => action)
    expect(done.sort()).toEqual(['add-wall-map', 'put-up-wall-map', 'take-off-wall-map'])
  })

  test('find their tiles by the code of the district', async () => {
    const { panels } = await snapshot()
    const tiles = panels.flatMap(({ content: one }) =>
      one?.form === 'tiles' ? [one satisfies TilesContent] : [],
    )
    expect(tiles.flatMap((one) => one.tiles.map(({ id }) => id))).toContain('990102')
  })
})
