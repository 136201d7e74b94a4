import { Type, type Static } from 'typebox'
import { Day, Nullable, periodFilter, placeFilter, stamp } from './shape.ts'
import { VoiceKind } from './voices.ts'

/** How many voices of one matter came from where: 建议●信访●热线●征求意见○. */
export const MatterSources = Type.Object({
  suggestions: Type.Integer(),
  petitions: Type.Integer({ description: '信访与群众留言' }),
  hotline: Type.Integer({ description: '12345 热线' }),
  comments: Type.Integer(),
})
export type MatterSources = Static<typeof MatterSources>

export const DifferencePart = Type.Object({
  kind: Type.Union([Type.Literal('same'), Type.Literal('added'), Type.Literal('removed')]),
  text: Type.String(),
})
export type DifferencePart = Static<typeof DifferencePart>

export const RelatedVoice = Type.Object({
  voiceId: Type.String(),
  kind: VoiceKind,
  recordId: Type.String(),
  title: Nullable(Type.String()),
  excerpt: Type.String({ description: '正文开头（已脱敏）' }),
  createdDate: Nullable(Day),
  district: Nullable(Type.String()),
  isReplied: Type.Boolean(),
  relation: Type.Union([Type.Literal('exact'), Type.Literal('near'), Type.Literal('same')], {
    description: '文字相同、文字相近、同一事项',
  }),
  similarity: Nullable(Type.Number({ description: '与事项最早一件的相近程度，0 到 1' })),
  difference: Nullable(
    Type.Array(DifferencePart, {
      description: '与当前这件的差异：added 是那一件独有的，removed 是当前这件独有的',
    }),
  ),
  ownSentences: Type.Array(Type.String({ description: '那一件独有的句子' })),
})
export type RelatedVoice = Static<typeof RelatedVoice>

export const VoiceMatter = Type.Object({
  matterId: Nullable(Type.String({ description: '归并分析还没有运行时为空' })),
  voices: Type.Integer({ description: '事项的件数，含本件' }),
  texts: Type.Integer({ description: '文本种数' }),
  from: Nullable(Day),
  to: Nullable(Day),
  sources: MatterSources,
  related: Type.Array(RelatedVoice),
  campaign: Nullable(Type.Object({ label: Type.String(), evidence: Type.String() })),
})
export type VoiceMatter = Static<typeof VoiceMatter>

export const Campaign = Type.Object({
  id: Type.String(),
  matterId: Type.String(),
  label: Type.String(),
  title: Nullable(Type.String({ description: '最早一件的标题' })),
  firstVoice: Type.String(),
  voices: Type.Integer({ description: '事项的件数' }),
  copies: Type.Integer({ description: '其中文字相同或相近的件数' }),
  texts: Type.Integer({ description: '这些件的文本种数' }),
  authors: Nullable(Type.Integer({ description: '署名人数' })),
  days: Type.Integer(),
  from: Nullable(Day),
  to: Nullable(Day),
  evidence: Type.String(),
})
export type Campaign = Static<typeof Campaign>

export const CampaignList = Type.Object({ items: Type.Array(Campaign), ...stamp })
export type CampaignList = Static<typeof CampaignList>

export const GroupCountsQuery = Type.Object({ ...placeFilter, ...periodFilter })
export type GroupCountsQuery = Static<typeof GroupCountsQuery>

export const GroupCount = Type.Object({
  name: Type.String(),
  voices: Type.Integer({ description: '件数' }),
  matters: Type.Integer({ description: '事项数' }),
})
export type GroupCount = Static<typeof GroupCount>

export const GroupCounts = Type.Object({
  categories: Type.Array(GroupCount),
  districts: Type.Array(GroupCount),
  ...stamp,
})
export type GroupCounts = Static<typeof GroupCounts>
