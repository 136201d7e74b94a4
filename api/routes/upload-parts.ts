import { createReadStream } from 'node:fs'
import { Type } from 'typebox'
import { isKind } from '#warehouse'
import {
  JobAccepted,
  type JobAccepted as JobAcceptedType,
  PartQuery,
  PartUpload,
  PartUploadRequest,
} from '../contract/index.ts'
import { ApiError } from '../errors.ts'
import type { App } from '../fastify-types.ts'
import { deliver } from '../jobs/deliver.ts'
import { partBytes, PartUploads } from '../jobs/part-uploads.ts'
import { signedIn } from '../plugins/guard.ts'
import type { Services } from '../services.ts'

const tags = ['数据接入']
const params = Type.Object({ id: Type.String({ maxLength: 32 }) })
const config = { permission: 'ingest:upload' } as const

/** Large files in parts: announce, send, finish; a broken connection or a reload goes on where it stopped. */
export function registerPartUploadRoutes(app: App, services: Services): void {
  const uploads = new PartUploads(services.dataDir)
  app.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: partBytes },
    (_, body, done) => {
      done(null, body)
    },
  )

  app.post(
    '/ingest/uploads/parts',
    {
      config,
      schema: {
        operationId: 'beginPartUpload',
        tags,
        summary: '登记一个要分块上传的大文件；同一个文件再次登记则接着上次的位置',
        body: PartUploadRequest,
        response: { 200: PartUpload },
      },
    },
    async (request) => {
      services.jobs.assertOpen()
      const { size, kind } = request.body
      if (size > services.uploadLimit)
        throw new ApiError('API_UPLOAD_TOO_LARGE', limitText(services.uploadLimit))
      if (kind !== undefined && !isKind(kind))
        throw new ApiError('API_REQUEST_INVALID', 'kind 不是已知的数据类别')
      await uploads.clearAbandoned(services.now())
      return { ...(await uploads.begin({ ...request.body, actor: signedIn(request).name })), partBytes }
    },
  )

  app.post(
    '/ingest/uploads/parts/:id',
    {
      config,
      bodyLimit: partBytes,
      schema: {
        operationId: 'sendPart',
        tags,
        summary: '发送一块（application/octet-stream），答复已收到的字节',
        consumes: ['application/octet-stream'],
        params,
        querystring: PartQuery,
        response: { 200: PartUpload },
      },
    },
    async (request) => {
      const { id } = request.params
      const bytes: unknown = request.body
      if (!Buffer.isBuffer(bytes)) throw new ApiError('API_UPLOAD_BROKEN')
      const offset = await uploads.append(id, signedIn(request).name, { ...request.query, bytes })
      return { id, offset, partBytes }
    },
  )

  app.post(
    '/ingest/uploads/parts/:id/finish',
    {
      config,
      schema: {
        operationId: 'finishPartUpload',
        tags,
        summary: '全部发完：排队导入、重建、分析',
        params,
        response: { 202: JobAccepted },
      },
    },
    async (request, reply) =>
      reply.status(202).send(await finish(services, uploads, request.params.id, signedIn(request))),
  )
}

/** Hands a completely received file to the inbox and the queue, as an upload in one piece does. */
async function finish(
  services: Services,
  uploads: PartUploads,
  uploadId: string,
  actor: ReturnType<typeof signedIn>,
): Promise<JobAcceptedType> {
  const { fileName, kind } = await uploads.find(uploadId, actor.name)
  if (!(await uploads.isComplete(uploadId, actor.name))) throw new ApiError('API_UPLOAD_BROKEN', '还没有发完')
  const accepted = await deliver(services, actor.name, async (inbox, id) => {
    const content = createReadStream(uploads.contentOf(uploadId))
    const file = await inbox.receive(id, fileName, content, new Set())
    await services.audit({ actor, action: 'upload', object: id, outcome: 'ok', reason: '1 个文件' })
    return { files: [file], ...(kind !== undefined && isKind(kind) ? { kind } : {}) }
  })
  await uploads.discard(uploadId)
  return accepted
}

function limitText(bytes: number): string {
  return `单个文件不超过 ${Math.floor(bytes / 1024 / 1024)} MB`
}
