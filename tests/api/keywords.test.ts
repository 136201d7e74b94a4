import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { KeywordChanges, VoiceList } from '#contract'
import { runAnalysis } from '#analysis'
import { loadRows, petition } from '#tests/loads.ts'
import { Harness } from './harness.ts'

let api: Harness
let modelsDir: string

beforeAll(async () => {
  api = await Harness.start()
  modelsDir = await mkdtemp(join(tmpdir(), 'huizhi-keywords-'))
  const letter = (id: string, day: string, subject: string) =>
    petition(id, {
      title: `示例家园${subject}`,
      body: `示例家园${subject}，请尽快处理。`,
      created_at: `${day}T04:00:00Z`,
    })
  const before = ['2026-05-01', '2026-06-01', '2026-06-20'].map((day, at) => letter(`B${at}`, day, '漏水'))
  const now = Array.from({ length: 9 }, (_, at) => letter(`N${at}`, `2026-07-0${at + 1}`, '断电'))
  const steady = Array.from({ length: 6 }, (_, at) => letter(`S${at}`, `2026-07-1${at}`, '漏水'))
  await loadRows(api.warehouse, {
    kind: 'petitions',
    fileName: '热线.csv',
    rows: [...before, ...now, ...steady],
  })
  const context = { warehouse: api.warehouse, modelsDir, now: new Date('2026-08-01T00:00:00Z') }
  await runAnalysis({ ...context, log: () => undefined }, { only: ['voices'] })
})

afterAll(async () => {
  await api.stop()
  await rm(modelsDir, { recursive: true })
})

const period = 'from=2026-07-01&to=2026-07-31'

describe('keyword changes', () => {
  it('puts the word that grew most beyond its past first, with a voice that is about it', async () => {
    const { status, body } = await api.get<KeywordChanges>('research', `/keywords?${period}`)
    expect(status).toBe(200)
    const words = body.items.map((item) => item.word)
    expect(words.indexOf('断电')).toBeLessThan(words.indexOf('漏水'))
    expect(body.items.find((item) => item.word === '断电')).toMatchObject({ voices: 9, expected: 0 })
    expect(body.items.find((item) => item.word === '漏水')).toMatchObject({ voices: 6, expected: 1 })
    expect(body.items.find((item) => item.word === '断电')?.example.text).toContain('断电')
  })

  it('opens exactly the voices it counted', async () => {
    const { body } = await api.get<KeywordChanges>('research', `/keywords?${period}`)
    expect(body.items.length).toBeGreaterThan(1)
    for (const { word, voices } of body.items) {
      const list = await api.get<VoiceList>(
        'research',
        `/voices?${period}&keyword=${encodeURIComponent(word)}`,
      )
      expect(list.body.total).toBe(voices)
    }
  })

  it('answers with the last four weeks of the data when no period is asked for', async () => {
    const { body } = await api.get<KeywordChanges>('research', '/keywords?kind=petitions')
    expect(body.to).not.toBeNull()
    expect(Date.parse(body.to ?? '') - Date.parse(body.from ?? '')).toBe(27 * 86_400_000)
  })

  it('is not for the wall', async () => {
    expect((await api.get('screen', '/keywords')).status).toBe(403)
  })
})
