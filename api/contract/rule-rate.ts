import { Type, type Static } from 'typebox'
import { Nullable } from './shape.ts'

/** How often findings of a rule were confirmed, one verdict per case. */
export const RuleRate = Type.Object({
  verdicts: Type.Integer(),
  confirmed: Type.Integer(),
  explained: Type.Integer(),
  falseAlarm: Type.Integer(),
  rate: Nullable(Type.Number({ description: '属实率' })),
  low: Nullable(Type.Number({ description: '95% 区间下限（Wilson）' })),
  high: Nullable(Type.Number({ description: '95% 区间上限（Wilson）' })),
  needsChange: Type.Boolean({ description: '认定够多而属实率过低，建议修改规则' }),
})
export type RuleRate = Static<typeof RuleRate>
