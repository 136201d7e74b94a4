import { mkdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { WallSnapshot } from '#contract'
import { Harness } from './harness.ts'

let api: Harness

beforeAll(async () => {
  api = await Harness.start()
}, 60_000)
afterAll(async () => {
  await api.stop()
})

describe('the wall over HTTP', () => {
  it('gets everything it shows, with the number of its stream', async () => {
    const { status, body } = await api.get<WallSnapshot>('screen', '/wall/snapshot')
    expect(status).toBe(200)
    expect(body).toMatchObject({ serverTime: '2026-03-02T01:00:00Z', wall: { viewing: 'near' } })
    expect(body.sequence).toBeGreaterThan(0)
    const keys = body.scenes.flatMap(({ id, panels }) => panels.map((panel) => `${id}/${panel.id}`))
    expect(body.panels.map(({ key }) => key)).toEqual(keys)
  })

  it('tells of faults in its page by class and place only', async () => {
    const fault = { kind: 'script', name: 'TypeError', place: 'screen-AbC.js:3:456' }
    expect((await api.post('screen', '/wall/faults', fault)).status).toBe(204)
    for (const wrong of [{ place: 'a text of 13900000000' }, { name: 'not a class' }]) {
      expect((await api.post('screen', '/wall/faults', { ...fault, ...wrong })).status).toBe(400)
    }
  })

  it('learns of another build when the page on disk changes', async () => {
    const folder = join(api.dataDir, 'dist', 'screen')
    const build = async () => (await api.get<WallSnapshot>('screen', '/wall/snapshot')).body.build
    expect(await build()).toBe('')
    await mkdir(folder, { recursive: true })
    const page = join(folder, 'index.html')
    await writeFile(page, '<meta name="huizhi-build" content="0123456789ab" />')
    expect(await build()).toBe('0123456789ab')
    await writeFile(page, '<meta name="huizhi-build" content="ba9876543210">')
    await utimes(page, 1, 1)
    expect(await build()).toBe('ba9876543210')
  })

  it('is for those who are signed in', async () => {
    expect((await api.call('GET', '/wall/snapshot')).status).toBe(401)
    expect((await api.call('GET', '/wall/events')).status).toBe(401)
  })
})
