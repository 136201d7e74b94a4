import { Type } from 'typebox'
import { shanghaiDay } from '#calendar'
import { ReportNotReady, topicReport, type Report } from '#reports'
import { docxType, sendAttachment } from '../attachment.ts'
import { ApiError } from '../errors.ts'
import type { App } from '../fastify-types.ts'
import { signedIn } from '../plugins/guard.ts'
import type { Services } from '../services.ts'

export function registerTopicReportRoutes(app: App, services: Services): void {
  app.get(
    '/topics/:id/report',
    {
      config: { permission: 'voices:read' },
      schema: {
        operationId: 'downloadTopicReport',
        tags: ['民意热点'],
        summary: '一个热点的专题材料（DOCX）：情况、原文、分布、各周、相关建议和资金，附全部记录及出处',
        params: Type.Object({ id: Type.String({ maxLength: 120 }) }),
        produces: [docxType],
        response: { 200: Type.String({ format: 'binary' }) },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const report = await make(services, id)
      if (report === null) throw new ApiError('API_NOT_FOUND')
      await services.audit({ actor: signedIn(request), action: 'report-download', object: id, outcome: 'ok' })
      return sendAttachment(reply, { name: report.name, type: docxType }, report.bytes)
    },
  )
}

async function make({ warehouse, now }: Services, topicId: string): Promise<Report | null> {
  try {
    return await topicReport(warehouse, topicId, shanghaiDay(now()))
  } catch (error) {
    if (error instanceof ReportNotReady) throw new ApiError('API_REPORT_NOT_READY', '', { cause: error })
    throw error
  }
}
