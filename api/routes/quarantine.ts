import { Type } from 'typebox'
import {
  contestedEdits,
  decideRows,
  editsOf,
  exportRefused,
  layoutOfLoad,
  openIds,
  repairCells,
  repairCount,
  replaceText,
  xlsxBytes,
} from '#ingest'
import { loadQueries, type SheetLayout } from '#warehouse'
import {
  JobAccepted,
  QuarantineDecision,
  QuarantineGroups,
  QuarantineGroupsQuery,
  QuarantineList,
  QuarantineQuery,
  QuarantineRepairs,
  QuarantineReplacement,
  QuarantineReplay,
} from '../contract/index.ts'
import { sendAttachment, xlsxType } from '../attachment.ts'
import { ApiError } from '../errors.ts'
import type { App } from '../fastify-types.ts'
import { inTurn } from '../in-turn.ts'
import { queueChange } from '../jobs/deliver.ts'
import { toPage, toPageOf } from '../paging.ts'
import { signedIn } from '../plugins/guard.ts'
import type { Services } from '../services.ts'
import { toQuarantineGroup, toQuarantineRow } from '../views/quarantine.ts'

const tags = ['数据接入']
const done = Type.Object({ open: Type.Integer({ description: '全部待处理的隔离行' }) })

/** Refused rows: read, corrected, set aside, replayed, exported. */
export function registerQuarantineRoutes(app: App, services: Services): void {
  registerReading(app, services)
  registerRepairs(app, services)
  registerDecisions(app, services)
  registerReplay(app, services)
  registerExport(app, services)
}

function registerReading(app: App, services: Services): void {
  app.get(
    '/ingest/quarantine/groups',
    {
      config: { permission: 'ingest:read' },
      schema: {
        operationId: 'listQuarantineGroups',
        tags,
        summary: '隔离行按文件、原因、列分组',
        querystring: QuarantineGroupsQuery,
        response: { 200: QuarantineGroups },
      },
    },
    async ({ query: { load, kind } }) => {
      const params = { load: load ?? null, kind: kind ?? null }
      const rows = await services.warehouse.query(loadQueries.groups, params)
      return { items: rows.map(toQuarantineGroup) }
    },
  )

  app.get(
    '/ingest/quarantine',
    {
      config: { permission: 'quarantine:read' },
      schema: {
        operationId: 'listQuarantine',
        tags,
        summary: '隔离行（整行，个人信息已遮盖）及其修改；每次查看记审计',
        querystring: QuarantineQuery,
        response: { 200: QuarantineList },
      },
    },
    async (request) => {
      const { query } = request
      const page = toPage(query)
      const rows = await services.warehouse.query(loadQueries.refusedRows, {
        load: query.load ?? null,
        kind: query.kind ?? null,
        reason: query.reason ?? null,
        column: query.column ?? null,
        status: query.status ?? null,
        ids: null,
        ...page,
      })
      const object = query.load ?? query.kind ?? null
      await services.audit({ actor: signedIn(request), action: 'read-quarantine', object, outcome: 'ok' })
      const edits = await editsOf(
        services.warehouse,
        rows.map((row) => row.quarantine_id),
      )
      const layouts = await layoutsOf(services, [...new Set(rows.map((row) => row.load_id))])
      const view = (row: (typeof rows)[number]) =>
        toQuarantineRow(row, edits.get(row.quarantine_id) ?? {}, layouts.get(row.load_id) ?? [])
      const repairs = query.load === undefined ? 0 : await repairCount(services.warehouse, query.load)
      return { ...toPageOf(rows, page, view), repairs }
    },
  )
}

async function layoutsOf({ warehouse }: Services, loadIds: readonly string[]) {
  const layouts = new Map<string, readonly SheetLayout[]>()
  for (const loadId of loadIds) layouts.set(loadId, await layoutOfLoad(warehouse, loadId))
  return layouts
}

