import { Type, type Static } from 'typebox'
import { Severity } from './findings.ts'
import { FreshnessItem } from './ingest.ts'
import { MetricValue } from './metrics.ts'
import { Money, Nullable, periodFilter, placeFilter, stamp } from './shape.ts'
import { TopicSummary } from './topics.ts'

export const OverviewQuery = Type.Object({ ...placeFilter, ...periodFilter })
export type OverviewQuery = Static<typeof OverviewQuery>

export const VoiceMonth = Type.Object({
  month: Type.String({ description: 'YYYY-MM' }),
  kind: Type.String(),
  voices: Type.Integer(),
  replied: Type.Integer(),
  late: Type.Integer(),
})
export type VoiceMonth = Static<typeof VoiceMonth>

export const LateUnit = Type.Object({
  unit: Type.String(),
  suggestions: Type.Integer(),
  late: Type.Integer({ description: '逾期未答复与逾期答复之和' }),
  unreplied: Type.Integer({ description: '其中至今未答复' }),
  longestDays: Nullable(Type.Integer({ description: '最长逾期天数' })),
})
export type LateUnit = Static<typeof LateUnit>

/** A declared source that did not bring what was due, and the figures made from it. */
export const LateSource = Type.Object({
  name: Type.String(),
  title: Type.String(),
  word: Type.String({ description: '没到、没跑、失败…' }),
  reason: Type.String(),
  metrics: Type.Array(Type.Object({ name: Type.String(), label: Type.String() })),
})
export type LateSource = Static<typeof LateSource>

/** All units together by month; shares of the adjusted budget from 0 to 1. */
export const ExecutionMonth = Type.Object({
  fiscalYear: Type.Integer(),
  month: Type.Integer(),
  paid: Money,
  cumulativePaid: Money,
  adjustedBudget: Nullable(Money),
  rate: Nullable(Type.Number()),
  linear: Type.Number(),
  seasonal: Nullable(Type.Number()),
})
export type ExecutionMonth = Static<typeof ExecutionMonth>

export const SeverityCount = Type.Object({
  severity: Severity,
  findings: Type.Integer(),
  units: Type.Integer(),
})
export type SeverityCount = Static<typeof SeverityCount>

export const Overview = Type.Object({
  metrics: Type.Array(MetricValue),
  voicesByMonth: Type.Array(VoiceMonth),
  topTopics: Type.Array(TopicSummary),
  lateUnits: Type.Array(LateUnit),
  executionByMonth: Type.Array(ExecutionMonth),
  findingsBySeverity: Type.Array(SeverityCount),
  freshness: Type.Array(FreshnessItem),
  late: Type.Object({
    sources: Type.Array(LateSource, { description: '应到而没有到的来源' }),
    metrics: Type.Integer({ description: '用到它们的指标数' }),
  }),
  ...stamp,
})
export type Overview = Static<typeof Overview>
