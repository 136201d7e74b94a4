import { Type, type Static } from 'typebox'
import { Day, Money, Nullable, SourceRow, StampedPage, paging, stamp } from './shape.ts'

const year = Type.Integer({ minimum: 1990, maximum: 2100, description: '预算年度' })

export const ExecutionQuery = Type.Object({
  year: Type.Optional(year),
  unit: Type.Optional(Type.String({ maxLength: 200, description: '单位编码' })),
})
export type ExecutionQuery = Static<typeof ExecutionQuery>

/**
 * One unit in one fiscal year. Rates and progress are shares from 0 to 1; gaps are rate − progress.
 * Linear progress = months with data ÷ 12; seasonal = mean cumulative share of earlier years at that month.
 */
export const UnitExecution = Type.Object({
  agencyCode: Type.String(),
  agencyName: Type.String(),
  fiscalYear: Type.Integer(),
  lines: Type.Integer(),
  budget: Nullable(Money),
  adjustedBudget: Nullable(Money),
  paid: Money,
  payments: Type.Integer(),
  rate: Nullable(Type.Number()),
  linearProgress: Nullable(Type.Number()),
  seasonalProgress: Nullable(Type.Number()),
  gapToLinear: Nullable(Type.Number()),
  gapToSeasonal: Nullable(Type.Number()),
  findings: Nullable(Type.Integer({ description: '疑点数；无权查看疑点时为空' })),
})
export type UnitExecution = Static<typeof UnitExecution>

export const BudgetExecution = Type.Object({
  fiscalYear: Nullable(Type.Integer()),
  asOfMonth: Nullable(Type.Integer({ description: '该年度有支付数据的最后月份' })),
  total: Nullable(UnitExecution),
  items: Type.Array(UnitExecution),
  ...stamp,
})
export type BudgetExecution = Static<typeof BudgetExecution>

export const UnitMonth = Type.Object({
  month: Type.Integer(),
  paid: Money,
  payments: Type.Integer(),
  cumulativePaid: Money,
  rate: Nullable(Type.Number()),
  linear: Type.Number(),
  seasonal: Nullable(Type.Number()),
})
export type UnitMonth = Static<typeof UnitMonth>

export const BudgetLine = Type.Object({
  bgtId: Type.String(),
  projectName: Nullable(Type.String()),
  functionCode: Nullable(Type.String()),
  economicCode: Nullable(Type.String()),
  account: Nullable(Type.String()),
  sourceType: Nullable(Type.String()),
  amount: Money,
  added: Money,
  reduced: Money,
  adjusted: Money,
  paid: Money,
  payments: Type.Integer(),
  rate: Nullable(Type.Number()),
  docNo: Nullable(Type.String()),
  docDate: Nullable(Day),
  source: SourceRow,
})
export type BudgetLine = Static<typeof BudgetLine>

export const UnitBudget = Type.Object({
  unit: UnitExecution,
  months: Type.Array(UnitMonth),
  lines: Type.Array(BudgetLine),
  ...stamp,
})
export type UnitBudget = Static<typeof UnitBudget>

export const PaymentsQuery = Type.Object({
  line: Type.Optional(Type.String({ maxLength: 200, description: '指标编号' })),
  unit: Type.Optional(Type.String({ maxLength: 200, description: '单位编码' })),
  year: Type.Optional(year),
  month: Type.Optional(Type.Integer({ minimum: 1, maximum: 12 })),
  payee: Type.Optional(Type.String({ maxLength: 200, description: '收款人全称' })),
  ...paging,
})
export type PaymentsQuery = Static<typeof PaymentsQuery>

export const Payment = Type.Object({
  paymentId: Type.String(),
  certNo: Nullable(Type.String()),
  bgtId: Nullable(Type.String()),
  agencyName: Nullable(Type.String()),
  projectName: Nullable(Type.String()),
  payDate: Nullable(Day),
  payee: Nullable(Type.String()),
  amount: Money,
  currency: Nullable(Type.String()),
  use: Nullable(Type.String()),
  settlement: Nullable(Type.String()),
  payType: Nullable(Type.String()),
  contractNo: Nullable(Type.String()),
  source: SourceRow,
})
export type Payment = Static<typeof Payment>

export const PaymentList = Type.Object({
  ...StampedPage(Payment).properties,
  totalAmount: Type.String({ description: '满足筛选的全部支付合计（元），不限于本页' }),
})
export type PaymentList = Static<typeof PaymentList>
