import { createReadStream } from 'node:fs'
import { Type } from 'typebox'
import { isKind } from '#warehouse'
import {
  JobAccepted,
  type JobAccepted as JobAcceptedType,
  PartQuery,
  PartUpload,
  PartUploadRequest,
  UnfinishedUploads,
} from '../contract/index.ts'
import { ApiError } from '../errors.ts'
import type { App } from '../fastify-types.ts'
import { deliver } from '../jobs/deliver.ts'
import { tellableTime } from '../jobs/inbox.ts'
import { partBytes, PartUploads } from '../jobs/part-uploads.ts'
import { signedIn } from '../plugins/guard.ts'
import type { Services } from '../services.ts'

const tags = ['数据接入']
const params = Type.Object({ id: Type.String({ maxLength: 32 }) })
const answersKept = 100
const config = { permission: 'ingest:upload' } as const

/** Large files in parts: announce, send, finish; a broken connection or a reload goes on where it stopped. */
export function registerPartUploadRoutes(app: App, services: Services): void {
  const uploads = new PartUploads(services.dataDir)
  const handOn = handOnOnce(services, uploads)
  registerUnfinishedRoutes(app, uploads)
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
      const actor = signedIn(request)
      const begun = await uploads.begin({ ...request.body, actor: actor.name })
      handOn.forget(begun.id, actor)
      return { ...begun, partBytes }
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
        summary: '全部发完：排队导入、重建、分析；答复在途中丢了可以再说一次',
        params,
        response: { 202: JobAccepted },
      },
    },
    async (request, reply) => reply.status(202).send(await handOn.run(request.params.id, signedIn(request))),
  )
}

/** What was begun and not brought to the end, so that a person knows which file to choose again. */
function registerUnfinishedRoutes(app: App, uploads: PartUploads): void {
  app.get(
    '/ingest/uploads/parts',
    {
      config,
      schema: {
        operationId: 'listUnfinishedUploads',
        tags,
        summary: '自己没有传完的大文件',
        response: { 200: UnfinishedUploads },
      },
    },
    async (request) => ({ items: await uploads.unfinished(signedIn(request).name) }),
  )
  app.delete(
    '/ingest/uploads/parts/:id',
    {
      config,
      schema: {
        operationId: 'dropPartUpload',
        tags,
        summary: '放弃没有传完的大文件，删去已收到的部分',
        params,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      await uploads.find(id, signedIn(request).name)
      await uploads.discard(id)
      return reply.status(204).send(null)
    },
  )
}

type Actor = ReturnType<typeof signedIn>

/** Handing on happens once for one upload: who lost the answer on the way and asks again is given the same one. */
function handOnOnce(services: Services, uploads: PartUploads) {
  const answers = new Map<string, Promise<JobAcceptedType>>()
  const keyOf = (id: string, { name }: Actor): string => JSON.stringify([id, name])
  return {
    run(id: string, actor: Actor): Promise<JobAcceptedType> {
      const key = keyOf(id, actor)
      const given = answers.get(key)
      if (given) return given
      const accepted = finish(services, uploads, id, actor)
      answers.set(key, accepted)
      accepted.catch(() => answers.delete(key))
      for (const oldest of [...answers.keys()].slice(0, -answersKept)) answers.delete(oldest)
      return accepted
    },
    forget(id: string, actor: Actor): void {
      answers.delete(keyOf(id, actor))
    },
  }
}

/** Hands a completely received file to the inbox and the queue, as an upload in one piece does. */
async function finish(
  services: Services,
  uploads: PartUploads,
  uploadId: string,
  actor: Actor,
): Promise<JobAcceptedType> {
  const { fileName, kind, modified } = await uploads.find(uploadId, actor.name)
  if (!(await uploads.isComplete(uploadId, actor.name))) throw new ApiError('API_UPLOAD_BROKEN', '还没有发完')
  const accepted = await deliver(services, actor.name, async (inbox, id) => {
    const modifiedAt = tellableTime(modified, services.now())
    const content = createReadStream(uploads.contentOf(uploadId))
    const file = await inbox.receive(id, { name: fileName, content, modifiedAt }, new Set())
    await services.audit({ actor, action: 'upload', object: id, outcome: 'ok', reason: '1 个文件' })
    return { files: [file], ...(kind !== undefined && isKind(kind) ? { kind } : {}) }
  })
  await uploads.discard(uploadId)
  return accepted
}

function limitText(bytes: number): string {
  return `单个文件不超过 ${Math.floor(bytes / 1024 / 1024)} MB`
}
