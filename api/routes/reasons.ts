import { Type } from 'typebox'
import { apiQueries } from '#warehouse'
import { FindingsQuery, RuleReasons, UnitReasons } from '../contract/index.ts'
import { ApiError } from '../errors.ts'
import type { App } from '../fastify-types.ts'
import type { Services } from '../services.ts'
import { findingSources, stampOf } from '../stamps.ts'
import { toReason } from '../views/reason.ts'

const tags = ['预算疑点']
const YearQuery = Type.Object({ year: FindingsQuery.properties.year })

/** 为什么没报: for a unit over all rules, and for a rule over all units. */
export function registerReasonRoutes(app: App, services: Services): void {
  const { warehouse } = services

  app.get(
    '/budget/units/:code/reasons',
    {
      config: { permission: 'findings:read' },
      schema: {
        operationId: 'listUnitReasons',
        tags,
        summary: '一个单位一年：每条规则报了没有，没报是为什么、差多少',
        params: Type.Object({ code: Type.String({ maxLength: 200 }) }),
        querystring: YearQuery,
        response: { 200: UnitReasons },
      },
    },
    async (request) => {
      const year = await yearOf(services, request.query.year)
      const [rows, stamp] = await Promise.all([
        warehouse.query(apiQueries.findings.unitReasons, { unit: request.params.code, year }),
        stampOf(services, findingSources),
      ])
      const items = rows.map((row) => ({ rule: row.rule, name: row.name, ...toReason(row, row) }))
      return { year, items, ...stamp }
    },
  )

  app.get(
    '/budget/rules/:rule/reasons',
    {
      config: { permission: 'findings:read' },
      schema: {
        operationId: 'listRuleReasons',
        tags,
        summary: '一条规则一年：每个单位报了没有，没报是为什么、差多少',
        params: Type.Object({ rule: Type.String({ maxLength: 16 }) }),
        querystring: YearQuery,
        response: { 200: RuleReasons },
      },
    },
    async (request) => {
      const year = await yearOf(services, request.query.year)
      const [rules, rows, stamp] = await Promise.all([
        warehouse.query(apiQueries.findings.rules, {}),
        warehouse.query(apiQueries.findings.ruleReasons, { rule: request.params.rule, year }),
        stampOf(services, findingSources),
      ])
      const rule = rules.find((one) => one.rule === request.params.rule)
      if (rule === undefined) throw new ApiError('API_NOT_FOUND')
      const items = rows.map((row) => ({ code: row.unit_key, unit: row.unit, ...toReason(row, rule) }))
      return { rule: rule.rule, name: rule.name, year, items, ...stamp }
    },
  )
}

/** The year asked for, else the latest with a budget. */
async function yearOf({ warehouse }: Services, year: number | undefined): Promise<number> {
  const [asOf] = await warehouse.query(apiQueries.budget.asOf, { year: year ?? null })
  if (asOf === undefined) throw new ApiError('API_NOT_FOUND')
  return asOf.fiscal_year
}
