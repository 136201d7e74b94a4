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

  it('is for those who are signed in', async () => {
    expect((await api.call('GET', '/wall/snapshot')).status).toBe(401)
    expect((await api.call('GET', '/wall/events')).status).toBe(401)
  })
})
