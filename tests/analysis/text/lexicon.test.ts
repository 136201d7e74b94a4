import { describe, expect, it } from 'vitest'
import { loadStopWords } from '../../../analysis/jobs/lexicons.ts'
import { countDocuments, extractKeywords, LexiconError, parseLexicon } from '../../../analysis/text/index.ts'

describe('parseLexicon', () => {
  it('reads header, single words and lists', () => {
    expect(parseLexicon('# name: 试\n# version: 3\n# 说明\n停水、停电\n物业费 500 nz\n业委会\n')).toEqual({
      name: '试',
      version: '3',
      words: [
        { word: '停水', frequency: 2000, tag: 'n' },
        { word: '停电', frequency: 2000, tag: 'n' },
        { word: '物业费', frequency: 500, tag: 'nz' },
        { word: '业委会', frequency: 2000, tag: 'n' },
      ],
    })
  })

  it('names the line it cannot read, not its content', () => {
    expect(() => parseLexicon('# name: 试\n好词\n坏 词 频 数')).toThrow(LexiconError)
    expect(() => parseLexicon('# name: 试\n好词\n坏 词 频 数')).toThrow(/line 3$/)
  })
})

describe('extractKeywords', () => {
  it('prefers what is rare elsewhere and leaves stop words, figures and single characters out', () => {
    const texts = [
      ['路灯', '不亮', '领导', '3', '路'],
      ['领导', '停水', '停水'],
      ['领导', '停水', '公交车'],
    ]
    const keywords = extractKeywords(texts[0] ?? [], countDocuments(texts), loadStopWords())
    expect(keywords.map(({ word }) => word)).toEqual(['不亮', '路灯'])
  })
})
