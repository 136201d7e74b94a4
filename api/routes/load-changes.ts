import { Type } from 'typebox'
import { previewChange, settleLoad, type LoadChange } from '#ingest'
import { loadQueries } from '#warehouse'
import {
  JobAccepted,
  LoadChangePreview,
  LoadChangeRequest,
  LoadSelection,
  LoadSelectionQuery,
  LoadSettled,
  LoadSettlement,
} from '../contract/index.ts'
import { ApiError } from '../errors.ts'
import type { App } from '../fastify-types.ts'
import { queueChange } from '../jobs/deliver.ts'
import { signedIn } from '../plugins/guard.ts'
import type { Services } from '../services.ts'
import { toLoadChoice, toLoadChangePreview } from '../views/load-changes.ts'

const tags = ['数据接入']
const words = { withdraw: '撤回', restore: '恢复', rerun: '重跑' } as const

/** Withdrawing, restoring and running loads again, each with a preview. */
export function registerLoadChangeRoutes(app: App, services: Services): void {
  registerSelection(app, services)
  registerPreview(app, services)
  registerSettlement(app, services)
  app.post(
    '/ingest/loads/changes',
    {
      config: { permission: 'loads:change' },
      schema: {
        operationId: 'changeLoads',
        tags,
        summary: '撤回、恢复或重跑几批数据，连同由它们得出的一切；排队进行，记审计',
        body: LoadChangeRequest,
        response: { 202: JobAccepted },
      },
    },
    async (request, reply) => {
      const { action, loadIds, reason } = request.body
      const change = toChange(request.body)
      const files = await fileNames(services, loadIds)
      const actor = signedIn(request)
      const object = loadIds.length === 1 ? (loadIds[0] ?? null) : `${loadIds.length} 批`
      const why = `${words[action]}${reason ? `：${reason}` : ''}`
      await services.audit({ actor, action: 'change-loads', object, outcome: 'ok', reason: why })
      const shown = files.map((file) => `${words[action]}：${file}`)
      return reply.status(202).send(await queueChange(services, actor.name, shown, change))
    },
  )
}

function registerSelection(app: App, services: Services): void {
  app.get(
    '/ingest/loads/selection',
    {
      config: { permission: 'loads:change' },
      schema: {
        operationId: 'selectLoads',
        tags,
        summary: '按类别、来源、载入日期或数据日期挑选要重跑的批次',
        querystring: LoadSelectionQuery,
        response: { 200: LoadSelection },
      },
    },
    async ({ query }) => {
      const rows = await services.warehouse.query(loadQueries.select, {
        kind: query.kind ?? null,
        source: query.source ?? null,
        loaded_from: query.loadedFrom ?? null,
        loaded_to: query.loadedTo ?? null,
        data_from: query.dataFrom ?? null,
        data_to: query.dataTo ?? null,
      })
      return { items: rows.map(toLoadChoice) }
    },
  )
}

function registerPreview(app: App, services: Services): void {
  app.post(
    '/ingest/loads/previews',
    {
      config: { permission: 'loads:change' },
      schema: {
        operationId: 'previewLoadChange',
        tags,
        summary: '预览撤回、恢复或重跑会改变什么：行数与指标的前后；不改动数据',
        body: LoadChangeRequest,
        response: { 200: LoadChangePreview },
      },
    },
    async (request) => {
      const { warehouse, dataDir, now } = services
      const options = { dataDir, now, actor: signedIn(request).name }
      const change = toChange({ ...request.body, reason: request.body.reason ?? '预览' })
      return toLoadChangePreview(await previewChange(warehouse, change, options))
    },
  )
}

function registerSettlement(app: App, services: Services): void {
  app.post(
    '/ingest/loads/:id/reconciliation',
    {
      config: { permission: 'loads:change' },
      schema: {
        operationId: 'settleLoad',
        tags,
        summary: '录入对账数（行数、各列合计，单位元）并立即核对，或说明差异；记审计',
        params: Type.Object({ id: Type.String({ maxLength: 80 }) }),
        body: LoadSettlement,
        response: { 200: LoadSettled },
      },
    },
    async (request) => {
      const { explanation, ...stated } = request.body
      const isStated = stated.rows !== undefined || stated.sums !== undefined
      if (isStated === (explanation !== undefined))
        throw new ApiError('API_REQUEST_INVALID', '要么录入对账数，要么说明差异')
      const actor = signedIn(request)
      const { id } = request.params
      const by = { actor: actor.name, now: services.now }
      const answer = isStated ? { stated } : { explanation }
      const reconciled = await settleLoad(services.warehouse, id, answer, by)
      const reason = isStated ? '录入对账数' : '说明差异'
      await services.audit({ actor, action: 'change-loads', object: id, outcome: 'ok', reason })
      return { reconciled }
    },
  )
}

function toChange({ action, loadIds, reason = '' }: LoadChangeRequest): LoadChange {
  if (action === 'withdraw' && reason.trim() === '')
    throw new ApiError('API_REQUEST_INVALID', '撤回须写明理由')
  return { action, loadIds, reason }
}

async function fileNames({ warehouse }: Services, loadIds: readonly string[]): Promise<string[]> {
  const names: string[] = []
  for (const loadId of loadIds) {
    const [line] = await warehouse.query(loadQueries.line, { load_id: loadId })
    if (!line) throw new ApiError('API_NOT_FOUND')
    names.push(line.file_name)
  }
  return names
}
