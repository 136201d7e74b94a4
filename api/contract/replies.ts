import { Type, type Static } from 'typebox'
import { Day, Nullable, Page, StampedPage, paging, periodFilter, placeFilter, stamp } from './shape.ts'
import { VoiceKind } from './voices.ts'

const share = (description: string) => Type.Number({ description: `${description}，0 到 1` })
const scores = {
  score: Nullable(share('总分')),
  relevance: Nullable(share('切题')),
  explanation: Nullable(share('说理')),
  completeness: Nullable(share('完整')),
  timeliness: Nullable(share('时效；缺日期为空')),
  attitude: Nullable(share('态度')),
}

export const ReplyShow = Type.Union(
  [
    Type.Literal('acknowledgement'),
    Type.Literal('unexplained'),
    Type.Literal('open'),
    Type.Literal('late'),
    Type.Literal('harsh'),
  ],
  { description: '只告知收悉或转办、没有说理、有诉求未见回应、超期、用语生硬' },
)
export type ReplyShow = Static<typeof ReplyShow>

const replyFilter = {
  kind: Type.Optional(VoiceKind),
  unit: Type.Optional(Type.String({ maxLength: 200, description: '承办单位名称' })),
  ...placeFilter,
  ...periodFilter,
}
export const ReplyQuery = Type.Object({
  ...replyFilter,
  show: Type.Optional(ReplyShow),
  template: Type.Optional(Type.String({ maxLength: 40, description: '模板编号' })),
  ...paging,
})
export type ReplyQuery = Static<typeof ReplyQuery>

/** One ask of a letter and the sentences of the reply that take it up. */
export const AskAnswer = Type.Object({
  text: Type.String(),
  kind: Type.String({ description: '原因、时间、办法、可否、办理' }),
  state: Type.Union([Type.Literal('answered'), Type.Literal('touched'), Type.Literal('open')], {
    description: '有回应、提到而未正面回应、未见回应',
  }),
  answers: Type.Array(Type.String({ description: '答复中的原句（已脱敏）' })),
})
export type AskAnswer = Static<typeof AskAnswer>

export const ScoredReply = Type.Object({
  voiceId: Type.String(),
  kind: VoiceKind,
  recordId: Type.String(),
  title: Nullable(Type.String()),
  unit: Nullable(Type.String()),
  district: Nullable(Type.String()),
  repliedDate: Nullable(Day),
  excerpt: Type.String({ description: '答复开头（已脱敏）' }),
  ...scores,
  explained: Nullable(Type.Boolean({ description: '是否有说理' })),
  workdays: Nullable(Type.Integer({ description: '用时（工作日）' })),
  isAcknowledgement: Type.Boolean(),
  asks: Type.Integer(),
  openAsks: Type.Array(Type.String({ description: '未见回应的诉求' })),
  reasons: Type.Array(Type.String()),
  templateShare: Nullable(share('与其他答复相同的文字')),
  templateReplies: Nullable(Type.Integer({ description: '同一模板用了多少件' })),
})
export type ScoredReply = Static<typeof ScoredReply>

export const ReplyList = StampedPage(ScoredReply)
export type ReplyList = Static<typeof ReplyList>

/** A unit, source or district. Ranks are ranges: groups that cannot be told apart share them. */
export const ReplyGroup = Type.Object({
  name: Type.String(),
  replies: Type.Integer(),
  mean: share('平均分'),
  low: Nullable(share('平均分 95% 区间下界；件数太少为空')),
  high: Nullable(share('平均分 95% 区间上界')),
  bestRank: Nullable(Type.Integer()),
  worstRank: Nullable(Type.Integer()),
  acknowledgements: Type.Integer(),
  asks: Type.Integer(),
  openAsks: Type.Integer(),
})
export type ReplyGroup = Static<typeof ReplyGroup>

export const ReplyMonth = Type.Object({
  month: Type.String({ description: 'YYYY-MM，按答复日期' }),
  replies: Type.Integer(),
  mean: share('平均分'),
})
export type ReplyMonth = Static<typeof ReplyMonth>

export const ReplySummary = Type.Object({
  replies: Type.Integer(),
  ...scores,
  medianWorkdays: Nullable(Type.Number()),
  acknowledgements: Type.Integer(),
  unexplained: Type.Integer(),
  withOpenAsks: Type.Integer(),
  late: Type.Integer(),
  harsh: Type.Integer(),
  asks: Type.Integer(),
  openAsks: Type.Integer(),
  /** Ten bands of ten points, from 0. */
  distribution: Type.Array(Type.Integer()),
  units: Type.Array(ReplyGroup),
  districts: Type.Array(ReplyGroup),
  kinds: Type.Array(ReplyGroup),
  months: Type.Array(ReplyMonth),
  ...stamp,
})
export type ReplySummary = Static<typeof ReplySummary>

export const ReplyTemplateRow = Type.Object({
  id: Type.String(),
  kind: Type.String({ description: '程式答复、同文答复' }),
  text: Type.String({ description: '共同的文字（已脱敏）' }),
  replies: Type.Integer(),
  share: share('这些答复中共同文字平均所占比例'),
  units: Type.Integer(),
  from: Nullable(Day),
  to: Nullable(Day),
})
export type ReplyTemplateRow = Static<typeof ReplyTemplateRow>

export const ReplyTemplateList = Page(ReplyTemplateRow)
export type ReplyTemplateList = Static<typeof ReplyTemplateList>

export const ReplyAssessment = Type.Object({
  ...scores,
  explained: Nullable(Type.Boolean()),
  workdays: Nullable(Type.Integer()),
  allowedWorkdays: Nullable(Type.Integer()),
  isAcknowledgement: Type.Boolean(),
  asks: Type.Array(AskAnswer),
  reasons: Type.Array(Type.String()),
  method: Type.String({ description: '规则，或所用的说理模型' }),
  template: Nullable(
    Type.Object({ id: Type.String(), kind: Type.String(), replies: Type.Integer(), share: Type.Number() }),
  ),
})
export type ReplyAssessment = Static<typeof ReplyAssessment>

/** Null while the reply has not been scored, or there is none. */
export const VoiceReplyScore = Type.Object({ assessment: Nullable(ReplyAssessment) })
export type VoiceReplyScore = Static<typeof VoiceReplyScore>
