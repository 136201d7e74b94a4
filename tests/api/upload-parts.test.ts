import { readFile, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { crc32 } from '../../ui/client/crc32.ts'
import type { JobAccepted, PartUpload, Problem, UnfinishedUploads } from '#contract'
import { crc32 as nodeCrc32 } from 'node:zlib'
import { Harness } from './harness.ts'

describe('uploads in parts', () => {
  let api: Harness
  let received: { path: string; text: string; kind: string | undefined; writtenAt: number }[]
  const content = Buffer.from('留言编号,留言主题\n'.repeat(50))

  beforeAll(async () => {
    api = await Harness.startEmpty({
      ingest: async (paths, { kind }) => {
        for (const path of paths) {
          const text = await readFile(path, 'utf8')
          received.push({ path, text, kind, writtenAt: (await stat(path)).mtimeMs })
        }
        return { loads: [], errors: [], notes: [] }
      },
    })
  })
  beforeEach(() => (received = []))
  afterAll(() => api.stop())

  const begin = (changes: object = {}) =>
    api.post<PartUpload & Problem>('data', '/ingest/uploads/parts', {
      fileName: '大表.csv',
      size: content.length,
      modified: 1,
      ...changes,
    })

  async function send(id: string, from: number, to: number, checksum?: number) {
    const bytes = content.subarray(from, to)
    const answer = await api.built.app.inject({
      method: 'POST',
      url: `/api/v1/ingest/uploads/parts/${id}?offset=${from}&checksum=${checksum ?? crc32(bytes)}`,
      headers: { 'content-type': 'application/octet-stream', cookie: await api.cookieOf('data') },
      payload: bytes,
    })
    return { status: answer.statusCode, body: answer.json<PartUpload & Problem>() }
  }

  it('goes on where it stopped, takes a part twice without doubling it, and becomes one job', async () => {
    const { body } = await begin({ kind: 'petitions' })
    expect(body).toMatchObject({ offset: 0 })
    expect((await send(body.id, 0, 400)).body.offset).toBe(400)
    expect((await send(body.id, 0, 400)).body.offset).toBe(400)
    const again = await begin({ kind: 'petitions' })
    expect(again.body).toMatchObject({ id: body.id, offset: 400 })
    expect((await api.post('data', `/ingest/uploads/parts/${body.id}/finish`, undefined)).status).toBe(400)
    expect((await send(body.id, 300, content.length)).body.offset).toBe(content.length)
    const done = await api.post<JobAccepted>('data', `/ingest/uploads/parts/${body.id}/finish`, undefined)
    expect(done).toMatchObject({ status: 202, body: { files: ['大表.csv'] } })
    await api.built.services.jobs.idle()
    expect(received).toMatchObject([{ text: content.toString(), kind: 'petitions' }])
    expect((await begin({ kind: 'petitions' })).body.offset).toBe(0)
  })

  it('keeps the time the file was last written', async () => {
    const { body } = await begin({ modified: 1_710_000_000_000 })
    await send(body.id, 0, content.length)
    await api.post('data', `/ingest/uploads/parts/${body.id}/finish`, undefined)
    await api.built.services.jobs.idle()
    expect(received).toMatchObject([{ writtenAt: 1_710_000_000_000 }])
  })

  it('writes a part that comes twice at once in one place, and is handed on once however often that is asked', async () => {
    const { body } = await begin({ modified: 6 })
    await Promise.all([1, 2, 3].map(() => send(body.id, 0, content.length)))
    const path = `/ingest/uploads/parts/${body.id}/finish`
    const asked = await Promise.all([1, 2].map(() => api.post<JobAccepted>('data', path, undefined)))
    const later = await api.post<JobAccepted>('data', path, undefined)
    expect(new Set([...asked, later].map((answer) => answer.body.jobId)).size).toBe(1)
    await api.built.services.jobs.idle()
    expect(received.map(({ text }) => text)).toEqual([content.toString()])
  })

  it('tells its sender what was cut, goes on with it under another kind, or drops it', async () => {
    const { body } = await begin({ modified: 7 })
    await send(body.id, 0, 400)
    const path = '/ingest/uploads/parts'
    const mine = await api.get<UnfinishedUploads>('data', path)
    expect(mine.body.items.filter(({ id }) => id === body.id)).toEqual([
      { id: body.id, fileName: '大表.csv', size: content.length, offset: 400 },
    ])
    expect((await api.get<UnfinishedUploads>('admin', path)).body.items).toEqual([])
    expect((await begin({ modified: 7, kind: 'petitions' })).body).toMatchObject({ id: body.id, offset: 400 })
    const drop = async (role: 'admin' | 'data') =>
      (await api.call('DELETE', `${path}/${body.id}`, { headers: { cookie: await api.cookieOf(role) } }))
        .status
    expect(await drop('admin')).toBe(404)
    expect(await drop('data')).toBe(204)
    expect((await begin({ modified: 7 })).body.offset).toBe(0)
  })

  it('refuses what changed on the way, leaves a gap, or is too large before a byte is sent', async () => {
    const { body } = await begin({ modified: 2 })
    expect((await send(body.id, 0, 100, 1)).body.code).toBe('API_UPLOAD_BROKEN')
    expect((await send(body.id, 50, 100)).body.code).toBe('API_UPLOAD_BROKEN')
    const large = await begin({ size: 10 * 1024 * 1024 })
    expect(large).toMatchObject({ status: 413, body: { detail: '单个文件不超过 1 MB' } })
  })

  it("is nobody else's, and its id is no path", async () => {
    const { body } = await begin({ modified: 3 })
    const other = await api.post('admin', `/ingest/uploads/parts/${body.id}/finish`, undefined)
    expect(other.status).toBe(404)
    expect((await send('..%2F..%2Finbox', 0, 10)).status).toBe(404)
    expect(
      (await api.post('leader', '/ingest/uploads/parts', { fileName: 'a', size: 1, modified: 1 })).status,
    ).toBe(403)
  })

  it('is forgotten after a day', async () => {
    const { body } = await begin({ modified: 4 })
    await send(body.id, 0, 100)
    const past = new Date(api.clock.now().getTime() - 25 * 3_600_000)
    await utimes(join(api.dataDir, 'work', 'uploads', body.id, 'content.part'), past, past)
    await begin({ modified: 5 })
    expect((await begin({ modified: 4 })).body.offset).toBe(0)
  })

  it('computes the checksum the server does', () => {
    for (const text of ['', 'a', '示例'.repeat(1000)])
      expect(crc32(new TextEncoder().encode(text))).toBe(nodeCrc32(text))
  })
})
