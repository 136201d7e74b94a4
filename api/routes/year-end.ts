import { forecastYearEnd } from '#analysis'
import { apiQueries } from '#warehouse'
import { YearEnd, YearEndQuery, type YearEnd as YearEndType } from '../contract/index.ts'
import type { App } from '../fastify-types.ts'
import type { Services } from '../services.ts'
import { executionSources, stampOf } from '../stamps.ts'
import { noYearEnd, toYearEndFacts, toYearEndItem } from '../views/year-end.ts'

/** What December would have to spend, as seen from the end of a month. */
export function registerYearEndRoutes(app: App, services: Services): void {
  app.get(
    '/budget/year-end',
    {
      config: { permission: 'budget:read' },
      schema: {
        operationId: 'getYearEndForecast',
        tags: ['预算执行'],
        summary: '各单位各类支出：要用完预算，12 月需支付多少（按往年推算的区间）',
        querystring: YearEndQuery,
        response: { 200: YearEnd },
      },
    },
    async ({ query }) => readYearEnd(services, query),
  )
}

async function readYearEnd(services: Services, query: YearEndQuery): Promise<YearEndType> {
  const { warehouse } = services
  const [[asOf], stamp] = await Promise.all([
    warehouse.query(apiQueries.budget.asOf, { year: query.year ?? null }),
    stampOf(services, executionSources),
  ])
  if (asOf === undefined) return { ...noYearEnd, ...stamp }
  const year = asOf.fiscal_year
  const [months, budgets] = await Promise.all([
    warehouse.query(apiQueries.budget.classMonths, { year }),
    warehouse.query(apiQueries.budget.classBudgets, { year }),
  ])
  const facts = toYearEndFacts(year, months, budgets)
  const month = Math.min(query.month ?? 11, facts.lastWholeMonth, 11)
  const { lastWholeMonth, wholeYears } = facts
  const head = { fiscalYear: year, lastWholeMonth, wholeYears: [...wholeYears], ...stamp }
  if (month < 1) return { ...head, month: null, items: [] }
  const forecasts = forecastYearEnd({ ...facts, month, wholeYears: new Set(wholeYears) })
  return { ...head, month, items: forecasts.map((forecast) => toYearEndItem(forecast, facts)) }
}
