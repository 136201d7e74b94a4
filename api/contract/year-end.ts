import { Type, type Static } from 'typebox'
import { Money, Nullable, stamp } from './shape.ts'

export const YearEndQuery = Type.Object({
  year: Type.Optional(Type.Integer({ minimum: 1990, maximum: 2100, description: '预算年度' })),
  month: Type.Optional(Type.Integer({ minimum: 1, maximum: 11, description: '站在哪个月末看' })),
})
export type YearEndQuery = Static<typeof YearEndQuery>

const MoneyInterval = Type.Object({ low: Money, middle: Money, high: Money })

/** What December would have to pay in one class of spending of one unit for its budget to be used. */
export const YearEndItem = Type.Object({
  agencyCode: Type.String(),
  agencyName: Type.String(),
  spending: Type.String({ description: '支出类别' }),
  adjustedBudget: Money,
  paid: Money,
  december: Nullable(MoneyInterval),
  usual: Nullable(MoneyInterval),
  share: Nullable(Type.Number({ description: '12 月居中值占全年预算' })),
  pastShares: Type.Array(Type.Object({ year: Type.Integer(), share: Type.Number() })),
  basis: Type.Union([Type.Literal('own'), Type.Literal('peers'), Type.Literal('none')], {
    description: '区间取自：本单位往年、同类支出往年、没有往年',
  }),
  years: Type.Integer({ description: '区间所依据的年度（或单位年度）数' }),
  isFarAboveUsual: Type.Boolean({ description: '需支付的最低值超过往年节奏最高值的 2 倍' }),
  actual: Nullable(Type.String({ description: '12 月实际支付（元），年度已完时才有' })),
})
export type YearEndItem = Static<typeof YearEndItem>

export const YearEnd = Type.Object({
  fiscalYear: Nullable(Type.Integer()),
  month: Nullable(Type.Integer({ description: '站在哪个月末看' })),
  lastWholeMonth: Nullable(Type.Integer({ description: '该年度数据完整的最后月份' })),
  wholeYears: Type.Array(Type.Integer({ description: '可作比照的往年' })),
  items: Type.Array(YearEndItem),
  ...stamp,
})
export type YearEnd = Static<typeof YearEnd>
