import { HistoryStep } from './history.ts'
import { Type, type Static } from 'typebox'
import { LineageStep } from './lineage.ts'
import { Day, Instant, Nullable, StampedPage, paging, periodFilter, placeFilter } from './shape.ts'

export const VoiceKind = Type.Union([
  Type.Literal('suggestions'),
  Type.Literal('petitions'),
  Type.Literal('comments'),
])
export type VoiceKind = Static<typeof VoiceKind>

export const VoicesQuery = Type.Object({
  kind: Type.Optional(VoiceKind),
  ...placeFilter,
  ...periodFilter,
  category: Type.Optional(Type.String({ maxLength: 200, description: '一级分类' })),
  status: Type.Optional(
    Type.Union(
      [Type.Literal('replied'), Type.Literal('unreplied'), Type.Literal('late'), Type.Literal('overdue')],
      { description: '已答复、未答复、逾期（含逾期答复）、逾期未答复' },
    ),
  ),
  unit: Type.Optional(Type.String({ maxLength: 200, description: '承办单位名称' })),
  topic: Type.Optional(Type.String({ maxLength: 120, description: '热点编号' })),
  matter: Type.Optional(Type.String({ maxLength: 40, description: '事项编号' })),
  q: Type.Optional(Type.String({ maxLength: 100, description: '在标题与正文中查找' })),
  keyword: Type.Optional(Type.String({ maxLength: 40, description: '以它为关键词的' })),
  ...paging,
})
export type VoicesQuery = Static<typeof VoicesQuery>

const voiceFields = {
  voiceId: Type.String(),
  kind: VoiceKind,
  recordId: Type.String({ description: '来源自己的编号' }),
  title: Nullable(Type.String()),
  excerpt: Type.String({ description: '正文开头（已脱敏）' }),
  channel: Nullable(Type.String()),
  createdAt: Nullable(Instant),
  createdDate: Nullable(Day),
  district: Nullable(Type.String()),
  street: Nullable(Type.String()),
  unit: Nullable(Type.String()),
  category: Nullable(Type.String({ description: '一级分类：模型判定，无判定时用来源分类' })),
  status: Nullable(Type.String()),
  isReplied: Type.Boolean(),
  daysToReply: Nullable(Type.Integer()),
  isLate: Nullable(Type.Boolean({ description: '是否逾期；无法判断时为空' })),
  likes: Nullable(Type.Integer()),
}

export const VoiceSummary = Type.Object(voiceFields)
export type VoiceSummary = Static<typeof VoiceSummary>

export const VoiceList = Type.Object({
  ...StampedPage(VoiceSummary).properties,
  matters: Type.Integer({ description: '满足筛选的全部件归并后的事项数' }),
})
export type VoiceList = Static<typeof VoiceList>

export const Classification = Type.Object({
  levels: Type.Array(Type.String()),
  confidence: Type.Number(),
  bucket: Type.Union([Type.Literal('accept'), Type.Literal('sample'), Type.Literal('review')]),
  decidingWords: Type.Array(Type.String()),
  model: Type.String(),
  decidedBy: Nullable(Type.String({ description: '复核人；没有人工决定时为空' })),
})
export type Classification = Static<typeof Classification>

export const VoiceDetail = Type.Object({
  ...voiceFields,
  body: Type.String({ description: '全文（已脱敏）' }),
  reply: Nullable(Type.String()),
  repliedAt: Nullable(Instant),
  dueDate: Nullable(Day),
  rating: Nullable(Type.String()),
  dislikes: Nullable(Type.Integer()),
  sourceCategories: Type.Array(Type.String()),
  classification: Nullable(Classification),
  topics: Type.Array(Type.Object({ id: Type.String(), title: Type.String() })),
  sealedColumns: Type.Array(Type.String({ description: '有封存原文的栏目' })),
  lineage: Type.Array(LineageStep),
  history: Type.Array(HistoryStep),
  dataTime: Nullable(Type.String()),
  computedAt: Instant,
})
export type VoiceDetail = Static<typeof VoiceDetail>

export const OriginalRequest = Type.Object({
  reason: Type.String({ minLength: 4, maxLength: 200, description: '查看原文的事由，写入审计' }),
})
export type OriginalRequest = Static<typeof OriginalRequest>

/** The sealed text as it came; every answer of this shape has left a line in the audit log. */
export const VoiceOriginal = Type.Object({
  voiceId: Type.String(),
  fields: Type.Array(Type.Object({ column: Type.String(), text: Type.String() })),
  openedAt: Instant,
  auditId: Type.String(),
})
export type VoiceOriginal = Static<typeof VoiceOriginal>
