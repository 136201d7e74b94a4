import { Type, type Static } from 'typebox'
import { Instant } from './shape.ts'

const VoiceKind = Type.Enum(['petitions', 'suggestions', 'comments'])

/** What was told by phone, in a letter or in person, typed in by hand. */
export const RecordEntry = Type.Object({
  kind: VoiceKind,
  number: Type.Optional(Type.String({ maxLength: 40, description: '更正时填原来的编号' })),
  values: Type.Record(Type.String({ maxLength: 60 }), Type.String({ maxLength: 20_000 })),
})
export type RecordEntry = Static<typeof RecordEntry>

export const RecordAccepted = Type.Object({ number: Type.String(), jobId: Type.String() })
export type RecordAccepted = Static<typeof RecordAccepted>

export const RecordList = Type.Object({
  items: Type.Array(
    Type.Object({
      loadId: Type.String(),
      number: Type.String(),
      kind: Type.String(),
      kindLabel: Type.String(),
      actor: Type.String(),
      at: Instant,
    }),
  ),
})
export type RecordList = Static<typeof RecordList>

export const RecordValues = Type.Object({
  kind: Type.String(),
  number: Type.String(),
  values: Type.Record(Type.String(), Type.String()),
})
export type RecordValues = Static<typeof RecordValues>
