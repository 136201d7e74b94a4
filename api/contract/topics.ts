import { Type, type Static } from 'typebox'
import { Day, Nullable, Page, paging, periodFilter, placeFilter, stamp } from './shape.ts'

export const TopicRank = Type.Union([
  Type.Literal('heat'),
  Type.Literal('volume'),
  Type.Literal('growth'),
  Type.Literal('breadth'),
  Type.Literal('unresolved'),
])
export type TopicRank = Static<typeof TopicRank>

export const TopicsQuery = Type.Object({
  ...periodFilter,
  ...placeFilter,
  category: Type.Optional(Type.String({ maxLength: 200, description: '一级分类' })),
  rank_by: Type.Optional(TopicRank),
  q: Type.Optional(Type.String({ maxLength: 100, description: '在标题、描述、关键词中查找' })),
  ...paging,
})
export type TopicsQuery = Static<typeof TopicsQuery>

const topicFields = {
  id: Type.String(),
  rank: Type.Integer({ description: '在当前排序与筛选下的名次，从 1 起' }),
  title: Type.String(),
  description: Type.String(),
  heat: Type.Number(),
  voices: Type.Integer({ description: '件数' }),
  matters: Type.Integer({ description: '事项数（重复件归并后）' }),
  voicesInFilter: Type.Integer({ description: '满足当前日期与区县筛选的件数' }),
  growth: Nullable(Type.Number({ description: '相对预期的增长，0.5 表示高于预期 50%' })),
  expected: Nullable(Type.Number()),
  expectedLow: Nullable(Type.Number()),
  expectedHigh: Nullable(Type.Number()),
  breadth: Type.Integer({ description: '涉及地方数' }),
  unresolvedShare: Nullable(Type.Number({ description: '未办结占比，0 到 1' })),
  from: Nullable(Day),
  to: Nullable(Day),
  places: Type.Array(Type.String()),
  people: Type.Array(Type.String({ description: '涉及人群' })),
  category: Nullable(Type.String()),
  lifecycle: Nullable(Type.String({ description: '萌芽、上升、高位、回落、反弹' })),
  keywords: Type.Array(Type.String()),
}

export const TopicSummary = Type.Object(topicFields)
export type TopicSummary = Static<typeof TopicSummary>

export const TopicList = Type.Object({ ...Page(TopicSummary).properties, ...stamp })
export type TopicList = Static<typeof TopicList>

/** One term of the heat: heat = Σ score × weight; `explain` says so in a sentence. */
export const HeatPart = Type.Object({
  name: Type.String(),
  label: Type.String(),
  value: Nullable(Type.Number()),
  score: Type.Number(),
  weight: Type.Number(),
  explain: Type.String(),
})
export type HeatPart = Static<typeof HeatPart>

/** One week (from Monday) with the band in which the count was expected to fall. */
export const TrendWeek = Type.Object({
  weekStart: Day,
  voices: Type.Integer(),
  expected: Nullable(Type.Number()),
  expectedLow: Nullable(Type.Number()),
  expectedHigh: Nullable(Type.Number()),
})
export type TrendWeek = Static<typeof TrendWeek>

export const NamedCount = Type.Object({ name: Type.String(), voices: Type.Integer() })
export type NamedCount = Static<typeof NamedCount>

/** A typical sentence of the topic, masked, with the record it stands in. */
export const TopicQuote = Type.Object({
  voiceId: Type.String(),
  recordId: Type.String(),
  text: Type.String(),
  createdDate: Nullable(Day),
  district: Nullable(Type.String()),
})
export type TopicQuote = Static<typeof TopicQuote>

export const TopicDetail = Type.Object({
  ...topicFields,
  heatParts: Type.Array(HeatPart),
  weeks: Type.Array(TrendWeek),
  placeCounts: Type.Array(NamedCount),
  kindCounts: Type.Array(NamedCount),
  unitCounts: Type.Array(NamedCount),
  quotes: Type.Array(TopicQuote),
  ...stamp,
})
export type TopicDetail = Static<typeof TopicDetail>
