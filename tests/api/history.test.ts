import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PastMetrics, Snapshot, SnapshotHead, SnapshotList, VoiceDetail } from '#contract'
import { loadRows, petition } from '#tests/loads.ts'
import { Harness } from './harness.ts'

let api: Harness

const answered = {
  status: '已答复',
  reply: '路灯已于当日修复，今后每周巡查一次，发现问题及时处理，感谢您对我们工作的监督和支持，欢迎继续反映。',
  replied_at: '2026-01-25T02:00:00Z',
}

const pull = (name: string, day: string, rows: ReturnType<typeof petition>[]) =>
  loadRows(api.warehouse, {
    kind: 'petitions',
    fileName: name,
    rows,
    observedAt: new Date(`${day}T00:00:00Z`),
  })

beforeAll(async () => {
  api = await Harness.startEmpty()
  const first = petition('1', { created_at: '2026-01-10T02:00:00Z', status: '办理中' })
  const second = petition('2', { created_at: '2026-01-20T02:00:00Z' })
  await pull('第一次.csv', '2026-01-12', [first])
  await pull('第二次.csv', '2026-01-31', [{ ...first, ...answered }, second])
  await pull('第三次.csv', '2026-02-10', [{ ...first, ...answered, rating: '满意' }])
})
afterAll(() => api.stop())

describe('the life of a voice', () => {
  it('tells dated steps and seen changes in order, with the file that showed them', async () => {
    const { body } = await api.get<VoiceDetail>('research', '/voices/petitions:1')
    const told = body.history.map(({ at, basis, label, file, changes }) => [
      at.slice(0, 10),
      basis,
      label,
      file,
      changes.map((change) => [change.label, change.from, change.to]),
    ])
    expect(told).toEqual([
      ['2026-01-10', 'stated', '提出', null, []],
      ['2026-01-12', 'seen', '首次接入', '第一次.csv', []],
      ['2026-01-25', 'stated', '答复', null, []],
      [
        '2026-01-31',
        'seen',
        '内容变化',
        '第二次.csv',
        [
          ['状态', '办理中', '已答复'],
          ['答复意见', null, expect.stringMatching(/……（共 \d+ 字）$/)],
          ['答复时间', null, '2026-01-25 10:00'],
        ],
      ],
      ['2026-02-10', 'seen', '内容变化', '第三次.csv', [['满意度', null, '满意']]],
    ])
  })
})

describe('a past day', () => {
  it('shows each metric then and now, and names those that cannot look back', async () => {
    const { status, body } = await api.get<PastMetrics>('leader', '/metrics/past?date=2026-01-15')
    expect(status).toBe(200)
    const figures = new Map(body.items.map((item) => [item.name, [item.then, item.now]]))
    expect(figures.get('petitions_total')).toEqual([1, 2])
    expect(figures.get('petitions_reply_rate')).toEqual([0, 0.5])
    expect(body.leftOut.length).toBeGreaterThan(0)
  })

  it('is refused for the future and for what is no date', async () => {
    expect((await api.get('leader', '/metrics/past?date=2099-01-01')).status).toBe(400)
    expect((await api.get('leader', '/metrics/past?date=昨天')).status).toBe(400)
  })

  it('frozen for a meeting stays as it was, whatever comes in later', async () => {
    const taken = await api.post<SnapshotHead>('research', '/snapshots', {
      name: '第十二次会议',
      date: '2026-01-31',
    })
    expect(taken.status).toBe(201)
    await pull('补报.csv', '2026-01-30', [petition('3', { created_at: '2026-01-05T02:00:00Z' })])

    const recomputed = await api.get<PastMetrics>('leader', '/metrics/past?date=2026-01-31')
    const frozen = await api.get<Snapshot>('leader', `/snapshots/${taken.body.id}`)
    const total = (items: Snapshot['items']) => items.find(({ name }) => name === 'petitions_total')
    expect(total(recomputed.body.items)).toMatchObject({ then: 3, now: 3 })
    expect(total(frozen.body.items)).toMatchObject({ then: 2, now: 3 })

    const { body } = await api.get<SnapshotList>('leader', '/snapshots')
    expect(body.items).toMatchObject([{ id: taken.body.id, name: '第十二次会议', date: '2026-01-31' }])
    expect((await api.post('leader', '/snapshots', { name: '会议', date: '2026-01-31' })).status).toBe(403)
    expect((await api.get('leader', '/snapshots/none')).status).toBe(404)
  })
})
