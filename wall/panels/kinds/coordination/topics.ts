import { wallQueries } from '#warehouse'
import { defineKind } from '../../define-kind.ts'
import type { PanelContext } from '../../panel-kind.ts'
import { integer, named, percent, sumOf } from '../../words.ts'
import { voiceSources } from '../sources.ts'
import { topicFact, readTopics, topicLimit, topicName } from '../voices/topics.ts'

interface Followed {
  readonly topic_id: string
  readonly title: string
  readonly name: string
  readonly voices: number
  readonly unresolved_share: number | null
  readonly suggestions: number
  readonly replied: number
  readonly late: number
  readonly solved: number
  readonly projects: number
  readonly procurements: number
}

const considered = 50
const definition = `热度最高的 ${considered} 个热点；相关的建议、项目和采购由文字、地点和单位自动找出，可能有遗漏`

async function readFollowed({ warehouse }: PanelContext): Promise<Followed[]> {
  const rows = await warehouse.query(wallQueries.coordination, { limit: considered })
  return rows.map((row) => ({ ...row, name: topicName(row.title) }))
}

const missing = { content: null, missingReason: '还没有运行热点分析' }

export const followChain = defineKind({
  id: 'coordination.chain',
  name: '从热点到结果',
  question: '群众反映的热点，有多少办出了结果？',
  form: 'flow',
  sources: [voiceSources],
  definition: `${definition}；有结果指至少一件相关建议的办理结果为 A（已解决）`,
  load: readFollowed,
  answer: (topics) => {
    const headline = chainHeadline(topics)
    if (topics.length === 0) return { headline, ...missing }
    const stages = [
      ['热点', topics.length],
      ['有建议跟进', topics.filter(({ suggestions }) => suggestions > 0).length],
      ['已有答复', topics.filter(({ replied }) => replied > 0).length],
      ['有结果', topics.filter(({ solved }) => solved > 0).length],
    ] as const
    return {
      headline,
      content: {
        form: 'flow',
        unit: '个',
        stages: stages.map(([label, value]) => ({ id: label, label, value, note: null, status: null })),
      },
    }
  },
})

export function chainHeadline(topics: readonly Pick<Followed, 'suggestions' | 'solved'>[]): string {
  if (topics.length === 0) return '还没有归出热点'
  const followed = topics.filter(({ suggestions }) => suggestions > 0).length
  const solved = topics.filter(({ solved: count }) => count > 0).length
  if (followed === 0) return `${topics.length} 个热点都没有建议跟进`
  return `${topics.length} 个热点，${followed} 个有人跟进，${solved} 个有结果`
}

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
