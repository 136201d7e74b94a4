import { defineKind } from '../../define-kind.ts'
import { named } from '../../words.ts'
import { voiceSources } from '../sources.ts'
import { readTopics, topicFact, topicLimit } from '../voices/topics.ts'
import { definition, readFollowed, type Followed } from './followed.ts'

export const topicGaps = defineKind({
  id: 'coordination.gaps',
  name: '没有人跟进的热点',
  question: '哪些热点还没有交办？',
  form: 'bars',
  options: [topicLimit],
  sources: [voiceSources],
  definition: `${definition}；列出没有找到相关建议的，件数为来件`,
  load: async (context) => (await readFollowed(context)).filter(({ suggestions }) => suggestions === 0),
  answer: (topics, { options }) => {
    const headline = gapsHeadline(topics)
    if (topics.length === 0)
      return { headline, status: 'ok', content: null, missingReason: '热度靠前的热点都有建议跟进' }
    return {
      headline,
      status: 'warn',
      content: {
        form: 'bars',
        unit: '件',
        items: [...topics]
          .sort((a, b) => b.voices - a.voices || (a.topic_id < b.topic_id ? -1 : 1))
          .slice(0, Number(options['limit']))
          .map(({ topic_id, name, voices }) => ({
            id: topic_id,
            label: name,
            value: voices,
            note: null,
            status: null,
          })),
        reference: null,
      },
    }
  },
  fact: async (topics, item, context) => {
    if (!topics.some(({ topic_id }) => topic_id === item)) return null
    return topicFact(await readTopics(context, 'heat', 5000), item, context)
  },
})

export function gapsHeadline(topics: readonly Pick<Followed, 'name'>[]): string {
  const [first] = topics
  if (!first) return '热度靠前的热点都有人跟进'
  return topics.length === 1 ? named(first.name, '没有人跟进') : `${topics.length} 个热点没有建议跟进`
}
