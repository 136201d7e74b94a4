import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { IngestFiles } from '#api'
import type { Job, JobAccepted, JobList, Problem } from '#contract'
import { apiQueries } from '#warehouse'
import { resumeDeliveries } from '../../api/jobs/deliver.ts'
import { Harness } from './harness.ts'

/** What the ingest layer was asked to read, and what it found in the files. */
const read: { name: string; text: string; kind: string | undefined }[] = []
const writtenAt: number[] = []
let gate: Promise<void> = Promise.resolve()
let failure: Error | null = null

const ingest: IngestFiles = async (paths, options) => {
  await gate
  if (failure !== null) throw failure
  for (const path of paths) {
    const text = await readFile(path, 'utf8')
    writtenAt.push((await stat(path)).mtimeMs)
    read.push({ name: path.split('/').at(-1) ?? '', text, kind: options.kind })
    options.onProgress({ file: path, rows: 2 })
  }
  const counts = { rows: 2, accepted: 1, quarantined: 1, unchanged: 0 }
  const notes = {
    reasons: { required_missing: 1 },
    warnings: [],
    reconciled: null,
    status: 'published' as const,
  }
  const load = { loadId: 'L1', kind: 'petitions' as const, ...counts, ...notes }
  return { loads: paths.map((file) => ({ file, ...load })), errors: [], notes: [] }
}

let api: Harness
let analysed = 0
const analyse = async () => {
  analysed += 1
}
beforeEach(async () => {
  read.length = 0
  writtenAt.length = 0
  analysed = 0
  gate = Promise.resolve()
  failure = null
  api = await Harness.startEmpty({ ingest, analyse, uploadLimit: 64 * 1024 })
})
afterEach(async () => {
  await api.stop()
})

interface Part {
  readonly name: string
  readonly file?: string
  readonly text: string
}

