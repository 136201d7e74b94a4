import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lastWords } from '../../screen/live/last-words.ts'

const kept = {
  receivedAt: 1_700_000_000_000,
  snapshot: {
    stage: { scene: 'demand' },
    panels: [
      { key: 'overview/a', headline: '别处的话', dataTime: '2026-12-31' },
      { key: 'demand/a', headline: '夜间施工噪声连续三周高于预期', dataTime: '2026-11-01' },
      { key: 'demand/b', headline: '办结率回升', dataTime: '2026-11-03' },
      { key: 'demand/c', headline: null, dataTime: null },
    ],
  },
}

describe('lastWords', () => {
  it('says what the standing scene found, and how old it is', () => {
    expect(lastWords(JSON.stringify(kept))).toEqual({
      sentences: ['夜间施工噪声连续三周高于预期', '办结率回升'],
      dataTime: '2026-11-03',
      receivedAt: 1_700_000_000_000,
    })
  })

  it('never fails on what lies in the browser', () => {
    const entry = fc.oneof(
      fc.string(),
      fc.json(),
      fc.record({
        snapshot: fc.record({ stage: fc.jsonValue(), panels: fc.jsonValue() }),
        receivedAt: fc.double(),
      }),
    )
    fc.assert(
      fc.property(entry, (value) => {
        const { sentences, receivedAt } = lastWords(typeof value === 'string' ? value : JSON.stringify(value))
        expect(sentences.every((sentence) => typeof sentence === 'string')).toBe(true)
        if (receivedAt !== null) expect(() => new Date(receivedAt).toISOString()).not.toThrow()
      }),
    )
    expect(lastWords(null)).toEqual({ sentences: [], dataTime: null, receivedAt: null })
  })
})
