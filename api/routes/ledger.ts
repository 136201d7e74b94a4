import { Type } from 'typebox'
import { findArchived } from '#ingest'
import { apiQueries, loadQueries } from '#warehouse'
import { toInstant } from '../clock.ts'
import { Freshness, LoadDetail, LoadList, LoadsQuery } from '../contract/index.ts'
import type { App } from '../fastify-types.ts'
import { toPage, toPageOf } from '../paging.ts'
import type { Services } from '../services.ts'
import { readLoad, sendSource } from '../source-file.ts'
import { readArrivals } from '../views/late-sources.ts'
import { toFreshnessItem, toLoad, toLoadDetail } from '../views/ledger.ts'

const tags = ['数据接入']
const LoadParams = Type.Object({ id: Type.String({ maxLength: 80 }) })

export function registerLedgerRoutes(app: App, services: Services): void {
  registerLoads(app, services)
  registerDownload(app, services)

  app.get(
    '/ingest/freshness',
    {
      config: { permission: 'ingest:read' },
      schema: {
        operationId: 'getFreshness',
        tags,
        summary: '每类来源的数据截至、最近载入、隔离条数',
        response: { 200: Freshness },
      },
    },
    async () => {
      const rows = await services.warehouse.query(apiQueries.ledger.freshness, {})
      const arrivals = await readArrivals(services.intake)
      return {
        items: rows.map((row) => toFreshnessItem(row, arrivals)),
        computedAt: toInstant(services.now()),
      }
    },
  )
}

function registerLoads(app: App, services: Services): void {
  app.get(
    '/ingest/loads',
    {
      config: { permission: 'ingest:read' },
      schema: {
        operationId: 'listLoads',
        tags,
        summary: '载入台账',
        querystring: LoadsQuery,
        response: { 200: LoadList },
      },
    },
    async (request) => {
      const page = toPage(request.query)
      const { kind = null, status = null, reconciled = null } = request.query
      const params = { kind, source: null, status, reconciled, load_id: null, ...page }
      return toPageOf(await services.warehouse.query(apiQueries.ledger.loads, params), page, toLoad)
    },
  )

  app.get(
    '/ingest/loads/:id',
    {
      config: { permission: 'ingest:read' },
      schema: {
        operationId: 'getLoad',
        tags,
        summary: '一次载入',
        params: LoadParams,
        response: { 200: LoadDetail },
      },
    },
    async (request) => {
      const load = await readLoad(services, request.params.id)
      const said = { file_hash: load.file_hash, kind: load.kind }
      const [settled] = await services.warehouse.query(loadQueries.reconciliation, said)
      const isArchived = (await findArchived(services.dataDir, load.file_hash)) !== null
      const states = await services.warehouse.query(loadQueries.refusedStates, { load_id: load.load_id })
      return toLoadDetail(load, { settled, states, isArchived })
    },
  )
}

function registerDownload(app: App, services: Services): void {
  app.get(
    '/ingest/loads/:id/file',
    {
      config: { permission: 'ingest:download' },
      schema: {
        operationId: 'downloadSource',
        tags,
        summary: '下载归档的原文件；每次记审计',
        params: LoadParams,
        produces: ['application/octet-stream'],
        response: { 200: Type.String({ format: 'binary' }) },
      },
    },
    (request, reply) => sendSource(services, request, reply, request.params.id),
  )
}
