import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SearchState, SimilarRequest, SimilarResult } from '#contract'
import { loadRows, petition } from '../helpers/loads.ts'
import { Harness } from './harness.ts'

let api: Harness

beforeAll(async () => {
  api = await Harness.start()
  await loadRows(api.warehouse, {
    kind: 'petitions',
    fileName: '助餐.csv',
    rows: [
      petition('S1', {
        title: '希望增设助餐点',
        body: '社区没有助餐点，独居老人吃饭困难，希望增设助餐点。',
        created_at: '2024-03-01T02:00:00Z',
        reply: '经研究，情况属实。我局计划于2024年10月底前建成两处助餐点。感谢您的关注。',
        replied_at: '2024-03-08T02:00:00Z',
      }),
      petition('S2', {
        title: '助餐点收费太高',
        body: '助餐点一份午饭要二十五元，独居老人吃不起。',
        created_at: '2025-05-01T02:00:00Z',
      }),
      petition('S3', {
        title: '路口积水',
        body: '一下雨路口就积水，行人无法通过。',
        created_at: '2025-05-02T02:00:00Z',
      }),
    ],
  })
})
afterAll(async () => {
  await api.stop()
})

const search = (request: SimilarRequest) => api.post<SimilarResult>('leader', '/search/similar', request)
const DRAFT = '建议在社区增设助餐点，解决独居老人吃饭难'

describe('similar search', () => {
  it('finds earlier texts with the words they share, the reply’s promise and the years', async () => {
    const { status, body } = await search({ draft: DRAFT })
    expect(status).toBe(200)
    expect(body.hits[0]).toMatchObject({
      voiceId: 'petitions:S1',
      year: 2024,
      isReplied: true,
      isFamily: true,
      promises: ['我局计划于2024年10月底前建成两处助餐点'],
    })
    expect(body.hits[0]?.shared.length).toBeGreaterThan(0)
    expect(body.hits.map((hit) => hit.likeness)).toEqual(
      body.hits.map((hit) => hit.likeness).toSorted((a, b) => b - a),
    )
    const inFamily = body.hits.filter((hit) => hit.isFamily)
    expect(body.family).toMatchObject({ firstYear: 2024, raised: inFamily.length, promised: 1 })
    expect(body.index).toMatchObject({ state: 'ready' })
  })

  it('keeps to the kind and the year', async () => {
    const later = (await search({ draft: DRAFT, year: 2025 })).body.hits
    expect(later.map((hit) => hit.voiceId)).toContain('petitions:S2')
    expect(later.every((hit) => hit.year === 2025)).toBe(true)
    const suggestions = (await search({ draft: DRAFT, kind: 'suggestions' })).body.hits
    expect(suggestions.every((hit) => hit.kind === 'suggestions')).toBe(true)
  })

  it('says how large the index is, and that it answers', async () => {
    const { body } = await api.get<SearchState>('leader', '/search/similar')
    expect(body.state).toBe('ready')
    expect(body.documents).toBeGreaterThanOrEqual(3)
  })

  it('takes drafts of any letters, and refuses empty and endless ones', async () => {
    expect((await search({ draft: '😀<b>助餐點</b>\u200b' })).status).toBe(200)
    expect((await search({ draft: '' })).status).toBe(400)
    expect((await search({ draft: '长'.repeat(20_001) })).status).toBe(400)
  })

  it('finds what was published since, once the index is built anew', async () => {
    await loadRows(api.warehouse, {
      kind: 'petitions',
      fileName: '新到.csv',
      rows: [
        petition('S9', {
          title: '屋顶水箱',
          body: '屋顶水箱多年没有清洗。',
          created_at: '2026-02-02T02:00:00Z',
        }),
      ],
    })
    await expect
      .poll(async () => (await search({ draft: '屋顶水箱清洗' })).body.hits[0]?.voiceId, { timeout: 25_000 })
      .toBe('petitions:S9')
  }, 30_000)

  it('is not for the screen role', async () => {
    expect((await api.post('screen', '/search/similar', { draft: DRAFT })).status).toBe(403)
    expect((await api.get('screen', '/search/similar')).status).toBe(403)
  })
})
