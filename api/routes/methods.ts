import { Type } from 'typebox'
import { methodQueries } from '#warehouse'
import { toInstant } from '../clock.ts'
import { MethodDetail, MethodList, type MethodMeasure } from '../contract/index.ts'
import { ApiError } from '../errors.ts'
import type { App } from '../fastify-types.ts'
import { readMethodPages } from '../method-pages.ts'
import type { Services } from '../services.ts'

const tags = ['方法与实测']

export function registerMethodRoutes(app: App, services: Services): void {
  app.get(
    '/methods',
    {
      config: { permission: 'methods:read' },
      schema: {
        operationId: 'listMethods',
        tags,
        summary: '各方法的说明、量得的误差和现用版本',
        response: { 200: MethodList },
      },
    },
    async () => {
      const [measures, versions] = await Promise.all([
        readMeasures(services),
        services.warehouse.query(methodQueries.versions, {}),
      ])
      const items = readMethodPages().map(({ name, title, lead }) => ({
        name,
        title,
        lead,
        measures: measures.get(name) ?? [],
      }))
      return { items, versions }
    },
  )

  app.get(
    '/methods/:name',
    {
      config: { permission: 'methods:read' },
      schema: {
        operationId: 'getMethod',
        tags,
        summary: '一个方法：说明全文与量得的误差',
        params: Type.Object({ name: Type.String({ maxLength: 60 }) }),
        response: { 200: MethodDetail },
      },
    },
    async (request) => {
      const page = readMethodPages().find(({ name }) => name === request.params.name)
      if (page === undefined) throw new ApiError('API_NOT_FOUND')
      const measures = await readMeasures(services)
      return { ...page, measures: measures.get(page.name) ?? [] }
    },
  )
}

async function readMeasures({ warehouse }: Services): Promise<Map<string, MethodMeasure[]>> {
  const byMethod = new Map<string, MethodMeasure[]>()
  for (const row of await warehouse.query(methodQueries.measures, {})) {
    const measures = byMethod.get(row.method) ?? []
    measures.push({
      source: row.source as MethodMeasure['source'],
      name: row.name,
      value: row.value,
      unit: row.unit,
      baseline: row.baseline,
      baselineName: row.baseline_name,
      n: row.n,
      basis: row.basis,
      model: row.model,
      measuredAt: toInstant(new Date(row.measured_at)),
      note: row.note,
    })
    byMethod.set(row.method, measures)
  }
  return byMethod
}
