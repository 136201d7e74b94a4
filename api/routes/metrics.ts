import { Type } from 'typebox'
import { MetricCards, MetricQuery, MetricValue } from '../contract/index.ts'
import type { App } from '../fastify-types.ts'
import type { Services } from '../services.ts'
import { lateFor, readArrivals } from '../views/late-sources.ts'
import { toMetricCard, toMetricValue } from '../views/metric.ts'

const tags = ['指标']

export function registerMetricRoutes(app: App, { warehouse, intake }: Services): void {
  app.get(
    '/metrics',
    {
      config: { permission: 'metrics:read' },
      schema: {
        operationId: 'listMetrics',
        tags,
        summary: '全部指标及口径',
        response: { 200: MetricCards },
      },
    },
    async () => ({ items: warehouse.metricCards().map(toMetricCard) }),
  )

  app.get(
    '/metrics/:name',
    {
      config: { permission: 'metrics:read' },
      schema: {
        operationId: 'getMetric',
        tags,
        summary: '一个指标的值',
        params: Type.Object({ name: Type.String({ pattern: '^[a-z0-9_]{1,60}$' }) }),
        querystring: MetricQuery,
        response: { 200: MetricValue },
      },
    },
    async (request) => {
      const value = await warehouse.metric(request.params.name, request.query)
      return toMetricValue(value, lateFor(await readArrivals(intake), value.name))
    },
  )
}
