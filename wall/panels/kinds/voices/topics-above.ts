import type { TrendContent } from '#contract'
import { wallQueries } from '#warehouse'
import { defineKind } from '../../define-kind.ts'
import { integer, named } from '../../words.ts'
import { voiceSources } from '../sources.ts'
import { readTopics, topicFact, topicLimit, topicName, topicTrend } from './topics.ts'

export interface RisingTopic {
  readonly topic_id: string
  readonly title: string
  readonly name: string
  readonly weeks_above: number
  readonly is_above: boolean
  readonly voices: number
  readonly expected: number | null
  readonly expected_high: number | null
}

const definition =
  '最近一周件数高于预期区间上限的热点（没过完的一周已经超出的也算），其后是离上限最近的；预期由该热点自己的历史周件数算出，件数太少的不列'

/** A week with fewer voices is no news, however few were expected. */
const fewest = 3

/** Topics over what was expected first, then those nearest to it. */
async function readAgainstExpected(warehouse: Parameters<typeof readTopics>[0]['warehouse'], limit: number) {
  const rows = await warehouse.query(wallQueries.topicsAbove, { limit, least: fewest })
  return rows.map((row) => ({ ...row, name: topicName(row.title) }))
}

export const topicsAbove = defineKind({
  id: 'topics.above',
  name: '高于预期的热点',
  question: '哪些事比预期多，已经多了几周？',
  form: 'bars',
  options: [topicLimit],
  sources: [voiceSources],
  metric: 'topics_hot',
  definition,
  load: ({ warehouse }) => readAgainstExpected(warehouse, 100),
  answer: (rows, { options }) => {
    const rising = rows.filter(({ is_above }) => is_above)
    const headline = aboveHeadline(rising)
    const status = rising.length === 0 ? 'ok' : worseOf(rising)
    if (rows.length === 0) return { headline, status, content: null, missingReason: '历史不足以给出预期' }
    return {
      headline,
      status,
      content: {
        form: 'bars',
        unit: '件/周',
        items: rows.slice(0, Number(options['limit'])).map((row) => ({
          id: row.topic_id,
          label: row.name,
          value: row.voices,
          note: aboveNote(row),
          status: row.is_above ? worseOf([row]) : null,
        })),
        reference: null,
      },
    }
  },
  fact: async (rows, item, context) => {
    if (!rows.some(({ topic_id }) => topic_id === item)) return null
    return topicFact(await readTopics(context, 'heat', 5000), item, context)
  },
})

/** A second week over what was expected is no chance. */
function worseOf(rising: readonly RisingTopic[]): 'bad' | 'warn' {
  return rising.some(({ weeks_above }) => weeks_above > 1) ? 'bad' : 'warn'
}

function aboveNote({ weeks_above, expected_high }: RisingTopic): string {
  const most = expected_high === null ? '' : `预期至多 ${integer(Math.floor(expected_high))}`
  return weeks_above > 1 ? `${most} · 连续 ${weeks_above} 周` : most
}

/** The topic that has been above longest; one week is no row of weeks. */
export function aboveHeadline(topics: readonly RisingTopic[]): string {
  const [first, ...others] = topics
  if (!first) return '最近一周没有热点高于预期'
  if (first.weeks_above > 1) return named(first.name, `连续 ${first.weeks_above} 周高于预期`)
  if (others.length === 0) return named(first.name, '高于预期')
  return named(first.name, `等 ${topics.length} 件高于预期`)
}

export const topicLeading = defineKind({
  id: 'topics.leading',
  name: '最突出热点走势',
  question: '最突出的那件事是怎样涨起来的？',
  form: 'trend',
  sources: [voiceSources],
  definition: `${definition}；没有高于预期的，取热度最高的热点`,
  load: async (context) => {
    const rows = await readAgainstExpected(context.warehouse, 20)
    const rising = rows.filter(({ is_above }) => is_above)
    const candidates = rising.length > 0 ? rising : await readTopics(context, 'heat', 20)
    // Each carries its own weeks, so that taking one out takes its line out with it.
    return Promise.all(
      candidates.slice(0, 6).map(async ({ topic_id, title, name }) => ({
        ...{ topic_id, title, name },
        weeksAbove: rising.find((one) => one.topic_id === topic_id)?.weeks_above ?? 0,
        trend: await topicTrend(context, { topic_id, name }),
      })),
    )
  },
  answer: (topics) => {
    const first = topics.find(({ trend }) => trend !== null)
    if (!first) return { headline: '还没有热点走势', content: null, missingReason: '还没有运行热点分析' }
    return {
      headline: leadingHeadline(first.trend, first.weeksAbove),
      status: first.weeksAbove > 0 ? 'warn' : null,
      content: first.trend,
    }
  },
})

/** Its last week against what was expected: which topic it is stands beside its line. */
export function leadingHeadline(trend: TrendContent | null, weeksAbove: number): string {
  const last = trend?.series[0]?.values.at(-1) ?? null
  const high = trend?.band?.high.at(-1) ?? null
  if (last === null) return '最热的一件没有上周的数'
  const most = high === null ? '' : `，预期至多 ${integer(Math.floor(high))} 件`
  if (weeksAbove > 1) return `连续 ${weeksAbove} 周高于预期，上周 ${integer(last)} 件`
  return weeksAbove === 1 ? `上周 ${integer(last)} 件${most}` : `最热一件上周 ${integer(last)} 件，未超预期`
}