function registerRepairs(app: App, services: Services): void {
  const { warehouse, now } = services
  const oneByOne = inTurn()
  app.post(
    '/ingest/quarantine/repairs',
    {
      config: { permission: 'quarantine:repair' },
      schema: {
        operationId: 'repairQuarantine',
        tags,
        summary: '修改隔离行的单元格（text 为 null 即还原），重放时生效；记审计',
        body: QuarantineRepairs,
        response: { 200: done },
      },
    },
    async (request) => {
      const actor = signedIn(request)
      const edits = request.body.edits.map((edit) => ({ from: null, ...edit }))
      await oneByOne(async () => {
        const [contested] = await contestedEdits(warehouse, edits)
        if (contested !== undefined) throw new ApiError('API_CHANGED_MEANWHILE', contested)
        await repairCells(warehouse, edits, { actor: actor.name, now })
      })
      const reason = `${edits.length} 个单元格`
      await services.audit({ actor, action: 'repair-quarantine', object: null, outcome: 'ok', reason })
      return { open: await countOpen(services) }
    },
  )
  app.post(
    '/ingest/quarantine/replacements',
    {
      config: { permission: 'quarantine:repair' },
      schema: {
        operationId: 'replaceInQuarantine',
        tags,
        summary: '把一组隔离行里同一列的同一文本都改成另一文本；记审计',
        body: QuarantineReplacement,
        response: { 200: done },
      },
    },
    async (request) => {
      const actor = signedIn(request)
      await replaceText(warehouse, request.body, { actor: actor.name, now })
      const entry = { actor, action: 'repair-quarantine', outcome: 'ok' } as const
      await services.audit({ ...entry, object: request.body.load, reason: '整组替换' })
      return { open: await countOpen(services) }
    },
  )
}

function registerDecisions(app: App, services: Services): void {
  app.post(
    '/ingest/quarantine/decisions',
    {
      config: { permission: 'quarantine:repair' },
      schema: {
        operationId: 'decideQuarantine',
        tags,
        summary: '搁置不是数据的隔离行（须写理由），或恢复为待处理；记审计',
        body: QuarantineDecision,
        response: { 200: done },
      },
    },
    async (request) => {
      const { ids, action, reason = '' } = request.body
      if (action === 'set_aside' && reason.trim() === '')
        throw new ApiError('API_REQUEST_INVALID', '搁置须写明理由')
      const actor = signedIn(request)
      await decideRows(
        services.warehouse,
        ids,
        { action, reason: reason.trim() || null },
        { actor: actor.name, now: services.now },
      )
      const entry = { actor, action: 'repair-quarantine', object: null, outcome: 'ok' } as const
      await services.audit({
        ...entry,
        reason: `${action === 'set_aside' ? '搁置' : '恢复'} ${ids.length} 行`,
      })
      return { open: await countOpen(services) }
    },
  )
}

function registerReplay(app: App, services: Services): void {
  app.post(
    '/ingest/quarantine/replays',
    {
      config: { permission: 'quarantine:repair' },
      schema: {
        operationId: 'replayQuarantine',
        tags,
        summary: '按现在的规则和修改重读隔离行：选中的、一组的或一批的；排队进行',
        body: QuarantineReplay,
        response: { 202: JobAccepted },
      },
    },
    async (request, reply) => {
      const { load, ids, reason, column, repairs } = request.body
      const [line] = await services.warehouse.query(loadQueries.line, { load_id: load })
      if (!line) throw new ApiError('API_NOT_FOUND')
      if (repairs !== undefined && repairs !== (await repairCount(services.warehouse, load)))
        throw new ApiError('API_CHANGED_MEANWHILE', '没有重放')
      const isGroup = ids === undefined && reason !== undefined
      const chosen = isGroup ? await openIds(services.warehouse, { load, reason, column }) : (ids ?? null)
      const actor = signedIn(request)
      await services.audit({ actor, action: 'replay-quarantine', object: load, outcome: 'ok' })
      const change = { action: 'replay', rows: [{ loadId: load, ids: chosen }] } as const
      const queued = await queueChange(services, actor.name, [`重放：${line.file_name}`], change)
      return reply.status(202).send(queued)
    },
  )
}

function registerExport(app: App, services: Services): void {
  app.get(
    '/ingest/quarantine/export',
    {
      config: { permission: 'quarantine:read' },
      schema: {
        operationId: 'exportQuarantine',
        tags,
        summary: '待处理的隔离行导出为 XLSX（原表头，加隔离编号与原因）；改好后照常上传即可',
        querystring: Type.Pick(QuarantineQuery, ['load', 'kind', 'reason', 'column']),
        produces: [xlsxType],
        response: { 200: Type.String({ format: 'binary' }) },
      },
    },
    async (request, reply) => {
      const sheets = await exportRefused(services.warehouse, request.query)
      if (sheets.length === 0) throw new ApiError('API_NOT_FOUND')
      const object = request.query.load ?? request.query.kind ?? null
      await services.audit({ actor: signedIn(request), action: 'export-quarantine', object, outcome: 'ok' })
      return sendAttachment(reply, { name: '隔离行.xlsx', type: xlsxType }, await xlsxBytes(sheets))
    },
  )
}

async function countOpen({ warehouse }: Services): Promise<number> {
  const [count] = await warehouse.query(loadQueries.openCount, {})
  return count?.open_rows ?? 0
}
