import { Type, type Static } from 'typebox'
import { Nullable, stamp } from './shape.ts'

/**
 * fired: it did speak; no_data: the rule's data is missing; year: no unit's year could be judged; precondition: this unit's
 * could not; quality: the data are in doubt; whitelisted, excepted: held back; below: short of the limit; none: the unit
 * has nothing the rule looks at.
 */
export const ReasonOutcome = Type.Union([
  Type.Literal('fired'),
  Type.Literal('no_data'),
  Type.Literal('year'),
  Type.Literal('precondition'),
  Type.Literal('quality'),
  Type.Literal('whitelisted'),
  Type.Literal('excepted'),
  Type.Literal('below'),
  Type.Literal('none'),
])
export type ReasonOutcome = Static<typeof ReasonOutcome>

/** Why a rule spoke or did not, in the numbers of the run that judged. */
export const Reason = Type.Object({
  outcome: ReasonOutcome,
  text: Type.String({ description: '原因，或离阈值最近的一次测得什么' }),
  limit: Nullable(Type.String({ description: '阈值' })),
  short: Nullable(Type.String({ description: '还差多少' })),
  nearness: Nullable(Type.Number({ description: '离阈值多近，1 为达到' })),
  findings: Type.Integer(),
})
export type Reason = Static<typeof Reason>

export const UnitReason = Type.Object({ rule: Type.String(), name: Type.String(), ...Reason.properties })
export type UnitReason = Static<typeof UnitReason>

export const UnitReasons = Type.Object({ year: Type.Integer(), items: Type.Array(UnitReason), ...stamp })
export type UnitReasons = Static<typeof UnitReasons>

export const RuleReason = Type.Object({ code: Type.String(), unit: Type.String(), ...Reason.properties })
export type RuleReason = Static<typeof RuleReason>

export const RuleReasons = Type.Object({
  rule: Type.String(),
  name: Type.String(),
  year: Type.Integer(),
  items: Type.Array(RuleReason),
  ...stamp,
})
export type RuleReasons = Static<typeof RuleReasons>
