import { Type } from 'typebox'
import { templateBytes, templateName } from '#ingest'
import { isKind } from '#warehouse'
import { sendAttachment, xlsxType } from '../attachment.ts'
import { ApiError } from '../errors.ts'
import type { App } from '../fastify-types.ts'

/** Empty workbooks for what arrives by phone, letter and in person. */
export function registerTemplateRoutes(app: App): void {
  app.get(
    '/ingest/templates/:kind',
    {
      config: { permission: 'ingest:upload' },
      schema: {
        operationId: 'downloadTemplate',
        tags: ['数据接入'],
        summary: '一类数据的填报模板（XLSX）：填好后直接上传',
        params: Type.Object({ kind: Type.String({ maxLength: 40 }) }),
        produces: [xlsxType],
      },
    },
    async (request, reply) => {
      const { kind } = request.params
      if (!isKind(kind)) throw new ApiError('API_NOT_FOUND')
      return sendAttachment(reply, { name: templateName(kind), type: xlsxType }, await templateBytes(kind))
    },
  )
}
