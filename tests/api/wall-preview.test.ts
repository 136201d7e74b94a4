import { Value } from 'typebox/value'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WallSnapshot, type ScenePreview, type Scene } from '#contract'
import { builtInScenes } from '#wall'
import { fillMarked, marks, personal } from '../wall/seeded.ts'
import { Harness } from './harness.ts'

let api: Harness

beforeAll(async () => {
  api = await Harness.startEmpty()
  await fillMarked(api.warehouse)
}, 120_000)
afterAll(async () => {
  await api.stop()
})

/** Every panel there is, in a draft that names a barred thing itself. */
const draft: Scene = {
  id: 'draft',
  name: '草稿',
  question: `${marks.project}怎么样`,
  panels: builtInScenes
    .flatMap(({ panels }) => panels)
    .slice(0, 16)
    .map((panel, index) => ({ ...panel, id: `p-${index}` })),
  layouts: [],
  notes: '只给讲解人看',
  version: 1,
}
const preview = (scene: Scene) =>
  api.post<ScenePreview>('research', '/wall/preview', { scene, viewing: 'hall', theme: 'light' })

describe('the preview of a draft', () => {
  test('is a snapshot like any wall gets, of a scene that is saved nowhere', async () => {
    const { status, body } = await preview(draft)
    expect(status).toBe(200)
    expect(Value.Check(WallSnapshot, body.snapshot)).toBe(true)
    expect(body.snapshot.wall.viewing).toBe('hall')
    expect(body.snapshot.stage).toMatchObject({ scene: 'draft', theme: 'light', dim: 0 })
    expect(body.snapshot.panels.map(({ key }) => key)).toEqual(draft.panels.map(({ id }) => `draft/${id}`))
    expect(body.faults).toEqual([])
    const shown = await api.get<WallSnapshot>('leader', '/wall/snapshot')
    expect(shown.body.scenes.map(({ id }) => id)).not.toContain('draft')
  })

  test('holds nothing under embargo, nothing personal and no notes', async () => {
    for (const value of Object.values(marks)) {
      const entry = { scope: 'word', value, reason: '尚未公布', until: null }
      expect((await api.post('leader', '/wall/embargo', entry)).status).toBe(200)
    }
    for (const scene of builtInScenes) {
      const { text, body } = await preview({ ...scene, question: draft.question, notes: draft.notes })
      expect(body.snapshot.panels).toHaveLength(scene.panels.length)
      for (const barred of [...Object.values(marks), ...personal, '讲解人']) {
        expect(text.includes(barred), `${scene.id} ${barred}`).toBe(false)
      }
    }
  })

  test('says what keeps it from being saved, and still shows what it can', async () => {
    const cell = { column: 0, row: 0, columns: 1, rows: 1 }
    const layouts = [
      { template: '16:9' as const, viewing: 'near' as const, placements: [{ panel: 'p-0', ...cell }] },
    ]
    const { body } = await preview({ ...draft, layouts })
    expect(body.faults.join()).toContain('太小')
    expect(body.snapshot.panels).toHaveLength(draft.panels.length)
  })

  test('is for those who write scenes', async () => {
    const body = { scene: draft, viewing: 'near', theme: 'blue' }
    expect((await api.post('leader', '/wall/preview', body)).status).toBe(403)
  })

  test('stands in a frame of our own pages only; the wall itself stands in none', async () => {
    const headersOf = async (url: string) => (await api.built.app.inject({ url })).headers
    const framed = await headersOf('/screen/?preview')
    expect(framed['x-frame-options']).toBe('SAMEORIGIN')
    expect(framed['content-security-policy']).toContain("frame-ancestors 'self'")
    for (const url of ['/screen', '/', '/walls/scenes?preview']) {
      const headers = await headersOf(url)
      expect(headers['x-frame-options']).toBe('DENY')
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    }
  })
})
