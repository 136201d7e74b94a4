import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createClassReader,
  pickLevelExamples,
  serialiseModel,
  trainClassifier,
  type LevelExample,
} from '../../../analysis/classify/index.ts'
import { readLetter } from '../../../analysis/classify/letter.ts'
import { LevelNeighbours } from '../../../analysis/classify/neighbours.ts'
import { loadProductCatalogue } from '../../../analysis/jobs/catalogue.ts'
import { loadSegmenter } from '../../../analysis/jobs/lexicons.ts'
import { toyLetters } from './toy-letters.ts'

const segmenter = loadSegmenter()
const aids = { segmenter, catalogue: loadProductCatalogue() }
const model = trainClassifier(toyLetters, { ...aids, fields: ['title', 'body'] })
const example = (title: string, ...levels: string[]): LevelExample => ({ title, body: '', levels })
const letter = (title: string) => readLetter({ title }, ['title', 'body'], segmenter)

const examples = [
  example('公交车太少', '交通', '公共交通', '公交线路'),
  example('公交车太差了', '交通', '公共交通'),
  example('停车位问题', '交通', '停车'),
  example('小学学费', '教育', '收费'),
]

describe('neighbours', () => {
  const near = new LevelNeighbours(examples, model.vocabulary, segmenter)

  it('takes the levels of the most alike letters of the same class', () => {
    expect(near.find('交通', letter('公交车什么时候来'))).toMatchObject({
      level2: '公共交通',
      level3: '公交线路',
    })
    expect(near.find('交通', letter('停车位在哪里'))).toMatchObject({ level2: '停车', level3: null })
    expect(near.find('教育', letter('公交车到小学'))?.level2).toBe('收费')
  })

  it('says nothing without a like letter, and nothing of a class without examples', () => {
    expect(near.find('交通', letter('幼儿园补课'))).toBeNull()
    expect(near.find('环境', letter('公交车太少'))).toBeNull()
    expect(near.find('交通', letter('😀'))).toBeNull()
  })

  it('finds a letter wholly like itself, and keeps likeness between 0 and 1', () => {
    const titles = toyLetters.map(({ text }) => text['title'] ?? '')
    fc.assert(
      fc.property(fc.shuffledSubarray(titles, { minLength: 1, maxLength: 30 }), (some) => {
        const all = some.map((title) => example(title, '甲', title))
        const one = new LevelNeighbours(all, model.vocabulary, segmenter)
        const [first = ''] = some
        const own = new LevelNeighbours([example(first, '甲', '乙')], model.vocabulary, segmenter)
        expect(own.find('甲', letter(first))?.similarity ?? 1).toBeCloseTo(1)
        const found = one.find('甲', letter(first))
        expect(found === null || (found.similarity > 0 && found.similarity <= 1)).toBe(true)
      }),
      { numRuns: 30 },
    )
  })
})

describe('the examples that are kept', () => {
  it('lets a decision win over a label of the same text', () => {
    const picked = pickLevelExamples([example('公交车', '交通', '甲')], [example(' 公交车 ', '交通', '乙')])
    expect(picked.map(({ levels }) => levels[1])).toEqual(['甲'])
  })

  it('is bounded in number and length, gives rare paths a place, and does not depend on the order', () => {
    const many = Array.from({ length: 900 }, (_, at) => ({
      title: `第${String(at)}件`,
      body: '长'.repeat(5000),
      levels: ['交通', at === 899 ? '少见' : '常见'],
    }))
    const picked = pickLevelExamples([], many)
    expect(picked).toHaveLength(200)
    expect(picked.some(({ levels }) => levels[1] === '少见')).toBe(true)
    expect(Math.max(...picked.map(({ body }) => body.length))).toBe(600)
    expect(pickLevelExamples([], [...many].reverse())).toEqual(picked)
  })

  it('leaves out what names no lower level', () => {
    expect(pickLevelExamples([example('公交车', '交通')], [])).toEqual([])
  })
})

describe('a class reader with examples', () => {
  const bytes = serialiseModel(model)
  const read = (config: { examples?: LevelExample[] }, title: string) =>
    createClassReader({ name: 'default@1', bytes, ...config }, aids)(
      { id: 'V1', title, body: '' },
      segmenter.segment(title),
    )

  it('takes lower levels from them where the catalogue has no word', () => {
    expect(read({}, '公交车太少了')).toMatchObject({ level_1: '交通', level_2: null })
    expect(read({ examples }, '公交车太少了')).toMatchObject({
      level_1: '交通',
      level_2: '公共交通',
      level_3: '公交线路',
    })
    expect(read({ examples }, '垃圾场的臭气')).toMatchObject({ level_1: '环境', level_2: null })
  })

  it('works on a copy that went to another thread', () => {
    const config = structuredClone({ name: 'default@1', bytes, examples })
    expect(read(config, '公交车太少了').level_2).toBe('公共交通')
  })
})
