import { Type } from 'typebox'
import { docxType, sendAttachment } from '../attachment.ts'
import { CaseFiles, type CaseFile } from '../contract/index.ts'
import { ApiError } from '../errors.ts'
import type { App } from '../fastify-types.ts'
import { signedIn } from '../plugins/guard.ts'
import type { Services } from '../services.ts'
import { CaseParams, caseTags } from './cases.ts'

const binary = { 200: Type.String({ format: 'binary' }) }
const mostFiles = 10

/** Letters as DOCX, one or many, and the attachments of answers. */
export function registerCasePaperRoutes(app: App, services: Services): void {
  registerLetters(app, services)
  registerFiles(app, services)
}

function registerLetters(app: App, services: Services): void {
  app.get(
    '/cases/letters/archive',
    {
      config: { permission: 'cases:read' },
      schema: {
        operationId: 'downloadLetters',
        tags: caseTags,
        summary: '多个案件的函件打成一个 ZIP',
        querystring: Type.Object({
          cases: Type.String({ minLength: 1, maxLength: 12_000, description: '案件编号，逗号分隔' }),
        }),
        produces: ['application/zip'],
        response: binary,
      },
    },
    async (request, reply) => {
      const cases = request.query.cases.split(',').filter((id) => id !== '')
      const bytes = await services.casework.archive(cases)
      const actor = signedIn(request)
      await services.audit({
        actor,
        action: 'letter-download',
        object: null,
        outcome: 'ok',
        reason: `${cases.length} 件`,
      })
      return sendAttachment(
        reply,
        { name: `函询${services.casework.today()}.zip`, type: 'application/zip' },
        bytes,
      )
    },
  )

  app.get(
    '/cases/:id/letters/:letter/document',
    {
      config: { permission: 'cases:read' },
      schema: {
        operationId: 'downloadLetter',
        tags: caseTags,
        summary: '函件（DOCX）；签发后内容不再变',
        params: Type.Object({ ...CaseParams.properties, letter: Type.String({ maxLength: 80 }) }),
        produces: [docxType],
        response: binary,
      },
    },
    async (request, reply) => {
      const { id, letter } = request.params
      const { name, bytes } = await services.casework.document(id, letter)
      await services.audit({ actor: signedIn(request), action: 'letter-download', object: id, outcome: 'ok' })
      return sendAttachment(reply, { name, type: docxType }, bytes)
    },
  )
}

function registerFiles(app: App, services: Services): void {
  app.post(
    '/cases/:id/files',
    {
      config: { permission: 'cases:work' },
      schema: {
        operationId: 'uploadCaseFiles',
        tags: caseTags,
        summary: '上传附件（multipart），返回的 files 在登记反馈或整改时带上',
        params: CaseParams,
        consumes: ['multipart/form-data'],
        response: { 200: CaseFiles },
      },
    },
    async (request) => {
      if (!request.isMultipart()) throw new ApiError('API_UPLOAD_BROKEN')
      const { casework } = services
      await casework.find(request.params.id)
      const { attachmentLimit } = await casework.settings()
      const files: CaseFile[] = []
      // One byte more than allowed gets through the parser, so that the store can tell a file that is too large.
      const limits = { fileSize: attachmentLimit + 1, files: mostFiles }
      for await (const part of request.parts({ limits })) {
        if (part.type === 'file') files.push(await casework.saveFile(part.filename, part.file))
      }
      if (files.length === 0) throw new ApiError('API_UPLOAD_EMPTY')
      return { files }
    },
  )

  app.get(
    '/cases/:id/files/:hash',
    {
      config: { permission: 'cases:files' },
      schema: {
        operationId: 'downloadCaseFile',
        tags: caseTags,
        summary: '下载附件；每次记审计',
        params: Type.Object({ ...CaseParams.properties, hash: Type.String({ pattern: '^[0-9a-f]{64}$' }) }),
        produces: ['application/octet-stream'],
        response: binary,
      },
    },
    async (request, reply) => {
      const { id, hash } = request.params
      const { file, content } = await services.casework.file(id, hash)
      await services.audit({ actor: signedIn(request), action: 'case-file', object: id, outcome: 'ok' })
      return sendAttachment(reply, file, content)
    },
  )
}
