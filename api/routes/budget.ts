import { Type } from 'typebox'
import { apiQueries } from '#warehouse'
import {
  BudgetExecution,
  ExecutionQuery,
  PaymentList,
  PaymentsQuery,
  UnitBudget,
  paging,
  type BudgetExecution as BudgetExecutionType,
  type PaymentList as PaymentListType,
  type UnitBudget as UnitBudgetType,
} from '../contract/index.ts'
import { ApiError } from '../errors.ts'
import type { App } from '../fastify-types.ts'
import { toPage, toPageOf } from '../paging.ts'
import { isAllowed } from '../permissions.ts'
import { signedIn } from '../plugins/guard.ts'
import type { Services } from '../services.ts'
import { executionSources, stampOf } from '../stamps.ts'
import { toBudgetLine, toPayment, toUnitExecution, toUnitMonth } from '../views/budget.ts'

const tags = ['预算执行']
const YearQuery = Type.Object({ year: ExecutionQuery.properties.year })

export function registerBudgetRoutes(app: App, services: Services): void {
  app.get(
    '/budget/execution',
    {
      config: { permission: 'budget:read' },
      schema: {
        operationId: 'getBudgetExecution',
        tags,
        summary: '各单位预算执行与进度差',
        querystring: ExecutionQuery,
        response: { 200: BudgetExecution },
      },
    },
    async (request) =>
      readExecution(services, request.query, isAllowed(signedIn(request).role, 'findings:read')),
  )

  app.get(
    '/budget/units/:code',
    {
      config: { permission: 'budget:read' },
      schema: {
        operationId: 'getUnitBudget',
        tags,
        summary: '一个单位一年的逐月执行与指标',
        params: Type.Object({ code: Type.String({ maxLength: 200 }) }),
        querystring: YearQuery,
        response: { 200: UnitBudget },
      },
    },
    async (request) => {
      const seesFindings = isAllowed(signedIn(request).role, 'findings:read')
      return readUnit(services, request.params.code, request.query.year ?? null, seesFindings)
    },
  )

  registerPaymentRoutes(app, services)
}

function registerPaymentRoutes(app: App, services: Services): void {
  app.get(
    '/budget/lines/:bgtId/payments',
    {
      config: { permission: 'budget:read' },
      schema: {
        operationId: 'listLinePayments',
        tags,
        summary: '一条指标下的支付',
        params: Type.Object({ bgtId: Type.String({ maxLength: 200 }) }),
        querystring: Type.Object(paging),
        response: { 200: PaymentList },
      },
    },
    async (request) => readPayments(services, { ...request.query, line: request.params.bgtId }),
  )

  app.get(
    '/budget/payments',
    {
      config: { permission: 'budget:read' },
      schema: {
        operationId: 'listPayments',
        tags,
        summary: '支付列表',
        querystring: PaymentsQuery,
        response: { 200: PaymentList },
      },
    },
    async (request) => readPayments(services, request.query),
  )
}

async function readExecution(
  services: Services,
  query: ExecutionQuery,
  seesFindings: boolean,
): Promise<BudgetExecutionType> {
  const { warehouse } = services
  const [[asOf], stamp] = await Promise.all([
    warehouse.query(apiQueries.budget.asOf, { year: query.year ?? null }),
    stampOf(services, executionSources),
  ])
  if (asOf === undefined) return { fiscalYear: null, asOfMonth: null, total: null, items: [], ...stamp }
  const params = { year: asOf.fiscal_year, as_of_month: asOf.as_of_month, unit: query.unit ?? null }
  const [units, [total]] = await Promise.all([
    warehouse.query(apiQueries.budget.units, { ...params, rollup: false }),
    warehouse.query(apiQueries.budget.units, { ...params, rollup: true }),
  ])
  return {
    fiscalYear: asOf.fiscal_year,
    asOfMonth: asOf.as_of_month,
    total:
      total === undefined
        ? null
        : toUnitExecution({ ...total, unit_name: '合计' }, asOf.fiscal_year, seesFindings),
    items: units.map((unit) => toUnitExecution(unit, asOf.fiscal_year, seesFindings)),
    ...stamp,
  }
}

async function readUnit(
  services: Services,
  unit: string,
  year: number | null,
  seesFindings: boolean,
): Promise<UnitBudgetType> {
  const { warehouse } = services
  const [asOf] = await warehouse.query(apiQueries.budget.asOf, { year })
  if (asOf === undefined) throw new ApiError('API_NOT_FOUND')
  const params = { year: asOf.fiscal_year, as_of_month: asOf.as_of_month, unit }
  const [[execution], months, lines, stamp] = await Promise.all([
    warehouse.query(apiQueries.budget.units, { ...params, rollup: false }),
    warehouse.query(apiQueries.budget.months, params),
    warehouse.query(apiQueries.budget.lines, { year: asOf.fiscal_year, unit }),
    stampOf(services, executionSources),
  ])
  if (execution === undefined) throw new ApiError('API_NOT_FOUND')
  return {
    unit: toUnitExecution(execution, asOf.fiscal_year, seesFindings),
    months: months.map(toUnitMonth),
    lines: lines.map(toBudgetLine),
    ...stamp,
  }
}

async function readPayments(services: Services, query: PaymentsQuery): Promise<PaymentListType> {
  const page = toPage(query)
  const [rows, stamp] = await Promise.all([
    services.warehouse.query(apiQueries.budget.payments, {
      bgt_id: query.line ?? null,
      unit: query.unit ?? null,
      year: query.year ?? null,
      month: query.month ?? null,
      payee: query.payee ?? null,
      ...page,
    }),
    stampOf(services, ['payments']),
  ])
  return { ...toPageOf(rows, page, toPayment), totalAmount: rows[0]?.total_amount ?? '0.00', ...stamp }
}
