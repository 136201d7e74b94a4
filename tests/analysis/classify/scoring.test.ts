import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitLinear } from '../../../analysis/classify/fit.ts'
import { plainFolds } from '../../../analysis/classify/folds.ts'
import { GramList, inOpening, inRest, inTitle, partsOf } from '../../../analysis/classify/grams.ts'
import { GramCounter } from '../../../analysis/classify/gram-counter.ts'
import { readLetter } from '../../../analysis/classify/letter.ts'
import { scoreCounted } from '../../../analysis/classify/score-counted.ts'
import { LetterScorer } from '../../../analysis/classify/scorer.ts'
import { SubjectGrams } from '../../../analysis/classify/subject-grams.ts'
import { countAll } from '../../../analysis/classify/train.ts'
import { WordMatcher } from '../../../analysis/classify/word-matcher.ts'
import { loadProductCatalogue } from '../../../analysis/jobs/catalogue.ts'
import { loadSegmenter } from '../../../analysis/jobs/lexicons.ts'
import { toyLetters } from './toy-letters.ts'

const segmenter = loadSegmenter()
const catalogue = loadProductCatalogue()
const grams = { words: 2, characters: 3, subjects: true }

const hanText = fc.string({
  unit: fc.constantFrom('路', '灯', '水', '管', '公', '园', '，', 'A', '7'),
  maxLength: 60,
})

describe('WordMatcher', () => {
  it('finds exactly what indexOf finds, whatever the words and the text', () => {
    const words = fc.array(
      fc.string({ unit: fc.constantFrom('路', '灯', '水', '管'), minLength: 2, maxLength: 4 }),
    )
    fc.assert(
      fc.property(fc.uniqueArray(words.map((list) => list[0] ?? '路灯')), hanText, (list, text) => {
        const found: string[] = []
        new WordMatcher(list).scan(text, (place, start) => found.push(`${String(place)}@${String(start)}`))
        const expected = list.flatMap((word, place) =>
          Array.from(text).flatMap((_, start) =>
            text.startsWith(word, start) ? [`${String(place)}@${String(start)}`] : [],
          ),
        )
        expect(found.sort()).toEqual(expected.sort())
      }),
    )
  })
})

describe('LetterScorer', () => {
  const fields = ['title', 'body']
  const letters = toyLetters.map(({ text }) => text)
  const labels = [...new Set(toyLetters.map(({ label }) => label))]
  const counted = countAll(letters, fields, grams, { segmenter, catalogue })
  const fit = fitLinear(
    counted,
    toyLetters.map(({ label }) => labels.indexOf(label)),
    labels.length,
  )
  const scorer = new LetterScorer(fit, grams, new SubjectGrams(catalogue, segmenter))

  it('scores a letter as training does, one after another', () => {
    fc.assert(
      fc.property(hanText, fc.oneof(hanText, fc.constant('公交车没有人管，'.repeat(400))), (title, body) => {
        const text = { title, body }
        const [one] = countAll([text], fields, grams, { segmenter, catalogue })
        const fast = scorer.score(readLetter(text, fields, segmenter))
        const slow = one ? scoreCounted(fit, one) : new Float64Array()
        for (const [label, score] of slow.entries()) expect(fast[label]).toBeCloseTo(score, 4)
      }),
    )
  })
})

describe('GramCounter', () => {
  it('counts the title double and by itself, and keeps order and counts when its table grows', () => {
    const list = new GramList({ words: 1, characters: 0, subjects: false }, null)
    const counter = new GramCounter()
    list.read({ title: '路灯', body: '路灯坏了', words: ['路灯', '路灯', '坏了'] })
    const { counts, titles } = counter.count(list)
    expect([...counts]).toEqual([4, 2])
    expect([...titles]).toEqual([1, 0])
    const many = Array.from({ length: 5000 }, (_, at) => `词${String(at)}`)
    list.read({ title: '', body: many.join(''), words: many })
    const grown = counter.count(list)
    expect(grown.ids).toHaveLength(5000)
    expect(new Set(grown.ids).size).toBe(5000)
  })
})

describe('partsOf', () => {
  it('tells title, opening and rest apart by walking along the text', () => {
    const body = `${'路'.repeat(119)}，公园`
    const parts = partsOf('公园', body, ['公园', '路'.repeat(119), '公园'])
    expect([...parts.slice(0, 3)]).toEqual([inTitle, inOpening, inRest])
  })
})

describe('plainFolds', () => {
  it('gives every fold its share of every class', () => {
    const targets = Array.from({ length: 100 }, (_, at) => at % 2)
    const folds = plainFolds(targets, 4, 1)
    for (const target of [0, 1])
      for (const fold of [0, 1, 2, 3]) {
        const size = [...folds].filter((one, row) => one === fold && targets[row] === target).length
        expect(size).toBeGreaterThanOrEqual(12)
        expect(size).toBeLessThanOrEqual(13)
      }
    expect(plainFolds(targets, 4, 1)).toEqual(folds)
  })
})
