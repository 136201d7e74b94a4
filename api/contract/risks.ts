import { Type, type Static } from 'typebox'
import { Day, Instant, Nullable, StampedPage, paging, placeFilter } from './shape.ts'
import { VoiceKind } from './voices.ts'

export const RiskStatus = Type.Union([
  Type.Literal('待处理'),
  Type.Literal('已阅'),
  Type.Literal('已转办'),
  Type.Literal('误报'),
])
export type RiskStatus = Static<typeof RiskStatus>

const Level = Type.Union([Type.Literal('紧急'), Type.Literal('高'), Type.Literal('关注')])

export const RisksQuery = Type.Object({
  status: Type.Optional(RiskStatus),
  level: Type.Optional(Level),
  kind: Type.Optional(Type.String({ maxLength: 20, description: '类别，如 拖欠工资' })),
  ...placeFilter,
  ...paging,
})
export type RisksQuery = Static<typeof RisksQuery>

export const RiskReason = Type.Object({
  kind: Type.String(),
  words: Type.String({ description: '触发的字词' }),
  sentence: Type.String({ description: '所在的句子（已脱敏）' }),
  context: Type.Array(Type.String({ description: '使分值升降的上下文，如 假设或担心、已有伤亡' })),
})
export type RiskReason = Static<typeof RiskReason>

const riskFields = {
  voiceId: Type.String(),
  level: Level,
  score: Type.Number({ description: '0 到 1' }),
  kinds: Type.Array(Type.String()),
  reasons: Type.Array(RiskReason),
  roleLabel: Type.String({ description: '先由谁看' }),
}

export const RiskItem = Type.Object({
  ...riskFields,
  sourceKind: VoiceKind,
  recordId: Type.String(),
  title: Nullable(Type.String()),
  createdDate: Nullable(Day),
  district: Nullable(Type.String()),
  unit: Nullable(Type.String()),
  isReplied: Type.Boolean(),
  status: RiskStatus,
  note: Nullable(Type.String()),
  actor: Nullable(Type.String()),
  handledAt: Nullable(Instant),
})
export type RiskItem = Static<typeof RiskItem>

export const RiskCount = Type.Object({ level: Level, status: RiskStatus, voices: Type.Integer() })
export type RiskCount = Static<typeof RiskCount>

export const RiskList = Type.Object({
  ...StampedPage(RiskItem).properties,
  counts: Type.Array(RiskCount),
  /** Waiting with the roles that see theirs first, in numbers only. */
  waitingElsewhere: Type.Array(Type.Object({ roleLabel: Type.String(), voices: Type.Integer() })),
})
export type RiskList = Static<typeof RiskList>

export const RiskHandling = Type.Object({
  status: RiskStatus,
  note: Nullable(Type.String()),
  actor: Type.String(),
  roleLabel: Type.String(),
  at: Instant,
})
export type RiskHandling = Static<typeof RiskHandling>

/** The risk of one voice; null when nothing warns or another role sees it first. */
export const RiskDetail = Type.Object({
  risk: Nullable(Type.Object({ ...riskFields, status: RiskStatus, handlings: Type.Array(RiskHandling) })),
})
export type RiskDetail = Static<typeof RiskDetail>

export const RiskHandlingRequest = Type.Object({
  status: RiskStatus,
  note: Type.Optional(Type.String({ maxLength: 500, description: '转给谁、为什么是误报等' })),
})
export type RiskHandlingRequest = Static<typeof RiskHandlingRequest>
