import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { reviewQueries, reviewStatements, type Warehouse } from '#warehouse'
import { loadRows, petition } from '#tests/loads.ts'
import { read } from '#tests/sql-probe.ts'
import { emptyWarehouse } from '#tests/warehouses.ts'
import { serialiseModel, trainClassifier } from '../../../analysis/classify/index.ts'
import { loadSegmenter } from '../../../analysis/jobs/lexicons.ts'
import { writeExamples } from '../../../analysis/jobs/model-store.ts'
import { retrainClasses } from '../../../analysis/jobs/retrain.ts'
import { runJobs } from '../../../analysis/jobs/run.ts'
import { voicesJob } from '../../../analysis/jobs/voices.ts'
import { toyLetters } from './toy-letters.ts'

let warehouse: Warehouse
let modelsDir: string

beforeEach(async () => {
  modelsDir = await mkdtemp(join(tmpdir(), 'huizhi-models-'))
  warehouse = await emptyWarehouse()
  const rows = toyLetters.map((letter, at) => petition(`L${String(at)}`, { ...letter.text }))
  await loadRows(warehouse, {
    kind: 'petitions',
    fileName: '来信.csv',
    rows: [...rows, petition('E1', { title: '😀😀', body: '！！！' })],
  })
})

afterEach(async () => {
  await warehouse.close()
  await rm(modelsDir, { recursive: true })
})

const context = () => ({
  warehouse,
  modelsDir,
  now: new Date('2026-03-01T00:00:00Z'),
  log: () => undefined,
})
const run = () => runJobs([voicesJob], context(), {})

const decide = async (voiceId: string, level1: string, level2: string | null = null): Promise<void> => {
  const [voice] = await warehouse.query(reviewQueries.voice, { voice_id: voiceId })
  await warehouse.execute(reviewStatements.addDecision, {
    decision_id: voiceId,
    voice_id: voiceId,
    text_hash: voice?.text_hash ?? '',
    kind: 'correct',
    level_1: level1,
    level_2: level2,
    level_3: null,
    was_level_1: voice?.level_1 ?? null,
    was_level_2: null,
    was_level_3: null,
    was_confidence: null,
    model: null,
    actor: '张示例',
    decided_at: '2026-03-01T00:00:00Z',
  })
}

const levels = async (): Promise<Map<string, number>> => {
  const found = new Map<string, number>()
  for (const row of await read(warehouse, 'select level_1 from analysis.voice_classes')) {
    const key = typeof row['level_1'] === 'string' ? row['level_1'] : '无'
    found.set(key, (found.get(key) ?? 0) + 1)
  }
  return found
}

describe('the classification job', () => {
  it('starts from the catalogue without labels, and is skipped while nothing has changed', async () => {
    expect((await run())[0]?.rows).toBe(toyLetters.length + 1)
    const found = await levels()
    expect(found.get('无')).toBe(1)
    expect(found.get('教育')).toBeGreaterThan(toyLetters.length / 5)
    expect((await run())[0]?.skipped).toBe(true)
  })

  it('keeps what people decided when growth makes the cold start anew', async () => {
    await run()
    const before = (await levels()).get('民政服务') ?? 0
    for (const { voice_id, title } of await warehouse.query(reviewQueries.sample, { limit: 1000 })) {
      if (title.includes('小学')) await decide(voice_id, '民政服务')
    }
    await run()
    expect((await levels()).get('民政服务') ?? 0).toBe(before)
    const more = toyLetters.map(({ text }, at) =>
      petition(`M${String(at)}`, { ...text, body: `${text['body'] ?? ''}盼复。` }),
    )
    await loadRows(warehouse, { kind: 'petitions', fileName: '又来信.csv', rows: more })
    await run()
    expect((await levels()).get('民政服务') ?? 0).toBeGreaterThanOrEqual(before + 7)
  })

  it('uses the office’s own model as soon as there is one', async () => {
    await run()
    const model = trainClassifier(toyLetters, { segmenter: loadSegmenter() })
    await writeFile(join(modelsDir, 'default.model'), serialiseModel(model))
    expect((await run())[0]?.skipped).toBe(false)
    expect([...(await levels()).keys()].sort()).toEqual(['交通', '教育', '无', '环境'])
  })

  it('puts letters like a decided one under the same lower level, once it has learnt again', async () => {
    const model = trainClassifier(toyLetters, { segmenter: loadSegmenter(), fields: ['title', 'body'] })
    await writeFile(join(modelsDir, 'default.model'), serialiseModel(model))
    await writeExamples(modelsDir, 'default', { fields: model.fields, examples: toyLetters })
    await run()
    const voices = await warehouse.query(reviewQueries.sample, { limit: 1000 })
    const about = voices.filter(({ title }) => title.includes('公交车')).map(({ voice_id }) => voice_id)
    for (const id of about.slice(0, 3)) await decide(id, '交通', '公共交通')
    expect((await run())[0]?.skipped).toBe(true)
    const { model: name } = await retrainClasses(context(), '张示例')
    await run()
    for (const id of about) {
      const [voice] = await warehouse.query(reviewQueries.voice, { voice_id: id })
      expect(voice).toMatchObject({ level_1: '交通', level_2: '公共交通', model: name })
    }
  })
})
