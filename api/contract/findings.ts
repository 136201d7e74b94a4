import { Type, type Static } from 'typebox'
import { RuleRate } from './rule-rate.ts'
import { Day, Instant, Money, Nullable, StampedPage, paging, stamp } from './shape.ts'

export const Severity = Type.Union([Type.Literal('红'), Type.Literal('橙'), Type.Literal('黄')])
export type Severity = Static<typeof Severity>

export const FindingsQuery = Type.Object({
  rule: Type.Optional(Type.String({ maxLength: 16 })),
  severity: Type.Optional(Severity),
  unit: Type.Optional(Type.String({ maxLength: 200, description: '单位编码或名称' })),
  year: Type.Optional(Type.Integer({ minimum: 1990, maximum: 2100 })),
  ...paging,
})
export type FindingsQuery = Static<typeof FindingsQuery>

const findingFields = {
  id: Type.String(),
  rule: Type.String(),
  ruleName: Type.String(),
  severity: Severity,
  certainty: Nullable(Type.String()),
  agencyCode: Nullable(Type.String()),
  unit: Nullable(Type.String()),
  fiscalYear: Nullable(Type.Integer()),
  matter: Nullable(Type.String()),
  amount: Nullable(Money),
  text: Type.String(),
  score: Nullable(Type.Number()),
  dataDate: Nullable(Day),
}

/** A reason to open the file, never a verdict. */
export const FindingSummary = Type.Object(findingFields)
export type FindingSummary = Static<typeof FindingSummary>

export const FindingList = Type.Object({
  ...StampedPage(FindingSummary).properties,
  bySeverity: Type.Array(Type.Object({ severity: Severity, findings: Type.Integer() })),
})
export type FindingList = Static<typeof FindingList>

const LabelledValue = Type.Object({ label: Type.String(), value: Type.String() })

export const FindingRow = Type.Object({
  position: Type.Integer(),
  kind: Type.String(),
  recordKey: Type.String(),
  file: Nullable(Type.String()),
  sheet: Nullable(Type.String()),
  row: Nullable(Type.Integer()),
  amount: Nullable(Money),
  note: Nullable(Type.String()),
})
export type FindingRow = Static<typeof FindingRow>

export const FindingDetail = Type.Object({
  ...findingFields,
  ruleVersion: Nullable(Type.String()),
  formula: Type.String(),
  formulaFilled: Type.String({ description: '代入数字后的算式' }),
  clause: Nullable(Type.String()),
  clauseText: Nullable(Type.String()),
  threshold: Type.Array(LabelledValue),
  innocentCauses: Type.Array(Type.String({ description: '可能的正常原因' })),
  evidence: Type.Array(LabelledValue),
  rows: Type.Array(FindingRow),
  computedAt: Instant,
  dataTime: stamp.dataTime,
  quarantined: stamp.quarantined,
})
export type FindingDetail = Static<typeof FindingDetail>

export const RuleStatus = Type.Object({
  rule: Type.String(),
  name: Type.String(),
  status: Type.Union([Type.Literal('applied'), Type.Literal('not_applicable')]),
  why: Nullable(Type.String()),
  findings: Type.Integer(),
  suppressed: Type.Integer(),
  version: Nullable(Type.String()),
  rate: RuleRate,
})
export type RuleStatus = Static<typeof RuleStatus>

export const RuleList = Type.Object({ items: Type.Array(RuleStatus), ...stamp })
export type RuleList = Static<typeof RuleList>
