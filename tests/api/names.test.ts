import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runAnalysis } from '#analysis'
import type { NameList, TargetList, VoiceEntities } from '#contract'
import { loadRows, petition } from '#tests/loads.ts'
import { Harness } from './harness.ts'

let api: Harness
let modelsDir: string

const region = (code: string, name: string, parent: string | null, level: string) => ({
  region_code: code,
  region_name: name,
  parent_code: parent,
  level,
  valid_from: '2016-01-01',
})

/** The next run: reads what is due, with the decisions made so far. */
async function analyse(): Promise<void> {
  api.clock.advance(60)
  await runAnalysis(
    { warehouse: api.warehouse, modelsDir, now: api.clock.now(), log: () => undefined },
    { only: ['voices'] },
  )
}

const entitiesOf = async (petitionId: string) => {
  const { body } = await api.get<VoiceEntities>('research', `/voices/petitions:${petitionId}/entities`)
  return body.items.map(({ text, status, target }) => [text, status, target?.code ?? null])
}

const decide = (body: object, role: 'research' | 'data' | 'leader' = 'research') => {
  api.clock.advance(1)
  return api.post(role, '/names/decisions', body)
}

beforeAll(async () => {
  api = await Harness.startEmpty()
  modelsDir = await mkdtemp(join(tmpdir(), 'huizhi-names-'))
  await loadRows(api.warehouse, {
    kind: 'regions',
    fileName: '区划.csv',
    rows: [
      region('99', '云岭市', null, '市'),
      region('9901', '岭东区', '99', '区县'),
      region('990101', '望湖街道', '9901', '街道乡镇'),
      region('99010101', '老街社区', '990101', '社区村'),
    ],
  })
  const letter = (id: string, body: string) =>
    petition(id, { title: '路灯不亮', body, created_at: '2026-02-01T04:00:00Z' })
  await loadRows(api.warehouse, {
    kind: 'petitions',
    fileName: '热线.csv',
    rows: [
      letter('1', '我住在银杏社区，楼下路灯不亮。'),
      letter('2', '银杏社区门口的路灯坏了。老棉纺那边也不亮。'),
      letter('3', '望湖街道老街社区的路灯不亮。'),
      letter('4', '老棉纺那边没有路灯，晚上出门不安全。'),
    ],
  })
  await analyse()
})

afterAll(async () => {
  await api.stop()
  await rm(modelsDir, { recursive: true })
})

describe('names that fit no record', () => {
  it('are listed by text, with the number of voices, a sentence and what they are like', async () => {
    const { body } = await api.get<NameList>('leader', '/names?type=place')
    expect(body.total).toBe(1)
    expect(body.items[0]).toMatchObject({
      text: '银杏社区',
      sort: '区划',
      voices: 2,
      status: 'unresolved',
      decision: null,
    })
    expect(body.items[0]?.examples[0]?.text).toContain('银杏社区')
  })

  it('can be settled by research and data only, and only with a record that exists', async () => {
    const body = { type: 'place', text: '银杏社区', action: 'map', target: '99010101' }
    expect((await decide(body, 'leader')).status).toBe(403)
    expect((await decide({ ...body, target: 'none' })).status).toBe(400)
    expect((await decide({ type: 'place', text: '银杏社区', action: 'map' })).status).toBe(400)
  })

  it('mapped: every voice shows the record at once, and the next run finds it', async () => {
    expect(await entitiesOf('1')).toEqual([['银杏社区', 'unresolved', null]])
    const body = { type: 'place', text: '银杏社区', action: 'map', target: '99010101' }
    expect((await decide(body, 'data')).status).toBe(201)
    expect(await entitiesOf('1')).toEqual([['银杏社区', 'resolved', '99010101']])
    expect((await api.get<NameList>('leader', '/names?type=place')).body.total).toBe(0)
    await analyse()
    expect(await entitiesOf('2')).toEqual([['银杏社区', 'resolved', '99010101']])
    const decided = await api.get<NameList>('leader', '/names?state=decided')
    expect(decided.body.items[0]?.decision).toMatchObject({
      action: 'map',
      target: { code: '99010101', name: '云岭市岭东区望湖街道老街社区' },
    })
  })

  it('taught as an alias: the next run finds it where nothing gave it away before, and reads only those voices', async () => {
    expect(await entitiesOf('4')).toEqual([])
    expect((await decide({ type: 'place', text: '老棉纺', action: 'alias', target: '990101' })).status).toBe(
      201,
    )
    const before = await api.warehouse.fingerprint(['analysis.voice_entities'])
    await analyse()
    expect(await api.warehouse.fingerprint(['analysis.voice_entities'])).not.toBe(before)
    expect(await entitiesOf('4')).toEqual([['老棉纺', 'resolved', '990101']])
    expect(await entitiesOf('3')).toEqual([['望湖街道老街社区', 'resolved', '99010101']])
  })

  it('undone: open again', async () => {
    expect((await decide({ type: 'place', text: '银杏社区', action: 'undo' })).status).toBe(201)
    await analyse()
    expect(await entitiesOf('1')).toEqual([['银杏社区', 'unresolved', null]])
  })

  it('no name at all: gone from the voice and from the list', async () => {
    expect((await decide({ type: 'place', text: '银杏社区', action: 'ignore' })).status).toBe(201)
    expect(await entitiesOf('1')).toEqual([])
    expect((await api.get<NameList>('leader', '/names?type=place')).body.total).toBe(0)
  })

  it('finds records by part of their name', async () => {
    const { body } = await api.get<TargetList>(
      'data',
      `/names/targets?type=place&q=${encodeURIComponent('望湖')}`,
    )
    expect(body.items.map(({ code }) => code)).toEqual(['990101', '99010101'])
  })
})
