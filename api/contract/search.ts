import { Type, type Static } from 'typebox'
import { Day, Nullable, stamp } from './shape.ts'
import { VoiceKind } from './voices.ts'

export const SearchState = Type.Object({
  state: Type.Union([
    Type.Literal('none'),
    Type.Literal('building'),
    Type.Literal('ready'),
    Type.Literal('failed'),
  ]),
  documents: Type.Integer({ description: '索引中的件数；建立中为已读入的件数' }),
  megabytes: Type.Number({ description: '索引占用内存（MB）' }),
})
export type SearchState = Static<typeof SearchState>

export const SimilarRequest = Type.Object({
  draft: Type.String({ minLength: 2, maxLength: 20_000, description: '草稿：标题或全文' }),
  kind: Type.Optional(VoiceKind),
  year: Type.Optional(Type.Integer({ minimum: 1900, maximum: 2999 })),
})
export type SimilarRequest = Static<typeof SimilarRequest>

export const SimilarHit = Type.Object({
  voiceId: Type.String(),
  kind: VoiceKind,
  recordId: Type.String(),
  title: Nullable(Type.String()),
  excerpt: Type.String({ description: '含共有词最多的一段（已脱敏）' }),
  createdDate: Nullable(Day),
  year: Nullable(Type.Integer()),
  district: Nullable(Type.String()),
  unit: Nullable(Type.String()),
  isReplied: Type.Boolean(),
  isLate: Nullable(Type.Boolean()),
  outcome: Nullable(Type.String({ description: '办理结果或采纳结论' })),
  promises: Type.Array(Type.String({ description: '答复中的承诺句' })),
  likeness: Type.Number({ description: '与草稿的相近程度，0 到 1' }),
  isFamily: Type.Boolean({ description: '是否计入同类' }),
  shared: Type.Array(Type.String({ description: '共有的词' })),
})
export type SimilarHit = Static<typeof SimilarHit>

export const SimilarResult = Type.Object({
  hits: Type.Array(SimilarHit),
  family: Type.Object({
    firstYear: Nullable(Type.Integer()),
    raised: Type.Integer(),
    matters: Type.Integer({ description: '归并后的事项数' }),
    replied: Type.Integer(),
    promised: Type.Integer({ description: '答复中有承诺的件数' }),
    years: Type.Array(
      Type.Object({
        year: Type.Integer(),
        raised: Type.Integer(),
        replied: Type.Integer(),
        promised: Type.Integer(),
      }),
    ),
  }),
  index: SearchState,
  milliseconds: Type.Integer({ description: '本次检索用时' }),
  ...stamp,
})
export type SimilarResult = Static<typeof SimilarResult>
