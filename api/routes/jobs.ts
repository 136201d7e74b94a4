import { Type } from 'typebox'
import { Job, JobList, paging } from '../contract/index.ts'
import { ApiError } from '../errors.ts'
import type { App } from '../fastify-types.ts'
import { sliceOf, toPage } from '../paging.ts'
import type { Services } from '../services.ts'

const tags = ['数据接入']

export function registerJobRoutes(app: App, { jobs }: Services): void {
  app.get(
    '/jobs',
    {
      config: { permission: 'jobs:read' },
      schema: {
        operationId: 'listJobs',
        tags,
        summary: '上传任务，新的在前',
        querystring: Type.Object(paging),
        response: { 200: JobList },
      },
    },
    async (request) => sliceOf(jobs.list(), toPage(request.query)),
  )

  app.get(
    '/jobs/:id',
    {
      config: { permission: 'jobs:read' },
      schema: {
        operationId: 'getJob',
        tags,
        summary: '一个任务的状态与结果',
        params: Type.Object({ id: Type.String({ maxLength: 60 }) }),
        response: { 200: Job },
      },
    },
    async (request) => {
      const job = jobs.find(request.params.id)
      if (job === undefined) throw new ApiError('API_NOT_FOUND')
      return job
    },
  )
}
