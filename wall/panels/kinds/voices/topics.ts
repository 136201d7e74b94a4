import type { TrendContent } from '#contract'
import { apiQueries } from '#warehouse'
import { defineKind } from '../../define-kind.ts'
import type { PanelContext, PanelOption } from '../../panel-kind.ts'
import { integer, named, percent, shortTail } from '../../words.ts'
import { voiceSources } from '../sources.ts'

/** A hot topic as the wall may know it: counts and names, no quotes. */
export interface Topic {
  readonly topic_id: string
  /** In full: what is embargoed is looked for in it. */
  readonly title: string
  /** As the wall writes it. */
  readonly name: string
  readonly voices: number
  readonly matters: number
  readonly districts: number
  readonly top_district: string | null
  readonly expected: number | null
  readonly expected_high: number | null
  readonly growth: number | null
  readonly breadth: number
  readonly unresolved_share: number | null
  readonly lifecycle: string | null
  readonly category_1: string | null
  readonly from_date: string | null
  readonly to_date: string | null
}

export const rankings = [
  { value: 'heat', label: '热度' },
  { value: 'volume', label: '件数' },
  { value: 'growth', label: '增长' },
  { value: 'breadth', label: '涉及面' },
  { value: 'unresolved', label: '未办结占比' },
] as const

export const topicLimit: PanelOption = {
  key: 'limit',
  label: '最多几条',
  value: 6,
  choices: [4, 6, 8].map((limit) => ({ value: limit, label: `${limit} 条` })),
}

/** Topics by rank, without the words citizens used. */
export async function readTopics(
  { warehouse }: PanelContext,
  rankBy: string,
  limit: number,
): Promise<Topic[]> {
  const all = { from: null, to: null, district: null, category: null, q: null }
  const rows = await warehouse.query(apiQueries.topics.list, { ...all, rank_by: rankBy, limit, offset: 0 })
  return rows.map((row) => ({
    topic_id: row.topic_id,
    title: row.title,
    name: topicName(row.title),
    voices: row.voices,
    matters: row.matters,
    districts: row.districts,
    top_district: row.top_district,
    expected: row.expected,
    expected_high: row.expected_high,
    growth: row.growth,
    breadth: row.breadth,
    unresolved_share: row.unresolved_share,
    lifecycle: row.lifecycle,
    category_1: row.category_1,
    from_date: row.from_date,
    to_date: row.to_date,
  }))
}

/**
 * A topic's name as a wall has room for it: without district and street in front and 问题 at the end, and with no
 * company named, since nobody has checked what people say of it.
 */
export function topicName(title: string): string {
  const bare = title
    .replace(/^(?:\p{Script=Han}{2,8}?[区县市旗])?\p{Script=Han}{1,5}?(?:街道|镇|乡)(?=.{4,})/u, '')
    .replace(/(?:的)?问题$/u, '')
    .replace(/[\p{Script=Han}（）]{2,}?(?:有限责任公司|股份有限公司|有限公司|集团|公司)/u, '某公司')
  return shortTail(bare === '' ? title : bare, 16)
}

export function isRising({ lifecycle }: Pick<Topic, 'lifecycle'>): boolean {
  return lifecycle === '上升' || lifecycle === '反弹'
}

export const topTopics = defineKind({
  id: 'topics.top',
  name: '热点排行',
  question: '群众集中反映的是哪些事？',
  form: 'bars',
  options: [{ key: 'rank', label: '排名依据', value: 'heat', choices: rankings }, topicLimit],
  sources: [voiceSources],
  metric: 'topics_hot',
  definition: '把同类诉求归为热点，按所选依据排名；件数为归入该热点的全部来件',
  load: (context, { options }) => readTopics(context, String(options['rank']), Number(options['limit'])),
  answer: (topics) => {
    const headline = topicsHeadline(topics)
    if (topics.length === 0) return { headline, content: null }
    return {
      headline,
      status: topics.some(isRising) ? 'warn' : null,
      content: {
        form: 'bars',
        unit: '件',
        // The rank chooses them; bars stand in the order of what they show.
        items: topics
          .toSorted((a, b) => b.voices - a.voices)
          .map((topic) => ({
            id: topic.topic_id,
            label: topic.name,
            value: topic.voices,
            note: topicNote(topic),
            status: isRising(topic) ? 'warn' : null,
          })),
        reference: null,
      },
    }
  },
  fact: (topics, item, context) => topicFact(topics, item, context),
})

/** The first topic that rises, or how many there are. */
export function topicsHeadline(topics: readonly Topic[]): string {
  if (topics.length === 0) return '近期没有集中反映的事项'
  const rising = topics.filter(isRising)
  const [first, ...others] = rising
  if (!first) return `${topics.length} 件集中反映的事，均未再升`
  return others.length === 0
    ? named(first.name, '仍在上升')
    : named(first.name, `等 ${rising.length} 件仍在上升`)
}

function topicNote({ lifecycle, top_district, districts }: Topic): string | null {
  const place =
    top_district === null ? '' : districts > 1 ? `${top_district}等 ${districts} 地` : top_district
  const parts = [lifecycle ?? '', place].filter((part) => part !== '')
  return parts.length === 0 ? null : parts.join(' · ')
}

/** The card of one topic: counts, place, stage and its weeks. */
export async function topicFact(topics: readonly Topic[], item: string, context: PanelContext) {
  const topic = topics.find(({ topic_id }) => topic_id === item)
  if (!topic) return null
  return {
    title: topic.name,
    facts: [
      { label: '件数', value: `${integer(topic.voices)} 件，归为 ${integer(topic.matters)} 个事项` },
      { label: '阶段', value: topic.lifecycle ?? '未判断' },
      { label: '主要地区', value: topic.top_district ?? '未标明' },
      { label: '类别', value: topic.category_1 ?? '未归类' },
      {
        label: '未办结',
        value: topic.unresolved_share === null ? '来源没有办理结果' : percent(topic.unresolved_share, 0),
      },
      { label: '时间', value: `${topic.from_date ?? '不详'} 至 ${topic.to_date ?? '不详'}` },
    ],
    trend: await topicTrend(context, topic),
  }
}

/** One topic's weeks with the band that was expected; null when it has none. */
export async function topicTrend(
  { warehouse }: PanelContext,
  topic: Pick<Topic, 'topic_id' | 'name'>,
): Promise<TrendContent | null> {
  const weeks = await warehouse.query(apiQueries.topics.weeks, { topic_id: topic.topic_id })
  const shown = weeks.slice(-26)
  if (shown.length === 0) return null
  return {
    form: 'trend',
    unit: '件',
    periods: shown.map((week) => week.week_start),
    series: [{ id: topic.topic_id, label: topic.name, values: shown.map((week) => week.voices) }],
    band: {
      label: '预期区间',
      low: shown.map((week) => week.expected_low),
      high: shown.map((week) => week.expected_high),
    },
    marks: [],
  }
}
