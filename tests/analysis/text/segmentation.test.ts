import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadSegmenter } from '../../../analysis/jobs/lexicons.ts'
import { normaliseText } from '../../../analysis/text/index.ts'

const cases = readFileSync(new URL('segmentation.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [sentence = '', words = ''] = line.split('\t')
    return { sentence, keep: words.split('、') }
  })

describe('segmentation', () => {
  it('is measured on at least 420 different sentences', () => {
    expect(new Set(cases.map((one) => one.sentence)).size).toBeGreaterThanOrEqual(420)
  })

  it('keeps every listed word whole', () => {
    const segmenter = loadSegmenter()
    const broken = cases.flatMap(({ sentence, keep }) => {
      const words = segmenter.segment(normaliseText(sentence))
      return keep.filter((word) => !words.includes(word)).map((word) => `${word} ← ${words.join(' ')}`)
    })
    expect(broken).toEqual([])
  })

  it('is described by the figures that come with the product', () => {
    const { measures } = JSON.parse(
      readFileSync(new URL('../../../docs/methods/measures/分词.json', import.meta.url), 'utf8'),
    ) as { measures: { name: string; n: number }[] }
    const words = cases.reduce((sum, { keep }) => sum + keep.length, 0)
    expect(measures.find(({ name }) => name === '应保持完整的词没有切开')?.n).toBe(words)
  })

  it('gives the same words for the same text', () => {
    const segmenter = loadSegmenter()
    for (const { sentence } of cases.slice(0, 50)) {
      expect(segmenter.segment(sentence)).toEqual(segmenter.segment(sentence))
    }
  })

  it('names the dictionaries it used', () => {
    expect(loadSegmenter().versions).toEqual(['机构@1', '政策词@2', '地名@1', '地名后缀@2'])
  })
})
