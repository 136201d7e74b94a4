import { Type, type Static } from 'typebox'
import { Day, Money, Nullable, placeFilter, stamp } from './shape.ts'

export const DemandQuery = Type.Object({
  ...placeFilter,
  year: Type.Optional(
    Type.Integer({ minimum: 1990, maximum: 2100, description: '年度：预算与诉求取同一年' }),
  ),
})
export type DemandQuery = Static<typeof DemandQuery>

/** What people ask for in one subject beside what is spent on it. Shares run from 0 to 1. */
export const SubjectGap = Type.Object({
  subject: Type.String({ description: '诉求领域（目录一级）' }),
  voices: Type.Integer({ description: '件数' }),
  matters: Type.Integer({ description: '事项数' }),
  suggestions: Type.Integer({ description: '其中代表建议' }),
  open: Type.Integer({ description: '其中未答复' }),
  adjusted: Money,
  paid: Money,
  rigid: Type.String({ description: '人员、补助、付息等刚性支出（元），沙盘里不可动' }),
  threePublic: Type.String({ description: '三公经费（元），沙盘里只减不增' }),
  projects: Type.Integer(),
  demandShare: Type.Number({ description: '事项数占比' }),
  moneyShare: Type.Number({ description: '预算占比' }),
  gap: Type.Number({ description: '事项占比减预算占比' }),
  quadrant: Type.String({ description: '诉求多少、资金多少，以平均份额为界' }),
})
export type SubjectGap = Static<typeof SubjectGap>

export const DemandTable = Type.Object({
  fiscalYear: Nullable(Type.Integer()),
  from: Nullable(Day),
  to: Nullable(Day),
  items: Type.Array(SubjectGap),
  coverage: Nullable(Type.Number({ description: '资金跟随诉求的程度：两个分布重合的部分，0 到 1' })),
  unmatched: Type.Object({ adjusted: Money, paid: Money }),
  ...stamp,
})
export type DemandTable = Static<typeof DemandTable>
