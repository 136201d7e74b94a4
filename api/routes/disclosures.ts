import { Type } from 'typebox'
import { apiQueries } from '#warehouse'
import { DisclosureDetail, DisclosureJob, DisclosureList, JobAccepted } from '../contract/index.ts'
import { ApiError } from '../errors.ts'
import type { App } from '../fastify-types.ts'
import type { Services } from '../services.ts'
import { sendSource } from '../source-file.ts'
import { stampOf } from '../stamps.ts'
import { toDisclosureFile, toDisclosureIssue } from '../views/disclosure.ts'
import { receiveUpload } from './uploads.ts'

const tags = ['预算疑点']
/** The kind that published files are taken in as. */
const kind = 'disclosure_lines'
const DocumentParams = Type.Object({ document: Type.String({ maxLength: 80 }) })

/** Published final accounts: taken in by the committee itself, checked, and kept as they came. */
export function registerDisclosureRoutes(app: App, services: Services): void {
  registerReading(app, services)
  registerUpload(app, services)

  app.get(
    '/budget/disclosures/:document/file',
    {
      config: { permission: 'findings:read' },
      schema: {
        operationId: 'downloadDisclosure',
        tags,
        summary: '下载归档的公开文件；每次记审计',
        params: DocumentParams,
        produces: ['application/octet-stream'],
        response: { 200: Type.String({ format: 'binary' }) },
      },
    },
    async (request, reply) => {
      const { load_id: loadId } = await readFile(services, request.params.document)
      return sendSource(services, request, reply, loadId)
    },
  )
}

function registerReading(app: App, services: Services): void {
  app.get(
    '/budget/disclosures',
    {
      config: { permission: 'findings:read' },
      schema: {
        operationId: 'listDisclosures',
        tags,
        summary: '接入的部门决算公开文件和核对结果，新的在前',
        response: { 200: DisclosureList },
      },
    },
    async () => {
      const [rows, stamp] = await Promise.all([
        services.warehouse.query(apiQueries.disclosures.list, { document: null }),
        stampOf(services, ['disclosures', kind]),
      ])
      return { items: rows.map(toDisclosureFile), ...stamp }
    },
  )

  app.get(
    '/budget/disclosures/:document',
    {
      config: { permission: 'findings:read' },
      schema: {
        operationId: 'getDisclosure',
        tags,
        summary: '一个公开文件里不相符的地方：页、行、写了什么、应是什么',
        params: DocumentParams,
        response: { 200: DisclosureDetail },
      },
    },
    async ({ params: { document } }) => {
      const file = await readFile(services, document)
      const issues = await services.warehouse.query(apiQueries.disclosures.issues, { document })
      return { ...toDisclosureFile(file), items: issues.map(toDisclosureIssue) }
    },
  )
}

function registerUpload(app: App, services: Services): void {
  app.post(
    '/budget/disclosures',
    {
      config: { permission: 'disclosures:upload' },
      schema: {
        operationId: 'uploadDisclosures',
        tags,
        summary: '上传部门决算公开文件（PDF、XLSX，multipart，可多个），排队读取、核对',
        consumes: ['multipart/form-data'],
        response: { 202: JobAccepted },
      },
    },
    async (request, reply) => reply.status(202).send(await receiveUpload(services, request, kind)),
  )

  app.get(
    '/budget/disclosures/uploads/:id',
    {
      config: { permission: 'disclosures:upload' },
      schema: {
        operationId: 'getDisclosureUpload',
        tags,
        summary: '一次公开文件上传的进度和结果',
        params: Type.Object({ id: Type.String({ maxLength: 60 }) }),
        response: { 200: DisclosureJob },
      },
    },
    async ({ params: { id } }) => {
      const job = services.jobs.find(id)
      if (job?.kind !== kind) throw new ApiError('API_NOT_FOUND')
      return job
    },
  )
}

async function readFile({ warehouse }: Services, document: string) {
  const [file] = await warehouse.query(apiQueries.disclosures.list, { document })
  if (file === undefined) throw new ApiError('API_NOT_FOUND')
  return file
}
