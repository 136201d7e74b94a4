import { stringify } from 'yaml'
import { Type } from 'typebox'
import { alertingStates, IngestError, parseSource, type Source, type SourceFile } from '#ingest'
import { toInstant } from '../clock.ts'
import {
  JobAccepted,
  paging,
  SourceDetail,
  SourceMorning,
  SourcePaused,
  SourcePreview,
  SourcePreviewRequest,
  SourceRunList,
  SourceSaveRequest,
} from '../contract/index.ts'
import { assertUnchanged, versionOf } from '../content-version.ts'
import { ApiError } from '../errors.ts'
import type { App } from '../fastify-types.ts'
import { inTurn } from '../in-turn.ts'
import { toPage, toPageOf } from '../paging.ts'
import { signedIn } from '../plugins/guard.ts'
import type { Services } from '../services.ts'
import { byUrgency, toBrokenRow, toMorningRow, toSourceRun } from '../views/source.ts'

const tags = ['数据来源']
const params = Type.Object({ name: Type.String({ maxLength: 60 }) })
const previewMs = 60_000

export function registerSourceRoutes(app: App, services: Services): void {
  registerReading(app, services)
  registerEditing(app, services)
  registerRunning(app, services)
}

function registerReading(app: App, services: Services): void {
  const { intake } = services
  app.get(
    '/sources/morning',
    {
      config: { permission: 'ingest:read' },
      schema: {
        operationId: 'getSourceMorning',
        tags,
        summary: '每个来源应到、实到、状态、原因与受影响的指标，要处理的在前',
        response: { 200: SourceMorning },
      },
    },
    async () => {
      const { rows, errors } = await intake.morning()
      const items = [...rows.map(toMorningRow), ...errors.map(toBrokenRow)].sort(byUrgency)
      const alerts = items.filter((item) => alertingStates.has(item.state)).length
      return { items, alerts, computedAt: toInstant(services.now()) }
    },
  )

  app.get(
    '/sources/:name',
    {
      config: { permission: 'sources:write' },
      schema: {
        operationId: 'getSource',
        tags,
        summary: '一个来源的设置',
        params,
        response: { 200: SourceDetail },
      },
    },
    async (request) => toDetail(services, await findSource(services, request.params.name)),
  )

  app.get(
    '/sources/:name/runs',
    {
      config: { permission: 'ingest:read' },
      schema: {
        operationId: 'listSourceRuns',
        tags,
        summary: '一个来源的运行记录（含没跑的），新的在前',
        params,
        querystring: Type.Object(paging),
        response: { 200: SourceRunList },
      },
    },
    async (request) => {
      const page = toPage(request.query)
      return toPageOf(await intake.log.runs(request.params.name, page), page, toSourceRun)
    },
  )
}

