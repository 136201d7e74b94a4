import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  classify,
  ClassifierError,
  createClassReader,
  retrainClassifier,
  serialiseModel,
  trainClassifier,
} from '../../../analysis/classify/index.ts'
import { loadProductCatalogue } from '../../../analysis/jobs/catalogue.ts'
import { loadSegmenter } from '../../../analysis/jobs/lexicons.ts'
import {
  readExamples,
  readModelBytes,
  writeExamples,
  writeModelBytes,
} from '../../../analysis/jobs/model-store.ts'
import { toyLetters } from './toy-letters.ts'

const segmenter = loadSegmenter()
const catalogue = loadProductCatalogue()
const aids = { segmenter, catalogue }
const stored = { fields: ['title', 'body'], examples: toyLetters }
const sample = toyLetters
  .slice(0, 60)
  .map(({ text }) => ({ title: text['title'] ?? '', body: text['body'] ?? '' }))

/** A person says that every letter about 公交车 belongs to a class of its own. */
const decided = toyLetters
  .filter(({ text }) => text['title']?.includes('公交车'))
  .map(({ text }) => ({ title: text['title'] ?? '', body: text['body'] ?? '', label: '公交', was: '交通' }))

describe('retrainClassifier', () => {
  const before = trainClassifier(toyLetters, { ...aids, fields: stored.fields })
  const options = { ...aids, before, sample, population: 60 }
  const { model, examples, effect } = retrainClassifier({ ...options, stored, decided })

  it('lets a decision win over an example with the same text', () => {
    expect(examples).toBe(toyLetters.length)
    expect(model.labels).toContain('公交')
    const letter = { title: '公交车太差了', body: '公交车又没有人管' }
    expect(classify(before, letter, aids).label).toBe('交通')
    expect(classify(model, letter, aids).label).toBe('公交')
  })

  it('says what changed: scores on decided letters it had not seen, and classes of the others', () => {
    expect(effect.decided).toBe(decided.length)
    expect(effect.accuracyBefore).toBe(0)
    expect(effect.accuracyAfter).toBeGreaterThan(0.5)
    expect(effect.compared).toBe(sample.length)
    expect(effect.changed).toBeGreaterThan(0)
    const after = effect.perClass.find(({ label }) => label === '公交')
    expect(after).toMatchObject({ before: 0 })
    expect(effect.perClass.reduce((sum, one) => sum + one.after, 0)).toBe(sample.length)
  })

  it('asks for more decisions where there are no examples to add them to', () => {
    expect(() => retrainClassifier({ ...options, stored: null, decided })).toThrow(ClassifierError)
  })

  it('teaches decisions to the cold start', () => {
    const taught = toyLetters.slice(0, 147).map(({ text }) => ({
      title: text['title'] ?? '',
      body: text['body'] ?? '',
      label: '教育',
      was: '交通出行',
    }))
    const learnt = retrainClassifier({ ...options, stored: null, before: null, decided: taught })
    expect(learnt.model.record.kind).toBe('cold-start')
    expect(classify(learnt.model, { title: '公交车太差了', body: '公交车没有人管' }, aids).label).toBe('教育')
  })
})

describe('createClassReader', () => {
  const bytes = serialiseModel(trainClassifier(toyLetters, { ...aids, fields: stored.fields }))
  const read = createClassReader({ name: 'default@1', bytes }, aids)
  const readText = (title: string, body: string) =>
    read({ id: 'V1', title, body }, [...segmenter.segment(title), ...segmenter.segment(body)])

  it('gives one row with class, words and alternatives', () => {
    const row = readText('公交车太少', '天天堵车')
    expect(row).toMatchObject({ voice_id: 'V1', level_1: '交通' })
    expect(row.deciding_words.join()).toMatch(/公交车|堵车/)
    const shares = row.alternatives.map(({ confidence }) => confidence)
    expect([...shares].sort((a, b) => b - a)).toEqual(shares)
  })

  it('gives no class to what has no words, and stays bounded on huge texts', () => {
    expect(readText('😀', '！！！')).toMatchObject({ level_1: null, bucket: 'review' })
    expect(readText('还钱', '还钱'.repeat(200_000)).level_1).not.toBeNull()
  })
})

describe('the model store', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'huizhi-models-'))
  })
  afterEach(async () => {
    await rm(folder, { recursive: true })
  })

  it('keeps every version and gives back the last', async () => {
    await writeModelBytes(folder, 'default', Uint8Array.of(1))
    await writeModelBytes(folder, 'default', Uint8Array.of(2))
    const found = await readModelBytes(folder, 'default')
    expect([...(found?.bytes ?? [])]).toEqual([2])
    expect((await readdir(folder)).filter((name) => name.startsWith('default@'))).toHaveLength(2)
    expect(await readModelBytes(folder, '没有')).toBeNull()
  })

  it('gives back the examples as they were', async () => {
    await writeExamples(folder, 'default', stored)
    expect(await readExamples(folder, 'default')).toEqual(stored)
    await writeFile(join(folder, 'default.examples'), '坏')
    await expect(readExamples(folder, 'default')).rejects.toThrow()
  })
})
