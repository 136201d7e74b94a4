import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runAnalysis, type JobReport } from '#analysis'
import { ingestPaths } from '#ingest'
import { entityQueries, openWarehouse, readingQueries, type Warehouse } from '#warehouse'
import { prepareHome } from '#tests/warehouses.ts'
import { createEntityExtractor } from '../../../analysis/extract/index.ts'
import { loadSegmenter } from '../../../analysis/jobs/lexicons.ts'
import { scoreReply } from '../../../analysis/replies/index.ts'
import { describeText, normaliseText, type TextTrait } from '../../../analysis/text/index.ts'
import { masterData } from '../extract/master.ts'

const TEN_MEGABYTES = 10 * 1024 * 1024
const ordinary = '您好，我住在云水佳苑，三月以来楼下路灯不亮，老人晚上出门很不安全，请有关部门尽快修好。'

/** Texts as they should not be, and what they are to be labelled as. */
const inputs: readonly { name: string; body: string; traits: readonly TextTrait[] }[] = [
  { name: 'empty', body: '', traits: ['空白'] },
  { name: 'white space only', body: ' \t\u3000\n\u00a0', traits: ['空白'] },
  { name: 'emoji only', body: '😀😡👎🏽👨‍👩‍👧‍👦！！！', traits: ['仅符号'] },
  {
    name: 'traditional characters',
    body: '請問這個小區為什麼沒有電，業主們都很著急。',
    traits: ['疑似繁体'],
  },
  { name: 'pinyin', body: 'wo men xiao qu mei you shui qing wen zen me hui shi', traits: ['疑似拼音'] },
  {
    name: 'markup',
    body: `<p style="color:red">${ordinary}</p><script>alert(1)</script>`,
    traits: ['网页残留'],
  },
  { name: 'control characters', body: `路\u0000灯\u0007不\u001b[31m亮\u0085，请修。`, traits: [] },
  { name: 'zero-width spaces', body: Array.from('路灯不亮请尽快修好').join('\u200b'), traits: ['隐形字符'] },
  { name: 'spam', body: '还我血汗钱！'.repeat(2000), traits: ['重复刷屏'] },
  {
    name: 'one line of ten megabytes',
    body: '路灯不亮请修'.repeat(TEN_MEGABYTES / 18),
    traits: ['超长', '重复刷屏'],
  },
  { name: 'lone surrogates', body: '路灯\ud83d不亮\udc00，请修。', traits: [] },
  { name: 'right-to-left marks', body: '\u202e亮不灯路\u202c，请修。', traits: [] },
]

describe('every step on its own', () => {
  it.each(inputs)('$name: normalised, labelled, cut, read and scored', ({ body, traits }) => {
    const text = normaliseText(body)
    expect(describeText(body, text)).toEqual(expect.arrayContaining([...traits]))
    const words = loadSegmenter().segment(text.slice(0, 200_000))
    expect(words.every((word) => word.trim() !== '')).toBe(true)
    const entities = createEntityExtractor(masterData())(text, words, '2026-05-20')
    expect(entities.every(({ start }) => start < 20_001)).toBe(true)
    const score = scoreReply(
      { title: '', body: text.slice(0, 20_000) },
      text.slice(0, 20_000),
      (part) => loadSegmenter().segment(part),
      { created: null, replied: null, due: null },
    )
    expect(score.score).toBeGreaterThanOrEqual(0)
    expect(score.score).toBeLessThanOrEqual(1)
  })
})

describe('the whole way from a file', () => {
  let home: string
  let warehouse: Warehouse
  let reports: JobReport[]

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'huizhi-bad-input-'))
    await prepareHome(home)
    warehouse = await openWarehouse({ dataDir: home })
    const petitions = [...inputs.map(({ body }) => body), ordinary].map((body, index) => ({
      留言编号: `B${String(index)}`,
      留言主题: '路灯不亮',
      留言详情: body,
      留言时间: '2026-05-20 09:00:00',
      答复意见: index % 2 === 0 ? body : '已收悉。',
      答复时间: '2026-05-25 09:00:00',
    }))
    await writeFile(join(home, '留言.json'), JSON.stringify(petitions))
    const now = () => new Date('2026-06-01T00:00:00Z')
    const { errors } = await ingestPaths(warehouse, [join(home, '留言.json')], {
      dataDir: home,
      actor: '张示例',
      now,
    })
    expect(errors).toEqual([])
    reports = await runAnalysis({
      warehouse,
      modelsDir: join(home, 'models'),
      now: now(),
      log: () => undefined,
    })
  }, 240_000)

  afterAll(async () => {
    await warehouse.close()
    await rm(home, { recursive: true, force: true })
  })

  it('every analysis comes to its end', () => {
    expect(reports.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['voices', 'matters', 'topics', 'replies']),
    )
  })

  it('every text is stored with its labels, and none is lost', async () => {
    const { voice_id: ids } = await warehouse.columns(readingQueries.due, { reader: 'another' })
    expect(ids.length).toBe(inputs.length + 1)
    for (const [index, { name, traits }] of inputs.entries()) {
      const [reading] = await warehouse.query(entityQueries.traits, {
        voice_id: `petitions:B${String(index)}`,
      })
      // The subject is an ordinary one, so a text without content is not blank as a whole.
      const expected = traits.filter(
        (trait) => trait !== '空白' && trait !== '仅符号' && trait !== '疑似拼音',
      )
      expect(JSON.parse(reading?.traits ?? '[]'), name).toEqual(expect.arrayContaining(expected))
    }
  })
})
