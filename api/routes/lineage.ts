import { Type } from 'typebox'
import { Lineage } from '../contract/index.ts'
import { ApiError } from '../errors.ts'
import type { App } from '../fastify-types.ts'
import type { Services } from '../services.ts'
import { toLineage } from '../views/lineage.ts'

export function registerLineageRoutes(app: App, { warehouse }: Services): void {
  app.get(
    '/lineage/:mart/:recordKey',
    {
      config: { permission: 'lineage:read' },
      schema: {
        operationId: 'getLineage',
        tags: ['数据接入'],
        summary: '仓库记录的来源：批次、文件、工作表、行号及各状态',
        params: Type.Object({
          mart: Type.String({ pattern: '^[a-z_]{1,40}$' }),
          recordKey: Type.String({ maxLength: 300 }),
        }),
        response: { 200: Lineage },
      },
    },
    async (request) => {
      const { mart, recordKey } = request.params
      const states = await warehouse.lineage(mart, recordKey)
      if (states.length === 0) throw new ApiError('API_NOT_FOUND')
      return { mart, recordKey, steps: toLineage(mart, recordKey, states) }
    },
  )
}
