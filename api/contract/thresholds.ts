import { Type, type Static } from 'typebox'
import { Severity } from './findings.ts'
import { Day, Instant, Nullable, stamp } from './shape.ts'

const reason = (description: string, minLength: number) =>
  Type.String({ minLength, maxLength: 500, description })
const requestId = Type.String({ minLength: 8, maxLength: 64, description: '同一编号重复提交只记一次' })
const key = Type.String({
  pattern: '^[A-Za-z]\\w{0,39}(\\.\\w{1,16})?$',
  description: '阈值名称；分年度、分币种的写成 approvedOn.2026、singleLimit.USD',
})
const value = Type.Number({ minimum: 0, maximum: 1e15 })

export const ThresholdChangeState = Type.Union(
  [
    Type.Literal('open'),
    Type.Literal('coming'),
    Type.Literal('in_force'),
    Type.Literal('replaced'),
    Type.Literal('declined'),
    Type.Literal('withdrawn'),
  ],
  { description: '待批准、已批准未到日期、执行中、已被后来的修改替代、未批准、已撤回' },
)
export type ThresholdChangeState = Static<typeof ThresholdChangeState>

/** One proposed change of one threshold, with the backtest of the day it was proposed and what became of it. */
export const ThresholdChange = Type.Object({
  id: Type.String(),
  key: Type.String(),
  label: Type.String(),
  unit: Type.String(),
  valueNow: Type.Number({ description: '提出时的值' }),
  valueProposed: Type.Number(),
  effectiveOn: Day,
  inForceFrom: Nullable(Day),
  state: ThresholdChangeState,
  reason: Type.String(),
  trial: Type.Object(
    { now: Type.Integer(), tried: Type.Integer(), gained: Type.Integer(), lost: Type.Integer() },
    { description: '提出时的试算：原值、新值下的疑点数，多报、少报的疑点数' },
  ),
  proposedBy: Type.String(),
  proposedAt: Instant,
  isOwn: Type.Boolean({ description: '是当前登录人提出的' }),
  outcome: Nullable(Type.Object({ reason: Type.String(), by: Type.String(), at: Instant })),
})
export type ThresholdChange = Static<typeof ThresholdChange>

export const RuleThreshold = Type.Object({
  key: Type.String(),
  label: Type.String(),
  value: Type.Number(),
  unit: Type.String(),
  origin: Type.Union([Type.Literal('法定'), Type.Literal('内部默认'), Type.Literal('本机构设定')]),
  basis: Type.String({ description: '依据；经批准设定的，写明谁批准、自哪一天起' }),
  sharedWith: Nullable(Type.String({ description: '与哪条规则共用，须在那条规则下修改' })),
})
export type RuleThreshold = Static<typeof RuleThreshold>

export const RuleThresholds = Type.Object({
  rule: Type.String(),
  name: Type.String(),
  thresholds: Type.Array(RuleThreshold),
  changes: Type.Array(ThresholdChange, { description: '历次修改，新提出的在前' }),
  today: Day,
})
export type RuleThresholds = Static<typeof RuleThresholds>

/** Changes that wait for a decision, over all rules. */
export const OpenThresholdChanges = Type.Object({
  items: Type.Array(
    Type.Object({ rule: Type.String(), name: Type.String(), label: Type.String(), proposedAt: Instant }),
  ),
})
export type OpenThresholdChanges = Static<typeof OpenThresholdChanges>

export const BacktestRequest = Type.Object({ key, value })
export type BacktestRequest = Static<typeof BacktestRequest>

const BriefFinding = Type.Object({
  severity: Severity,
  unit: Type.String(),
  fiscalYear: Type.Integer(),
  text: Type.String(),
})

/** What the rule would find with another value on the present data; nothing is changed. */
export const BacktestResult = Type.Object({
  key: Type.String(),
  label: Type.String(),
  unit: Type.String(),
  valueNow: Type.Number(),
  valueTried: Type.Number(),
  findingsNow: Type.Integer(),
  findingsTried: Type.Integer(),
  gained: Type.Integer(),
  lost: Type.Integer(),
  gainedFindings: Type.Array(BriefFinding, { description: '至多前 10 条' }),
  lostFindings: Type.Array(BriefFinding, { description: '至多前 10 条' }),
  ...stamp,
})
export type BacktestResult = Static<typeof BacktestResult>

export const ThresholdProposalRequest = Type.Object({
  key,
  value,
  effectiveOn: Type.String({ format: 'date', description: '自哪一天起，今天或以后' }),
  reason: reason('为什么要改', 2),
  requestId,
})
export type ThresholdProposalRequest = Static<typeof ThresholdProposalRequest>

export const ThresholdDecisionRequest = Type.Object({
  decision: Type.Union([Type.Literal('approved'), Type.Literal('declined')]),
  reason: reason('意见；不批准时必填', 0),
  requestId,
})
export type ThresholdDecisionRequest = Static<typeof ThresholdDecisionRequest>

export const ThresholdWithdrawalRequest = Type.Object({ reason: reason('为什么撤回', 0), requestId })
export type ThresholdWithdrawalRequest = Static<typeof ThresholdWithdrawalRequest>

/** `run`: a new check was queued, or the next one uses the value. */
export const ThresholdDecided = Type.Object({
  change: ThresholdChange,
  run: Type.Union([Type.Literal('queued'), Type.Literal('next'), Type.Literal('none')], {
    description: 'queued 已安排重新检查；next 到生效日后的下一次检查采用；none 不需要',
  }),
})
export type ThresholdDecided = Static<typeof ThresholdDecided>
