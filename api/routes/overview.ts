import { apiQueries } from '#warehouse'
import { Overview, OverviewQuery, type Overview as OverviewType } from '../contract/index.ts'
import type { App } from '../fastify-types.ts'
import type { Services } from '../services.ts'
import { findingSources, stampOf, voiceSources } from '../stamps.ts'
import { readArrivals, toLateSources } from '../views/late-sources.ts'
import { toExecutionMonth } from '../views/budget.ts'
import { toFreshnessItem } from '../views/ledger.ts'
import { overviewMetrics, readMetrics, toLateUnit, toSeverityCount } from '../views/overview.ts'
import { toTopicSummary } from '../views/topic.ts'

const topTopics = 8
const lateUnits = 10

export function registerOverviewRoutes(app: App, services: Services): void {
  app.get(
    '/overview',
    {
      config: { permission: 'overview:read' },
      schema: {
        operationId: 'getOverview',
        tags: ['总览'],
        summary: '总览：指标、逐月诉求、热点、逾期单位、预算执行、疑点、新鲜度',
        querystring: OverviewQuery,
        response: { 200: Overview },
      },
    },
    async (request) => readOverview(services, request.query),
  )
}

async function readOverview(services: Services, query: OverviewQuery): Promise<OverviewType> {
  const { warehouse, intake } = services
  const arrivals = await readArrivals(intake)
  const filter = { district: query.district ?? null, from: query.from ?? null, to: query.to ?? null }
  const topicFilter = { ...filter, category: null, q: null, rank_by: 'heat', limit: topTopics, offset: 0 }
  const [metrics, months, topics, units, execution, severities, freshness, stamp] = await Promise.all([
    readMetrics(warehouse, overviewMetrics, arrivals, query),
    warehouse.query(apiQueries.overview.voiceMonths, filter),
    warehouse.query(apiQueries.topics.list, topicFilter),
    warehouse.query(apiQueries.overview.lateUnits, { ...filter, limit: lateUnits }),
    readExecutionMonths(services),
    warehouse.query(apiQueries.findings.severities, { rule: null, unit: null, year: null }),
    warehouse.query(apiQueries.ledger.freshness, {}),
    stampOf(services, voiceSources, findingSources),
  ])
  return {
    metrics,
    voicesByMonth: months,
    topTopics: topics.map(toTopicSummary),
    lateUnits: units.map(toLateUnit),
    executionByMonth: execution.months.map(toExecutionMonth),
    findingsBySeverity: severities.map(toSeverityCount),
    freshness: freshness.map((row) => toFreshnessItem(row, arrivals)),
    late: toLateSources(arrivals),
    ...stamp,
  }
}

/** The latest year's execution, all units together; empty when there is no budget data. */
async function readExecutionMonths({ warehouse }: Pick<Services, 'warehouse'>) {
  const [asOf] = await warehouse.query(apiQueries.budget.asOf, { year: null })
  if (asOf === undefined) return { fiscalYear: null, asOfMonth: null, months: [] }
  const params = { year: asOf.fiscal_year, as_of_month: asOf.as_of_month, unit: null }
  const months = await warehouse.query(apiQueries.budget.months, params)
  return { fiscalYear: asOf.fiscal_year, asOfMonth: asOf.as_of_month, months }
}
