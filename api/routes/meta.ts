import { apiQueries } from '#warehouse'
import { toInstant } from '../clock.ts'
import { Health, Meta } from '../contract/index.ts'
import type { App } from '../fastify-types.ts'
import { sourceKindChoices, voiceKindChoices } from '../labels.ts'
import type { Services } from '../services.ts'

export function registerMetaRoutes(app: App, services: Services): void {
  app.get(
    '/health',
    {
      config: { permission: 'public' },
      schema: {
        operationId: 'getHealth',
        tags: ['系统'],
        summary: '服务是否在运行（不含数据）',
        security: [],
        response: { 200: Health },
      },
    },
    async () => ({ status: 'ok' as const }),
  )

  app.get(
    '/meta',
    {
      config: { permission: 'session:own' },
      schema: {
        operationId: 'getMeta',
        tags: ['系统'],
        summary: '版本、数据范围与筛选项',
        response: { 200: Meta },
      },
    },
    async () => readMeta(services),
  )
}

async function readMeta({ warehouse, now, productVersion }: Services): Promise<Meta> {
  const [range, districts, categories, years, units] = await Promise.all([
    warehouse.query(apiQueries.filters.dataRange, {}),
    warehouse.query(apiQueries.filters.districts, {}),
    warehouse.query(apiQueries.filters.categories, {}),
    warehouse.query(apiQueries.filters.budgetYears, {}),
    warehouse.query(apiQueries.filters.budgetUnits, {}),
  ])
  return {
    product: '慧治',
    productVersion,
    publishVersion: warehouse.version(),
    serverTime: toInstant(now()),
    dataFrom: range[0]?.data_from ?? null,
    dataTo: range[0]?.data_to ?? null,
    districts: districts.map((row) => row.district_name),
    categories: categories.map((row) => row.category),
    years: years.map((row) => row.fiscal_year),
    units: units.map((row) => ({ code: row.unit_code, name: row.unit_name })),
    voiceKinds: voiceKindChoices,
    sourceKinds: sourceKindChoices,
  }
}
