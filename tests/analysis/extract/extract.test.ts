import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createEntityExtractor, createEntityReader } from '../../../analysis/extract/index.ts'
import { loadSegmenter } from '../../../analysis/jobs/lexicons.ts'
import { normaliseText } from '../../../analysis/text/index.ts'
import { masterData } from './master.ts'
import { extractAll, fullNamesOnly, LETTER_DAY, readLabelled, scoreByType } from './scoring.ts'

const labelled = readLabelled()
const extract = createEntityExtractor(masterData())

const read = (sentence: string, written: string | null = LETTER_DAY) => {
  const text = normaliseText(sentence)
  return extract(text, loadSegmenter().segment(text), written)
}

describe('extraction on labelled sentences', () => {
  const scores = scoreByType(labelled, extractAll(labelled))

  it('is measured on at least 200 different sentences, a fifth of them without any entity', () => {
    expect(new Set(labelled.map(({ sentence }) => sentence)).size).toBeGreaterThanOrEqual(200)
    expect(labelled.filter(({ expected }) => expected.length === 0).length).toBeGreaterThanOrEqual(40)
  })

  it.each([...scores])('finds %s with precision and recall of at least 0.95', (_type, score) => {
    expect(score.right / score.found).toBeGreaterThanOrEqual(0.95)
    expect(score.right / score.expected).toBeGreaterThanOrEqual(0.95)
  })

  it('is described by the figures that come with the product', () => {
    const { measures } = JSON.parse(
      readFileSync(new URL('../../../docs/methods/measures/要素提取.json', import.meta.url), 'utf8'),
    ) as { measures: { name: string; value: number; baseline: number | null }[] }
    const plain = scoreByType(labelled, fullNamesOnly(labelled))
    const named = (name: string) => measures.find((measure) => measure.name === name)
    const labels = { place: '地点', unit: '单位', amount: '金额', date: '日期' } as const
    for (const [type, label] of Object.entries(labels)) {
      const { right, found, expected } = scores.get(type) ?? { right: 0, found: 0, expected: 0 }
      expect(named(`${label}：查准率`)?.value).toBeCloseTo(right / found, 3)
      expect(named(`${label}：查全率`)?.value).toBeCloseTo(right / expected, 3)
      if (type === 'place' || type === 'unit')
        expect(named(`${label}：查全率`)?.baseline).toBeCloseTo((plain.get(type)?.right ?? 0) / expected, 3)
    }
  })
})

describe('matching', () => {
  it('reads 万 after 亿', () => {
    expect(read('总投资一亿二千万元')).toMatchObject([{ text: '一亿二千万元', value: '120000000.00' }])
  })

  it('says the value of relative dates only when the day of the letter is known', () => {
    expect(read('昨天又停水了', null)).toMatchObject([{ text: '昨天', value: null, status: 'unresolved' }])
  })

  it('leaves a name that several records bear open, with all of them', () => {
    expect(read('渡口社区很脏')).toMatchObject([{ status: 'ambiguous', candidates: ['1112', '1121'] }])
  })

  it('follows decisions: mapped, taught as an alias, and no name at all', () => {
    const decided = createEntityExtractor(
      masterData([
        { type: 'place', text: '银杏街道', action: 'map', target: '111' },
        { type: 'place', text: '老棉纺', action: 'alias', target: '1122' },
        { type: 'place', text: '解放路', action: 'ignore', target: null },
      ]),
    )
    const text = '银杏街道老棉纺旁边的解放路没有路灯'
    const found = decided(text, loadSegmenter().segment(text), LETTER_DAY)
    expect(found.map(({ text: name, target, status }) => [name, target, status])).toEqual([
      ['银杏街道', '111', 'resolved'],
      ['老棉纺', '1122', 'resolved'],
      ['解放路', null, 'ignored'],
    ])
  })

  it('does not depend on the order of the master data', () => {
    const { regions, units, ...rest } = masterData()
    const turned = createEntityExtractor({
      ...rest,
      regions: regions.toReversed(),
      units: units.toReversed(),
    })
    for (const { sentence } of labelled) {
      const text = normaliseText(sentence)
      const words = loadSegmenter().segment(text)
      expect(turned(text, words, LETTER_DAY)).toEqual(extract(text, words, LETTER_DAY))
    }
  })
})

describe('any text', () => {
  const pieces = fc.constantFrom(
    ...[
      '岭东区',
      '望湖街道',
      '市住建局',
      '第十二条',
      '《预算法》',
      '3月',
      '5日',
      '至',
      '20',
      '万',
      '元',
      '多',
    ],
    ...[
      '昨天',
      '上',
      '周',
      '〔2019〕',
      '12号',
      '合同编号：',
      'A7',
      '县',
      '小区',
      '局',
      '，',
      '\n',
      '😀',
      '　',
      '０',
      '亿',
    ],
  )
  const anyText = fc
    .array(fc.oneof(pieces, fc.string({ maxLength: 4 })), { maxLength: 25 })
    .map((all) => all.join(''))

  it('gives mentions that stand where they say, in order and apart', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const text = normaliseText(raw)
        let end = 0
        for (const entity of read(raw)) {
          expect(text.slice(entity.start, entity.start + entity.text.length)).toBe(entity.text)
          expect(entity.text).not.toBe('')
          expect(entity.start).toBeGreaterThanOrEqual(end)
          end = entity.start + entity.text.length
          if (entity.type === 'amount') expect(entity.value).toMatch(/^\d+\.\d\d(\/\d+\.\d\d)?$/)
        }
      }),
      { numRuns: 1500 },
    )
  })

  it.each(['1', '一', '〔', '《', '上', '岭东区', '云岭市岭东区', '1,', '第一条', '2019年3月', '合同编号：'])(
    'a hundred thousand of %j are read, and at most 200 rows kept',
    (unit) => {
      const body = unit.repeat(100_000)
      const rows = createEntityReader(masterData())({ id: 'v', title: '', body, date: null }, [])
      expect(rows.length).toBeLessThanOrEqual(200)
    },
  )
})
