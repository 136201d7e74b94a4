import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WordCutter } from '../../../analysis/text/word-cutter.ts'
import { WordGraph } from '../../../analysis/text/word-graph.ts'

const lexicon = {
  name: '试验',
  version: '1',
  words: [
    { word: '示例家园', frequency: 2000, tag: 'n' },
    { word: '家园', frequency: 1, tag: 'n' },
    { word: '业主委员会', frequency: 3000, tag: 'n' },
  ],
}
const cutter = new WordCutter([lexicon])
const jieba = Jieba.withDict(dict)
jieba.loadDict(
  new TextEncoder().encode(
    lexicon.words.map((one) => `${one.word} ${String(one.frequency)} ${one.tag}\n`).join(''),
  ),
)

function cut(text: string): string[] {
  const words: string[] = []
  cutter.cut(text, 0, text.length, (word) => words.push(word))
  return words
}

const dictionaryWords = new TextDecoder()
  .decode(dict)
  .split('\n')
  .map((line) => line.split(' ')[0] ?? '')
  .filter((word) => /^[\u4e00-\u9fa5]+$/.test(word))

describe('the word cutter', () => {
  it('cuts as jieba does, whatever Han words and characters stand together', () => {
    const word = fc.nat(dictionaryWords.length - 1).map((index) => dictionaryWords[index] ?? '')
    const character = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCharCode(code))
    const domain = fc.constantFrom('示例家园', '业主委员会', '家园', '的', '了', '不', '委员')
    const text = fc.array(fc.oneof(word, word, character, domain), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(text, (parts) => {
        expect(cut(parts.join(''))).toEqual(jieba.cut(parts.join(''), true))
      }),
      { numRuns: 3000 },
    )
  })

  it('leaves mixed scripts, rare characters and Greek to jieba', () => {
    for (const text of ['我有3个U盘', 'α粒子', '㐀㐁字', '一字𠮷野家', 'C++语言', '100%正确', 'みんな好'])
      expect(cut(text)).toEqual(jieba.cut(text, true))
  })

  it('loses no character of a text longer than one piece', () => {
    const long = '示例家园的业主委员会'.repeat(5000)
    expect(cut(long).join('')).toBe(long)
  })
})

describe('the word graph', () => {
  const graph = new WordGraph('甲 50 n\n乙 50 n\n甲乙 10 n\n甲乙丙丁 1 n\n', [{ word: '乙', count: 5 }])

  it('knows words, not their beginnings', () => {
    expect(['甲', '甲乙', '甲乙丙丁', '甲乙丙', '丙', '丁'].map((word) => graph.has(word))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ])
  })

  it('takes the way with the greatest product of shares; a later count replaces an earlier one', () => {
    // 10/66 for the word against 50/66 · 5/66 for its characters.
    expect([...graph.route('甲乙', 0, 2).subarray(0, 1)]).toEqual([2])
  })
})
