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

/** Signs that letters were written as one action: a label with its evidence; nothing is left out because of it. */
export const TopicCampaign = Type.Object({
  label: Type.String(),
  copies: Type.Integer({ description: '文字相同或相近的件数' }),
  evidence: Type.String(),
})
export type TopicCampaign = Static<typeof TopicCampaign>

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
  campaign: Nullable(TopicCampaign),
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

export const TopicEventKind = Type.Union([
  Type.Literal('new'),
  Type.Literal('renamed'),
  Type.Literal('merged'),
  Type.Literal('split'),
  Type.Literal('ended'),
])

/** What became of a topic in one run of the analysis. */
export const TopicChange = Type.Object({
  topicId: Type.String(),
  otherId: Nullable(Type.String({ description: '并入的或从中分出的热点' })),
  kind: TopicEventKind,
  title: Type.String(),
  otherTitle: Nullable(Type.String()),
  voices: Type.Integer(),
  voicesBefore: Type.Integer(),
  dataDate: Nullable(Day),
  happenedAt: Type.String(),
})
export type TopicChange = Static<typeof TopicChange>

export const TopicChanges = Type.Object({ items: Type.Array(TopicChange) })
export type TopicChanges = Static<typeof TopicChanges>

/** A suggestion, budget project, contract or payment that concerns the topic, and why. */
export const TopicLink = Type.Object({
  kind: Type.Union([
    Type.Literal('suggestion'),
    Type.Literal('project'),
    Type.Literal('procurement'),
    Type.Literal('payment'),
  ]),
  ref: Type.String({ description: '建议为民意编号，其余为记录键' }),
  label: Nullable(Type.String()),
  title: Type.String(),
  unit: Nullable(Type.String()),
  amount: Nullable(Type.String({ description: '元' })),
  paid: Nullable(Type.String({ description: '元' })),
  date: Nullable(Day),
  why: Type.String(),
  score: Type.Number(),
})
export type TopicLink = Static<typeof TopicLink>

/** A single voice with far more likes than others; beside the topics, since it makes none by itself. */
export const LikedVoice = Type.Object({
  voiceId: Type.String(),
  recordId: Type.String(),
  title: Type.String(),
  createdDate: Nullable(Day),
  district: Nullable(Type.String()),
  likes: Type.Integer(),
  topicId: Nullable(Type.String()),
})
export type LikedVoice = Static<typeof LikedVoice>

export const LikedVoices = Type.Object({
  least: Type.Integer({ description: '列入所需的点赞数' }),
  items: Type.Array(LikedVoice),
})
export type LikedVoices = Static<typeof LikedVoices>

export const LikedVoicesQuery = Type.Object({ ...periodFilter, ...placeFilter })
export type LikedVoicesQuery = Static<typeof LikedVoicesQuery>

export const TopicDetail = Type.Object({
  ...topicFields,
  heatParts: Type.Array(HeatPart),
  weeks: Type.Array(TrendWeek),
  placeCounts: Type.Array(NamedCount),
  kindCounts: Type.Array(NamedCount),
  unitCounts: Type.Array(NamedCount),
  quotes: Type.Array(TopicQuote),
  links: Type.Array(TopicLink),
  changes: Type.Array(TopicChange),
  campaigns: Type.Array(TopicCampaign),
  ...stamp,
})
export type TopicDetail = Static<typeof TopicDetail>
