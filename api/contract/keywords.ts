import { Type, type Static } from 'typebox'
import { Day, Nullable, periodFilter, placeFilter, stamp } from './shape.ts'
import { VoiceKind } from './voices.ts'

export const KeywordsQuery = Type.Object({
  kind: Type.Optional(VoiceKind),
  ...placeFilter,
  ...periodFilter,
})
export type KeywordsQuery = Static<typeof KeywordsQuery>

export const KeywordChange = Type.Object({
  word: Type.String(),
  voices: Type.Integer({ description: '本期以它为关键词的件数' }),
  expected: Type.Number({ description: '前三个等长时期的平均件数' }),
  excess: Type.Number({ description: '超出预期多少个标准差（泊松）' }),
  example: Type.Object({ voiceId: Type.String(), title: Nullable(Type.String()), text: Type.String() }),
})
export type KeywordChange = Static<typeof KeywordChange>

export const KeywordChanges = Type.Object({
  items: Type.Array(KeywordChange),
  from: Nullable(Day),
  to: Nullable(Day),
  ...stamp,
})
export type KeywordChanges = Static<typeof KeywordChanges>
