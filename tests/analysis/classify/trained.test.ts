import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadSegmenter } from '../../../analysis/jobs/lexicons.ts'
import {
  classify,
  ClassifierError,
  crossValidate,
  evaluateTable,
  parseModel,
  predictTable,
  serialiseModel,
  trainClassifier,
  trainFromTable,
  type ClassifierModel,
} from '../../../analysis/classify/index.ts'
import { toyLetters } from './toy-letters.ts'

const segmenter = loadSegmenter()
let model: ClassifierModel
let bytes: Uint8Array

beforeAll(() => {
  model = trainClassifier(toyLetters, { segmenter })
  bytes = serialiseModel(model)
})

describe('trainClassifier', () => {
  it('learns three classes and names the words that decided', () => {
    const found = classify(
      model,
      { title: '公交车太少', body: '等公交车等了一个小时，天天堵车' },
      { segmenter },
    )
    expect(found.label).toBe('交通')
    expect(found.words[0]).toMatch(/公交车|堵车/)
    expect(found.confidence).toBeGreaterThan(0.5)
  })

  it('gives the same bytes whatever the order of the examples', () => {
    const reversed = trainClassifier([...toyLetters].reverse(), { segmenter })
    expect(serialiseModel(reversed)).toEqual(bytes)
  })

  it('keeps its measured scores inside', () => {
    const { measured } = parseModel(bytes).record
    expect(measured?.texts).toBe(toyLetters.length)
    expect(measured?.macroF1).toBeGreaterThan(0.9)
  })

  it('refuses too few examples', () => {
    expect(() => trainClassifier(toyLetters.slice(0, 5), { segmenter })).toThrow(ClassifierError)
  })

  it('survives hostile texts', () => {
    for (const body of ['', '😀'.repeat(1000), '<'.repeat(100_000), '还钱'.repeat(500_000), '\u0000\u200b']) {
      const found = classify(model, { title: '', body }, { segmenter })
      expect(model.labels).toContain(found.label)
      expect(found.confidence).toBeGreaterThanOrEqual(0)
      expect(found.confidence).toBeLessThanOrEqual(1)
    }
  })
})

describe('crossValidate', () => {
  it('reports labels and counts, no text', () => {
    const report = crossValidate(toyLetters, { segmenter, folds: 3 })
    expect(report.perClass.map((one) => one.label)).toEqual(['交通', '教育', '环境'])
    const { accept, sample, review } = report.buckets
    expect(accept.texts + sample.texts + review.texts).toBe(toyLetters.length)
  })

  it('does not let equal texts teach each other', () => {
    // Every text occurs twice; labels are dealt by hand so that only a copy could reveal them.
    const coins = toyLetters.slice(0, 40).flatMap((letter, at) => {
      const label = (at * 7) % 13 < 6 ? '甲' : '乙'
      return [
        { ...letter, label },
        { ...letter, label },
      ]
    })
    expect(crossValidate(coins, { segmenter }).accuracy).toBeLessThan(0.9)
  })
})

describe('tables', () => {
  const columns = ['编号', 'title', 'body', '一级标签']
  const rows = toyLetters.map((letter, at) => [
    String(at),
    letter.text['title'] ?? '',
    letter.text['body'] ?? '',
    letter.label,
  ])
  const named = { textColumns: ['title', 'body'], labelColumn: '一级标签' }

  it('train, predict and evaluate by column names', () => {
    const fromTable = trainFromTable({ columns, rows }, named, { segmenter })
    expect(serialiseModel(fromTable)).toEqual(bytes)
    expect(evaluateTable(fromTable, { columns, rows }, named, { segmenter }).accuracy).toBeGreaterThan(0.95)
  })

  it('predict without a label column, under other headers and in another column order', () => {
    const table = { columns: ['内容', '标题'], rows: rows.map((row) => [row[2] ?? '', row[1] ?? '']) }
    const expected = predictTable(
      model,
      { columns, rows: rows.map((row) => [...row.slice(0, 3), '']) },
      { segmenter },
    )
    expect(predictTable(model, table, { segmenter })).toEqual(expected)
    expect(expected).toHaveLength(rows.length)
  })

  it('say which column is missing', () => {
    expect(() => predictTable(model, { columns: ['金额'], rows: [['1']] }, { segmenter })).toThrow(
      expect.objectContaining({ code: 'CLS_COLUMN_MISSING' }),
    )
  })
})

describe('model files', () => {
  it('give back the same model', () => {
    const letter = { title: '学区怎么划', body: '小学的学区' }
    expect(classify(parseModel(bytes), letter, { segmenter })).toEqual(classify(model, letter, { segmenter }))
    expect(serialiseModel(parseModel(bytes))).toEqual(bytes)
  })

  it('are refused when any byte has changed or the end is missing', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        fc.pre(!isOlderFormat(at, change))
        expect(() => parseModel(changed(at, change))).toThrow(ClassifierError)
        expect(() => parseModel(bytes.subarray(0, at))).toThrow(ClassifierError)
      }),
      { numRuns: 60 },
    )
  })

  it('under the number of the older format are the same model, which the checksum still guards', () => {
    expect(isOlderFormat(7, 1)).toBe(true)
    const older = changed(7, 1)
    expect(serialiseModel(parseModel(older))).toEqual(bytes)
    older[older.length - 1] = (older.at(-1) ?? 0) ^ 1
    expect(() => parseModel(older)).toThrow(ClassifierError)
  })

  /** The format number is the one byte outside the checksum that has two good values: 3, and 2 of older files. */
  function isOlderFormat(at: number, change: number): boolean {
    return at === 7 && ((bytes[at] ?? 0) ^ change) === 2
  }

  function changed(at: number, change: number): Uint8Array {
    const other = bytes.slice()
    other[at] = (other[at] ?? 0) ^ change
    return other
  }
})
