import { exportQueries, openWarehouse, topicQueries } from '#warehouse'
import { petition, loadRows } from '#tests/loads.ts'
import { describe, expect, it } from 'vitest'
import { scoreReplies } from '../../../analysis/jobs/replies.ts'
import { topicsJob } from '../../../analysis/jobs/topics.ts'
import { letters, NOW } from './letters.ts'

describe('topicsJob', () => {
  it('writes topics, members and weeks that lead back to the source numbers, with the same ids next time', async () => {
    const warehouse = await openWarehouse({ memory: true })
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
      const { rows: count } = await topicsJob.run(context, 'first')
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
      await topicsJob.run(context, 'second')
      const again = await warehouse.query(exportQueries.topics, {})
      expect(again.map((topic) => topic.topic_id)).toEqual(topics.map((topic) => topic.topic_id))
      expect(lines.join('')).not.toContain('金桂苑')
    } finally {
      await warehouse.close()
    }
  })

  it('scores the replies of letters that have one, and lists much-liked letters', async () => {
    const warehouse = await openWarehouse({ memory: true })
    try {
      const reply =
        '您好！经核实，因线路老化导致路灯不亮。根据《城市照明管理规定》，已于1月12日更换线路，恢复照明。'
      const rows = [
        petition('a', { reply, replied_at: '2025-01-13T02:00:00Z', likes: '60' }),
        petition('b', { reply: '您好！留言已收悉。', replied_at: '2025-01-11T02:00:00Z' }),
        petition('c'),
      ]
      await loadRows(warehouse, { kind: 'petitions', fileName: 'replies.csv', rows })
      const scores = await scoreReplies(warehouse)
      expect(scores.map((score) => [score.recordId, score.explained, score.days])).toEqual([
        ['a', true, 3],
        ['b', false, 1],
      ])
      const filter = { least: 20, from: null, to: null, district: null, limit: 10 }
      expect((await warehouse.query(topicQueries.highlyLiked, filter)).map((row) => row.record_id)).toEqual([
        'a',
      ])
    } finally {
      await warehouse.close()
    }
  })
})
