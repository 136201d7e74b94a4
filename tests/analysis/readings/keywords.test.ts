import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createWordWeights } from '../../../analysis/readings/index.ts'
import { keywordsOf } from '../../../analysis/readings/keywords.ts'

const dictionary = ['物业 2000 n', '物业费 300 n', '上涨 900 v', '非常 90000 d', '小区 5000 n', '张三 50 nr']
const weights = createWordWeights(dictionary.join('\n'), new Set(['小区']))

const keywords = (words: readonly string[], titleWords = 0): string[] =>
  keywordsOf(words, titleWords, weights)

describe('keywords', () => {
  it('leaves out adverbs, persons, stop words, single characters, figures and Latin words', () => {
    expect(keywords(['非常', '张三', '小区', '涨', '2024', 'wifi', '上涨'])).toEqual(['上涨'])
  })

  it('puts rarer words first, and words the dictionary lacks among the rarest', () => {
    expect(keywords(['物业', '上涨', '示例家园'])).toEqual(['示例家园', '上涨', '物业'])
  })

  it('counts every mention, and one in the title for more', () => {
    expect(keywords(['物业', '上涨', '物业'])[0]).toBe('物业')
    expect(keywords(['物业', '上涨'], 1)[0]).toBe('物业')
  })

  it('names a thing once: a word inside a chosen one is left out', () => {
    expect(keywords(['物业', '物业费', '上涨'])).toEqual(['物业费', '上涨'])
  })

  it('depends on the text alone, not on texts read before', () => {
    const word = fc.constantFrom('物业', '物业费', '上涨', '非常', '示例家园', '示例路', '积水')
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), fc.array(word, { maxLength: 40 }), (first, second) => {
        const alone = keywords(second, 1)
        keywords(first)
        expect(keywords(second, 1)).toEqual(alone)
        expect(new Set(alone).size).toBe(alone.length)
      }),
    )
  })

  it('is bounded for a text of a hundred thousand different words', () => {
    const words = Array.from(
      { length: 100_000 },
      (_, at) => `词${String.fromCharCode(0x4e00 + (at % 20_000))}`,
    )
    expect(keywords(words)).toHaveLength(8)
  })
})
