import { defineKind } from '../../define-kind.ts'
import { integer, percent, sumOf } from '../../words.ts'
import { voiceSources } from '../sources.ts'
import { readTopics, topicFact, topicLimit } from '../voices/topics.ts'
import { definition, missing, readFollowed, type Followed } from './followed.ts'

export const followedTopics = defineKind({
  id: 'coordination.topics',
  name: '热点办理',
  question: '每个热点交办了什么，办成什么样？',
  form: 'list',
  options: [topicLimit],
  sources: [voiceSources],
  definition,
  load: readFollowed,
  answer: (topics, { options }) => {
    const followed = topics.filter(({ suggestions }) => suggestions > 0)
    const headline = followedHeadline(followed)
    if (topics.length === 0) return { headline, ...missing }
    if (followed.length === 0) return { headline, content: null, missingReason: '没有找到与热点相关的建议' }
    return {
      headline,
      status: followed.some(({ late }) => late > 0) ? 'warn' : null,
      content: {
        form: 'list',
        columns: [
          { label: '热点', align: 'start' },
          { label: '建议', align: 'end' },
          { label: '已答复', align: 'end' },
          { label: '已解决', align: 'end' },
        ],
        rows: followed.slice(0, Number(options['limit'])).map((topic) => ({
          id: topic.topic_id,
          cells: [topic.name, integer(topic.suggestions), integer(topic.replied), integer(topic.solved)],
          status: topic.late > 0 ? 'warn' : null,
        })),
      },
    }
  },
  fact: async (topics, item, context) => {
    const topic = topics.find(({ topic_id }) => topic_id === item)
    const card = topic && (await topicFact(await readTopics(context, 'heat', 5000), item, context))
    if (!topic || !card) return null
    return {
      ...card,
      facts: [
        { label: '来件', value: `${integer(topic.voices)} 件` },
        { label: '相关建议', value: `${topic.suggestions} 件，答复 ${topic.replied}，解决 ${topic.solved}` },
        { label: '逾期未答', value: `${topic.late} 件` },
        { label: '相关项目与采购', value: `${topic.projects} 个项目，${topic.procurements} 份合同` },
        {
          label: '未办结',
          value: topic.unresolved_share === null ? '来源没有办理结果' : percent(topic.unresolved_share, 0),
        },
      ],
    }
  },
})

export function followedHeadline(
  followed: readonly Pick<Followed, 'name' | 'suggestions' | 'replied' | 'late'>[],
): string {
  const [first] = followed
  if (!first) return '热点还没有建议跟进'
  const late = sumOf(followed, (topic) => topic.late)
  if (late > 0) return `热点相关建议 ${integer(late)} 件逾期未答`
  const waiting = sumOf(followed, ({ suggestions, replied }) => suggestions - replied)
  return waiting > 0 ? `热点相关建议 ${integer(waiting)} 件在办` : '热点相关建议都已答复'
}