function registerEditing(app: App, services: Services): void {
  const { intake } = services
  const oneByOne = inTurn()
  app.post(
    '/sources/preview',
    {
      config: { permission: 'sources:write' },
      schema: {
        operationId: 'previewSource',
        tags,
        summary: '测试连接：取第一页，显示前几行与对应的字段，不入库',
        body: SourcePreviewRequest,
        response: { 200: SourcePreview },
      },
    },
    async (request) => {
      const { name, settings } = request.body
      await services.audit({ actor: signedIn(request), action: 'test-source', object: name, outcome: 'ok' })
      try {
        const source = parseSource(stringify(settings), `${name}.yaml`)
        const preview = await intake.preview(source, AbortSignal.timeout(previewMs))
        return { problem: null, ...toMutable(preview) }
      } catch (error) {
        return { ...nothingShown, problem: toProblem(error) }
      }
    },
  )

  app.post(
    '/sources/:name',
    {
      config: { permission: 'sources:write' },
      schema: {
        operationId: 'saveSource',
        tags,
        summary: '新建或修改来源；写入 sources/ 下的文件，保留上一版',
        params,
        body: SourceSaveRequest,
        response: { 200: SourceDetail },
      },
    },
    async (request) => {
      const { name } = request.params
      const { settings, isNew, version = null } = request.body
      const source = await oneByOne(async () => {
        if (version !== null) assertUnchanged((await findSource(services, name)).settings, version)
        return refused(intake.save(name, settings as SourceFile, isNew))
      })
      await services.audit({ actor: signedIn(request), action: 'save-source', object: name, outcome: 'ok' })
      await services.scheduler.tick()
      return toDetail(services, source)
    },
  )

  app.delete(
    '/sources/:name',
    {
      config: { permission: 'sources:write' },
      schema: {
        operationId: 'removeSource',
        tags,
        summary: '停用来源；文件改名保留',
        params,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await refused(intake.remove(request.params.name))
      const actor = signedIn(request)
      await services.audit({ actor, action: 'remove-source', object: request.params.name, outcome: 'ok' })
      return reply.status(204).send(null)
    },
  )
}

function registerRunning(app: App, services: Services): void {
  const { intake, scheduler } = services
  app.post(
    '/sources/:name/pull',
    {
      config: { permission: 'sources:write' },
      schema: {
        operationId: 'pullSource',
        tags,
        summary: '立即取数（排队）',
        params,
        response: { 202: JobAccepted },
      },
    },
    async (request, reply) => {
      const source = await findSource(services, request.params.name)
      const actor = signedIn(request)
      await services.audit({ actor, action: 'pull-source', object: source.name, outcome: 'ok' })
      const run = {
        source: source.name,
        title: source.settings.title,
        trigger: 'manual',
        plannedAt: null,
      } as const
      return reply
        .status(202)
        .send({ jobId: scheduler.enqueue(run, actor.name), files: [source.settings.title] })
    },
  )

  app.post(
    '/sources/:name/paused',
    {
      config: { permission: 'sources:write' },
      schema: {
        operationId: 'pauseSource',
        tags,
        summary: '暂停或恢复来源',
        params,
        body: SourcePaused,
        response: { 200: SourcePaused },
      },
    },
    async (request) => {
      const { isPaused } = request.body
      const actor = signedIn(request)
      await refused(intake.setPaused(request.params.name, isPaused, actor.name))
      const action = isPaused ? 'pause-source' : 'resume-source'
      await services.audit({ actor, action, object: request.params.name, outcome: 'ok' })
      return { isPaused }
    },
  )
}

async function toDetail({ intake }: Services, source: Source): Promise<SourceDetail> {
  return {
    name: source.name,
    type: source.type,
    settings: source.settings,
    isPaused: await intake.isPaused(source.name),
    folder: intake.folderOf(source),
    version: versionOf(source.settings),
  }
}

function findSource({ intake }: Services, name: string): Promise<Source> {
  return refused(intake.find(name))
}

/** What a source file or name lacks is the client's to mend, not the server's fault. */
async function refused<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof IngestError)) throw error
    if (error.code === 'source_unknown') throw new ApiError('API_NOT_FOUND')
    if (error.code === 'source_taken') throw new ApiError('API_SOURCE_TAKEN', error.message)
    throw new ApiError('API_REQUEST_INVALID', error.message)
  }
}

const nothingShown = { file: null, records: 0, columns: [], rows: [], kind: null, missing: [] }

function toProblem(error: unknown): { code: string; message: string } {
  if (error instanceof IngestError) return { code: error.code, message: error.message }
  const isTimeout = error instanceof Error && error.name === 'TimeoutError'
  if (isTimeout) return { code: 'source_timeout', message: '对方一分钟内没有答复完第一页。' }
  throw error
}

type Shown = Awaited<ReturnType<Services['intake']['preview']>>

function toMutable(preview: Shown): Omit<SourcePreview, 'problem'> {
  return {
    ...preview,
    columns: [...preview.columns],
    rows: preview.rows.map((row) => [...row]),
    missing: [...preview.missing],
  }
}