async function upload(parts: readonly Part[], role: 'data' | 'leader' = 'data') {
  const boundary = 'test-boundary'
  const body = parts
    .map(({ name, file, text }) => {
      const fileName = file === undefined ? '' : `; filename="${file}"`
      return `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${fileName}\r\n\r\n${text}\r\n`
    })
    .join('')
  const response = await api.built.app.inject({
    method: 'POST',
    url: '/api/v1/ingest/uploads',
    headers: {
      cookie: await api.cookieOf(role),
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload: `${body}--${boundary}--\r\n`,
  })
  return { status: response.statusCode, body: response.json<JobAccepted & Problem>() }
}

const job = async (id: string) => (await api.get<Job>('data', `/jobs/${id}`)).body
const inbox = () => readdir(join(api.dataDir, 'inbox')).catch(() => [])

describe('an upload', () => {
  it('is queued, read, analysed, reported and cleared away', async () => {
    const { status, body } = await upload([
      { name: 'kind', text: 'petitions' },
      { name: 'files', file: '留言.csv', text: 'a,b' },
      { name: 'files', file: '留言.csv', text: 'c,d' },
    ])
    expect(status).toBe(202)
    expect(body.files).toEqual(['留言.csv', '留言(2).csv'])
    await api.built.services.jobs.idle()
    expect(read).toEqual([
      { name: '留言.csv', text: 'a,b', kind: 'petitions' },
      { name: '留言(2).csv', text: 'c,d', kind: 'petitions' },
    ])
    expect(analysed).toBe(1)
    expect(await job(body.jobId)).toMatchObject({
      state: 'done',
      stage: null,
      rowsRead: 4,
      failure: null,
      loads: [
        { file: '留言.csv', rows: 2, quarantined: 1 },
        { file: '留言(2).csv', rows: 2, quarantined: 1 },
      ],
    })
    expect(await inbox()).toEqual([])
    const log = await api.warehouse.query(apiQueries.accounts.audit, { action: 'upload' })
    expect(log).toMatchObject([{ object: body.jobId, role: 'data' }])
  })

  it('keeps the time each file was last written; one that lies ahead, or none, is the time it arrived', async () => {
    const begun = Date.now()
    const later = api.clock.now().getTime() + 1000
    await upload([
      { name: 'modified', text: '1710000000000' },
      { name: 'files', file: '旧.csv', text: 'a' },
      { name: 'files', file: '没有时间.csv', text: 'b' },
      { name: 'modified', text: String(later) },
      { name: 'files', file: '将来.csv', text: 'c' },
    ])
    await api.built.services.jobs.idle()
    expect(writtenAt[0]).toBe(1_710_000_000_000)
    for (const arrived of writtenAt.slice(1)) expect(Math.abs(arrived - begun)).toBeLessThan(600_000)
    expect(writtenAt).toHaveLength(3)
  })

  it('cannot leave its folder by its name', async () => {
    const { body } = await upload([{ name: 'files', file: '../../../etc/passwd', text: 'x' }])
    expect(body.files).toEqual(['passwd'])
    await api.built.services.jobs.idle()
    expect(read[0]?.name).toBe('passwd')
    await expect(stat(join(api.dataDir, '..', 'etc'))).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it('over the limit is refused whole and leaves nothing behind', async () => {
    const { status, body } = await upload([
      { name: 'files', file: 'small.csv', text: 'a' },
      { name: 'files', file: 'large.csv', text: 'x'.repeat(65 * 1024) },
    ])
    expect([status, body.code]).toEqual([413, 'API_UPLOAD_TOO_LARGE'])
    expect(await inbox()).toEqual([])
    expect((await api.get<JobList>('data', '/jobs')).body.items).toEqual([])
  })

  it('without files, of an unknown kind, or by the wrong role is refused', async () => {
    expect((await upload([])).body.code).toMatch(/^API_UPLOAD_/)
    const unknown = await upload([
      { name: 'kind', text: 'nonsense' },
      { name: 'files', file: 'a.csv', text: 'a' },
    ])
    expect(unknown.body.code).toBe('API_REQUEST_INVALID')
    expect((await upload([{ name: 'files', file: 'a.csv', text: 'a' }], 'leader')).status).toBe(403)
    expect((await api.post<Problem>('data', '/ingest/uploads', { a: 1 })).body.code).toBe('API_UPLOAD_BROKEN')
    expect(await inbox()).toEqual([])
  })
})

describe('the queue', () => {
  it('runs one job at a time, in order', async () => {
    let open: () => void = () => undefined
    gate = new Promise((resolve) => {
      open = resolve
    })
    const first = await upload([{ name: 'files', file: '1.csv', text: '1' }])
    const second = await upload([{ name: 'files', file: '2.csv', text: '2' }])
    expect([(await job(first.body.jobId)).state, (await job(second.body.jobId)).state]).toEqual([
      'running',
      'queued',
    ])
    open()
    await api.built.services.jobs.idle()
    expect(read.map((file) => file.name)).toEqual(['1.csv', '2.csv'])
    const { body } = await api.get<JobList>('data', '/jobs?limit=1')
    expect(body).toMatchObject({ total: 2, items: [{ id: second.body.jobId, state: 'done' }] })
  })

  it('survives a failing job and says what failed without quoting it', async () => {
    failure = new Error('secret value 13900000000')
    const bad = await upload([{ name: 'files', file: 'bad.csv', text: 'x' }])
    await api.built.services.jobs.idle()
    const failed = await job(bad.body.jobId)
    expect(failed).toMatchObject({ state: 'failed', failure: { code: 'API_JOB_FAILED' } })
    expect(JSON.stringify(failed)).not.toContain('13900000000')
    failure = null
    const good = await upload([{ name: 'files', file: 'good.csv', text: 'y' }])
    await api.built.services.jobs.idle()
    expect((await job(good.body.jobId)).state).toBe('done')
  })

  it('finds what it refused again after a restart', async () => {
    failure = new Error('x')
    const bad = await upload([{ name: 'files', file: 'bad.xlsx', text: 'x' }])
    await api.built.services.jobs.idle()
    failure = null
    await upload([{ name: 'files', file: 'good.csv', text: 'y' }])
    await api.built.services.jobs.idle()
    const dataDir = api.dataDir
    const next = await Harness.startEmpty({ ingest, analyse })
    await resumeDeliveries({ ...next.built.services, dataDir })
    const { body } = await next.get<JobList>('data', '/jobs')
    expect(body.items).toMatchObject([{ id: bad.body.jobId, state: 'failed', files: ['bad.xlsx'] }])
    await next.stop()
  })

  it('leaves a stopped upload for the next start, and clears half-received ones', async () => {
    const { Inbox } = await import('../../api/jobs/inbox.ts')
    const box = new Inbox(api.dataDir)
    const whole = join(api.dataDir, 'inbox', '20260301010000-0000aaaa')
    await mkdir(whole, { recursive: true })
    await writeFile(join(whole, 'a.csv'), 'a')
    await box.seal({ id: '20260301010000-0000aaaa', actor: '张示例', files: ['a.csv'] })
    await mkdir(join(api.dataDir, 'inbox', '20260301010001-0000bbbb'))
    await writeFile(join(api.dataDir, 'inbox', '20260301010001-0000bbbb', '.b.csv.part'), 'b')
    await mkdir(join(api.dataDir, 'inbox', 'weekly'))
    expect(await box.leftOver()).toMatchObject([{ id: '20260301010000-0000aaaa', files: ['a.csv'] }])
    expect((await inbox()).sort()).toEqual(['20260301010000-0000aaaa', 'weekly'])
  })
})
