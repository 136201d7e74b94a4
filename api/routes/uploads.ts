import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { isKind, type Kind } from '#warehouse'
import { JobAccepted, type JobAccepted as JobAcceptedType } from '../contract/index.ts'
import { ApiError } from '../errors.ts'
import type { App } from '../fastify-types.ts'
import { deliver } from '../jobs/deliver.ts'
import { type Inbox, tellableTime } from '../jobs/inbox.ts'
import { signedIn } from '../plugins/guard.ts'
import type { Services } from '../services.ts'

export function registerUploadRoutes(app: App, services: Services): void {
  app.post(
    '/ingest/uploads',
    {
      config: { permission: 'ingest:upload' },
      schema: {
        operationId: 'uploadFiles',
        tags: ['数据接入'],
        summary:
          '上传文件（multipart，可多个；字段 kind 可指定类别，每个文件前的字段 modified 是它最后写入的毫秒时刻），排队导入、重建、分析',
        consumes: ['multipart/form-data'],
        response: { 202: JobAccepted },
      },
    },
    async (request, reply) => reply.status(202).send(await receiveUpload(services, request)),
  )
}

/** Takes the files of a multipart request into the queue; `only` is the one kind this address takes. */
export async function receiveUpload(
  services: Services,
  request: FastifyRequest,
  only?: Kind,
): Promise<JobAcceptedType> {
  if (!request.isMultipart()) throw new ApiError('API_UPLOAD_BROKEN')
  const actor = signedIn(request)
  return deliver(services, actor.name, async (inbox, id) => {
    const { files, kind } = await receiveParts(request, inbox, id, services.now())
    if (files.length === 0) throw new ApiError('API_UPLOAD_EMPTY')
    const reason = `${files.length} 个文件`
    await services.audit({ actor, action: 'upload', object: id, outcome: 'ok', reason })
    return { files, ...(only === undefined ? kind : { kind: only }) }
  })
}

/** Fields speak of what follows them: `modified` of the next file, `kind` of them all. */
async function receiveParts(request: FastifyRequest, inbox: Inbox, id: string, now: Date) {
  const files: string[] = []
  let modifiedAt: Date | null = null
  let kind: { kind?: Kind } = {}
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      files.push(await receiveFile(inbox, id, part, modifiedAt, files))
      modifiedAt = null
    } else if (part.fieldname === 'modified') modifiedAt = tellableTime(Number(part.value), now)
    else if (part.fieldname === 'kind' && part.value !== '') kind = { kind: toKind(part.value) }
  }
  return { files, kind }
}

async function receiveFile(
  inbox: Inbox,
  id: string,
  part: MultipartFile,
  modifiedAt: Date | null,
  earlier: string[],
): Promise<string> {
  const name = await inbox.receive(
    id,
    { name: part.filename, content: part.file, modifiedAt },
    new Set(earlier),
  )
  // The parser cuts a file at the limit and says so only afterwards.
  if (part.file.truncated) throw new ApiError('API_UPLOAD_TOO_LARGE')
  return name
}

function toKind(value: unknown): Kind {
  if (typeof value === 'string' && isKind(value)) return value
  throw new ApiError('API_REQUEST_INVALID', 'kind 不是已知的数据类别')
}
