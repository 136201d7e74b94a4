import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ReportNotReady, topicReport } from '#reports'
import { petition, loadRows } from '#tests/loads.ts'
import { emptyWarehouse } from '#tests/warehouses.ts'
import { exportQueries, type LoadReport, type Warehouse } from '#warehouse'
import { topicsJob } from '../../analysis/jobs/topics.ts'
import { letters, NOW } from '../analysis/topics/letters.ts'
import { readDocx } from '../casework/docx-reader.ts'

let warehouse: Warehouse
let load: LoadReport
let topicId: string
let voices: number

beforeEach(async () => {
  warehouse = await emptyWarehouse()
  const rows = letters().map((letter, index) =>
    petition(letter.id, {
      title: letter.title,
      body: `${letter.body}\u202E<b>&`,
      created_at: letter.createdAt,
      channel: index % 2 === 0 ? '热线' : '网上信访',
    }),
  )
  load = await loadRows(warehouse, { kind: 'petitions', fileName: '来信.csv', rows })
  await (await topicsJob.plan({ warehouse, modelsDir: '', now: NOW, log: () => undefined })).run('first')
  const [first] = await warehouse.query(exportQueries.topics, {})
  if (first === undefined) throw new Error('the letters make no topic')
  topicId = first.topic_id
  voices = first.voices
})

afterEach(() => warehouse.close())

async function paragraphs(): Promise<readonly string[]> {
  const report = await topicReport(warehouse, topicId, '2026-03-31')
  return readDocx(report?.bytes ?? new Uint8Array()).paragraphs
}

describe('a report on a topic', () => {
  it('says nothing that its annex does not bear out: every line of counts adds up to all letters', async () => {
    const texts = await paragraphs()
    expect(texts).toContain('附件')
    for (const opening of ['来源：', '地方：', '承办单位：']) {
      const line = texts.find((text) => text.startsWith(opening)) ?? ''
      const counts = [...line.matchAll(/ (\d+) 件/gu)].map(([, count]) => Number(count))
      expect({ opening, sum: counts.reduce((a, b) => a + b, 0) }).toEqual({ opening, sum: voices })
    }
    const [, replied, open] = /已答复 (\d+) 件.*尚未答复 (\d+) 件/u.exec(texts.join('')) ?? []
    expect(Number(replied) + Number(open)).toBe(voices)
    const places = texts.filter((text) => /^文件1 第\d+行$/u.test(text))
    expect(places).toHaveLength(voices)
    expect(new Set(places).size).toBe(voices)
    expect(texts).toContain('文件1：来信.csv')
    expect(texts.join('')).toMatch(new RegExp(`共 ${voices} 件、\\d+ 个事项`, 'u'))
  })

  it('is the same bytes every time, with the official page', async () => {
    const [one, two] = [
      await topicReport(warehouse, topicId, '2026-03-31'),
      await topicReport(warehouse, topicId, '2026-03-31'),
    ]
    expect(one?.name).toMatch(/（2026-03-31）\.docx$/u)
    expect(Buffer.from(one?.bytes ?? []).equals(Buffer.from(two?.bytes ?? []))).toBe(true)
    const margin = readDocx(one?.bytes ?? new Uint8Array()).elements.find(({ name }) => name === 'w:pgMar')
    expect(margin?.attributes).toMatchObject({ 'w:top': '2098', 'w:left': '1587' })
  })

  it('is none of a topic that does not exist', async () => {
    expect(await topicReport(warehouse, 'T-none', '2026-03-31')).toBeNull()
  })

  it('is refused while the topics are of older data than the letters', async () => {
    await warehouse.write((batch) =>
      batch.withdraw({ loadId: load.loadId, actor: '张示例', reason: '送错了文件' }),
    )
    await expect(topicReport(warehouse, topicId, '2026-03-31')).rejects.toThrow(ReportNotReady)
  })
})
