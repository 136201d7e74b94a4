import { apiQueries, exportQueries, topicQueries } from '#warehouse'
import { petition, loadRows } from '#tests/loads.ts'
import { emptyWarehouse } from '#tests/warehouses.ts'
import { describe, expect, it } from 'vitest'
import { topicsJob } from '../../../analysis/jobs/topics.ts'
import { letters, NOW } from './letters.ts'

describe('topicsJob', () => {
  it('writes topics, members and weeks that lead back to the source numbers, with the same ids next time', async () => {
    const warehouse = await emptyWarehouse()
    try {
      const rows = letters().map((letter) =>
        petition(letter.id, {
          title: letter.title,
          body: letter.body,
          created_at: letter.createdAt,
          author: letter.author,
        }),
      )
      await loadRows(warehouse, { kind: 'petitions', fileName: 'letters.csv', rows })
      const lines: string[] = []
      const context = { warehouse, modelsDir: '', now: NOW, log: (line: string) => void lines.push(line) }
      const { rows: count } = await (await topicsJob.plan(context)).run('first')
      const topics = await warehouse.query(exportQueries.topics, {})
      expect(topics).toHaveLength(count)
      const members = await warehouse.query(exportQueries.topicRecords, {})
      const mixer = members.find((member) => member.record_id === 'mixer0')?.topic_id
      expect(
        members
          .filter((member) => member.topic_id === mixer)
          .map((member) => member.record_id)
          .sort(),
      ).toEqual(['mixer0', 'mixer1', 'mixer2', 'mixer3', 'mixer4'])
      await (await topicsJob.plan(context)).run('second')
      const again = await warehouse.query(exportQueries.topics, {})
      expect(again.map((topic) => topic.topic_id)).toEqual(topics.map((topic) => topic.topic_id))
      expect(lines.join('')).not.toContain('金桂苑')
    } finally {
      await warehouse.close()
    }
  })

  it('lists much-liked letters', async () => {
    const warehouse = await emptyWarehouse()
    try {
      const rows = [petition('a', { likes: '60' }), petition('b'), petition('c')]
      await loadRows(warehouse, { kind: 'petitions', fileName: 'liked.csv', rows })
      const filter = { least: 20, from: null, to: null, district: null, limit: 10 }
      expect((await warehouse.query(topicQueries.highlyLiked, filter)).map((row) => row.record_id)).toEqual([
        'a',
      ])
    } finally {
      await warehouse.close()
    }
  })

  it('keeps a record of what became of a topic, run by run', async () => {
    const warehouse = await emptyWarehouse()
    try {
      const rows = letters().map((letter) =>
        petition(letter.id, { title: letter.title, body: letter.body, created_at: letter.createdAt }),
      )
      await loadRows(warehouse, { kind: 'petitions', fileName: 'letters.csv', rows })
      const context = { warehouse, modelsDir: '', now: NOW, log: () => undefined }
      const { rows: count } = await (await topicsJob.plan(context)).run('first')
      const events = () => warehouse.query(apiQueries.topics.events, { topic_id: null, limit: 100 })
      expect((await events()).map(({ kind }) => kind)).toEqual(Array(count).fill('new'))
      await (await topicsJob.plan({ ...context, now: new Date(NOW.getTime() + 86_400_000) })).run('second')
      expect(await events()).toHaveLength(count)
      expect((await events())[0]).toMatchObject({ voices_before: 0, kind: 'new' })
    } finally {
      await warehouse.close()
    }
  })
})
