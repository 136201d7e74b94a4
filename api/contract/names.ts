import { Type, type Static } from 'typebox'
import { Instant, Nullable, StampedPage, paging } from './shape.ts'

export const NamedType = Type.Union([Type.Literal('place'), Type.Literal('unit'), Type.Literal('project')])
export type NamedType = Static<typeof NamedType>

export const NamesQuery = Type.Object({
  type: Type.Optional(NamedType),
  sort: Type.Optional(
    Type.Union([Type.Literal('区划'), Type.Literal('地点')], {
      description: '只看行政区划，或只看小区道路；不选则不含小区道路',
    }),
  ),
  state: Type.Optional(
    Type.Union([Type.Literal('open'), Type.Literal('decided')], { description: '待对应、已决定' }),
  ),
  q: Type.Optional(Type.String({ maxLength: 60, description: '写法中包含' })),
  ...paging,
})
export type NamesQuery = Static<typeof NamesQuery>

export const NameTarget = Type.Object({
  code: Type.String(),
  name: Type.String({ description: '区划为从市到本级的全称' }),
})
export type NameTarget = Static<typeof NameTarget>

export const NameAction = Type.Union([
  Type.Literal('map'),
  Type.Literal('alias'),
  Type.Literal('ignore'),
  Type.Literal('undo'),
])
export type NameAction = Static<typeof NameAction>

export const NameGroup = Type.Object({
  type: NamedType,
  text: Type.String({ description: '原文写法' }),
  sort: Nullable(Type.String()),
  voices: Type.Integer({ description: '提到它的民意件数' }),
  status: Type.Union([
    Type.Literal('unresolved'),
    Type.Literal('ambiguous'),
    Type.Literal('resolved'),
    Type.Literal('ignored'),
  ]),
  suggestions: Type.Array(NameTarget, { description: '可能对应的，最像的在前' }),
  examples: Type.Array(Type.Object({ voiceId: Type.String(), text: Type.String() })),
  decision: Nullable(
    Type.Object({
      action: NameAction,
      target: Nullable(NameTarget),
      actor: Type.String(),
      decidedAt: Instant,
    }),
  ),
})
export type NameGroup = Static<typeof NameGroup>

export const NameList = StampedPage(NameGroup)
export type NameList = Static<typeof NameList>

export const TargetsQuery = Type.Object({
  type: NamedType,
  q: Type.String({ minLength: 1, maxLength: 60 }),
})
export type TargetsQuery = Static<typeof TargetsQuery>

export const TargetList = Type.Object({ items: Type.Array(NameTarget) })
export type TargetList = Static<typeof TargetList>

export const NameDecisionRequest = Type.Object({
  type: NamedType,
  text: Type.String({ minLength: 1, maxLength: 200 }),
  action: NameAction,
  target: Type.Optional(Type.String({ maxLength: 100, description: '对应的代码；对应与记作别名时必填' })),
})
export type NameDecisionRequest = Static<typeof NameDecisionRequest>

export const NameDecisionAccepted = Type.Object({ decisionId: Type.String() })
export type NameDecisionAccepted = Static<typeof NameDecisionAccepted>

/** What one voice mentions. */
export const VoiceEntities = Type.Object({
  items: Type.Array(
    Type.Object({
      type: Type.String({ description: 'place、unit、project、amount、date、document、contract、law' }),
      typeLabel: Type.String(),
      text: Type.String(),
      value: Nullable(Type.String()),
      status: Type.String(),
      target: Nullable(NameTarget),
    }),
  ),
  traits: Type.Array(
    Type.Object({ name: Type.String(), meaning: Type.String({ description: '这个特征意味着什么' }) }),
  ),
})
export type VoiceEntities = Static<typeof VoiceEntities>
