import { describe, expect, it } from 'vitest'
import { catalogueFromRows, CatalogueError, parseCatalogue } from '../../../analysis/catalogue/index.ts'
import {
  classify,
  coldStartClassifier,
  createNodeFinder,
  evaluateClassifier,
  parseModel,
  serialiseModel,
} from '../../../analysis/classify/index.ts'
import { loadLetterCrosswalk, loadProductCatalogue } from '../../../analysis/jobs/catalogue.ts'
import { loadSegmenter } from '../../../analysis/jobs/lexicons.ts'
import { toyLetters } from './toy-letters.ts'

const segmenter = loadSegmenter()
const catalogue = loadProductCatalogue()

describe('the product catalogue', () => {
  it('has three levels of the intended size, every path once', () => {
    const depth = (level: number): number =>
      catalogue.nodes.filter((node) => node.names.length === level).length
    expect([depth(1), depth(2), depth(3)]).toEqual([16, 84, 241])
    expect(new Set(catalogue.nodes.map((node) => node.names.join('/'))).size).toBe(catalogue.nodes.length)
  })

  it('maps to the classes of citizens’ letters by the longest path', () => {
    const crosswalk = loadLetterCrosswalk()
    expect(crosswalk.target(['住房物业', '物业管理'])).toBe('城乡建设')
    expect(crosswalk.target(['交通出行', '公共交通'])).toBe('交通运输')
    expect(crosswalk.target(['民政服务'])).toBeNull()
  })
})

describe('catalogueFromRows', () => {
  it('reads the three columns of a workbook and their blanks', () => {
    const read = catalogueFromRows(
      ['一级分类', '二级分类', '三级分类'],
      [
        ['甲', '乙', '丙'],
        ['甲', '乙', ''],
        ['甲', null, null],
      ],
      '表',
    )
    expect(read.nodes.map((node) => node.names)).toEqual([['甲'], ['甲', '乙'], ['甲', '乙', '丙']])
  })

  it('asks for the missing column', () => {
    expect(() => catalogueFromRows(['金额'], [['1']], '表')).toThrow(CatalogueError)
    expect(() => parseCatalogue('甲\n    丙')).toThrow(CatalogueError)
  })
})

describe('coldStartClassifier', () => {
  const small = parseCatalogue(
    '交通：公交车、出租车、高速公路\n教育：小学、老师、幼儿园\n环境：污水、噪音、废气',
  )
  const texts = toyLetters.map((letter) => letter.text)
  const model = coldStartClassifier({ catalogue: small, texts, fields: ['title', 'body'], segmenter })

  it('learns words the catalogue does not have from texts without labels', () => {
    const judged = toyLetters.map((letter) => ({
      gold: letter.label,
      predicted: classify(model, letter.text, { segmenter }).label,
    }))
    expect(evaluateClassifier(judged).macroF1).toBeGreaterThan(0.9)
  })

  it('accepts nothing unseen by a person, and says it has no measured score', () => {
    expect(classify(model, texts[0] ?? {}, { segmenter }).bucket).not.toBe('accept')
    expect(model.record.measured).toBeNull()
  })

  it('is the same whatever the order of the texts, and survives its file', () => {
    const reversed = coldStartClassifier({
      catalogue: small,
      texts: [...texts].reverse(),
      fields: ['title', 'body'],
      segmenter,
    })
    expect(serialiseModel(reversed)).toEqual(serialiseModel(model))
    expect(serialiseModel(parseModel(serialiseModel(model)))).toEqual(serialiseModel(model))
  })
})

describe('createNodeFinder', () => {
  const finder = createNodeFinder(catalogue, segmenter, loadLetterCrosswalk())

  it('finds second and third level by the catalogue’s words', () => {
    expect(finder.find('住房物业', '物业费太高', '停车费也涨了')).toMatchObject({
      level2: '物业管理',
      level3: '物业费与收费',
    })
    expect(finder.find('交通运输', '公交线路太少', '')).toMatchObject({ level2: '公共交通' })
  })

  it('says nothing when no word speaks for a node', () => {
    expect(finder.find('住房物业', '你好', '')).toEqual({ level2: null, level3: null, words: [] })
  })
})
