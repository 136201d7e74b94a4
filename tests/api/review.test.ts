import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ReviewProgress, ReviewQueue, TrainingList, VoiceDetail, VoiceList } from '#contract'
import { Harness } from './harness.ts'

let api: Harness
let trained: string[]

beforeAll(async () => {
  trained = []
  api = await Harness.start({
    retrain: async (actor) => {
      trained.push(actor)
    },
  })
  const row = (voice_id: string, level_1: string, confidence: number) => ({
    voice_id,
    level_1,
    level_2: null,
    level_3: null,
    confidence,
    bucket: 'review',
    deciding_words: ['积水'],
    alternatives: [{ label: '生态环境', confidence: 0.2 }],
    model: '起步@1',
  })
  await api.warehouse.writeResults(
    'classify',
    [
      {
        table: 'voice_classes',
        rows: [row('petitions:T1', '城乡建设', 0.5), row('petitions:T2', '城乡建设', 0.3)],
      },
    ],
    { fingerprint: 'x', startedAt: api.clock.now() },
  )
})
afterAll(async () => {
  await api.stop()
})

const queue = async () => (await api.get<ReviewQueue>('research', '/review/queue')).body
const decide = async (id: string, levels: string[]) =>
  api.call<{ progress: ReviewProgress[] }>('POST', `/review/decisions/${encodeURIComponent(id)}`, {
    headers: { cookie: await api.cookieOf('research') },
    body: { levels },
  })

describe('the review desk', () => {
  it('shows the least certain first, with words, alternatives and the classes to choose from', async () => {
    const { items, total, choices } = await queue()
    expect(items.map((item) => item.voiceId)).toEqual(['petitions:T2', 'petitions:T1'])
    expect(total).toBe(2)
    expect(items[0]).toMatchObject({
      levels: ['城乡建设'],
      decidingWords: ['积水'],
      alternatives: [{ label: '生态环境', confidence: 0.2 }],
    })
    expect(choices).toContainEqual({ levels: ['城乡建设', '市容环卫'] })
  })

  it('a correction shows at once wherever the class is shown, and can be taken back', async () => {
    // The catalogue offers what lies under the labels in use; the second level narrows the first.
    const answer = await decide('petitions:T2', ['城乡建设', '市容环卫'])
    expect(answer.status).toBe(200)
    expect(answer.body.progress).toEqual([{ bucket: 'review', voices: 2, decided: 1, corrected: 1 }])
    expect((await queue()).items.map((item) => item.voiceId)).toEqual(['petitions:T1'])
    const path = '/voices/petitions%3AT2'
    const detail = await api.get<VoiceDetail>('research', path)
    expect(detail.body.classification?.levels).toEqual(['城乡建设', '市容环卫'])
    expect(detail.body.classification?.decidedBy).not.toBeNull()

    api.clock.advance(1)
    await api.call('DELETE', `/review/decisions/petitions%3AT2`, {
      headers: { cookie: await api.cookieOf('research') },
    })
    expect((await queue()).items).toHaveLength(2)
    const after = await api.get<VoiceDetail>('research', path)
    expect(after.body.classification).toMatchObject({ levels: ['城乡建设'], decidedBy: null })
  })

  it('counts what agrees with the model as confirmed, and filters follow the decision', async () => {
    api.clock.advance(1)
    const { body } = await decide('petitions:T1', ['城乡建设'])
    expect(body.progress).toEqual([{ bucket: 'review', voices: 2, decided: 1, corrected: 0 }])
    const list = await api.get<VoiceList>('research', `/voices?category=${encodeURIComponent('城乡建设')}`)
    expect(list.body.items.map((voice) => voice.voiceId)).toContain('petitions:T1')
  })

  it('refuses classes nobody offers and voices that do not exist', async () => {
    expect((await decide('petitions:T1', ['没有这一类'])).status).toBe(400)
    expect((await decide('petitions:T404', ['城乡建设'])).status).toBe(404)
  })

  it('is closed to roles that do not review', async () => {
    expect((await api.get('leader', '/review/queue')).status).toBe(403)
  })

  it('starts a retraining as a job and says when it is over', async () => {
    const started = await api.call('POST', '/review/trainings', {
      headers: { cookie: await api.cookieOf('admin') },
    })
    expect(started.status).toBe(202)
    await api.built.services.jobs.idle()
    expect(trained).toHaveLength(1)
    const { body } = await api.get<TrainingList>('admin', '/review/trainings')
    expect(body).toEqual({ items: [], running: false, failure: null })
  })
})
