import { defineKind } from '../../define-kind.ts'
import { integer } from '../../words.ts'
import { voiceSources } from '../sources.ts'
import { topicLimit } from '../voices/topics.ts'
import { definition, readFollowed } from './followed.ts'

export const topicMoney = defineKind({
  id: 'coordination.money',
  name: '热点与资金',
  question: '哪些热点有项目和采购在办？',
  form: 'list',
  options: [topicLimit],
  sources: [voiceSources, ['budget_lines', 'procurements']],
  definition,
  load: async (context) =>
    (await readFollowed(context)).filter(({ projects, procurements }) => projects + procurements > 0),
  answer: (topics, { options }) => {
    const headline = moneyHeadline(topics.length)
    if (topics.length === 0)
      return { headline, content: null, missingReason: '没有找到与热点相关的项目或采购' }
    return {
      headline,
      content: {
        form: 'list',
        columns: [
          { label: '热点', align: 'start' },
          { label: '项目', align: 'end' },
          { label: '采购', align: 'end' },
        ],
        rows: topics.slice(0, Number(options['limit'])).map(({ topic_id, name, projects, procurements }) => ({
          id: topic_id,
          cells: [name, integer(projects), integer(procurements)],
          status: null,
        })),
      },
    }
  },
})

export function moneyHeadline(topics: number): string {
  return topics === 0 ? '热点还没有找到相关项目' : `${topics} 个热点有项目或采购在办`
}
