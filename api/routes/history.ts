import { randomUUID } from 'node:crypto'
import { Type } from 'typebox'
import { historyQueries, historyStatements, type MetricValue } from '#warehouse'
import { toInstant } from '../clock.ts'
import {
  PastMetrics,
  PastQuery,
  Snapshot,
  SnapshotHead,
  SnapshotList,
  SnapshotRequest,
} from '../contract/index.ts'
import { ApiError } from '../errors.ts'
import type { App } from '../fastify-types.ts'
import { perPublishBy } from '../per-publish.ts'
import { signedIn } from '../plugins/guard.ts'
import type { Services } from '../services.ts'
import { endOfDay, fromFigures, toFigures, toSnapshotHead, withPresent } from '../views/past.ts'

const tags = ['历史时点']

export function registerHistoryRoutes(app: App, services: Services): void {
  const { warehouse } = services
  const valuesAt = perPublishBy(
    () => warehouse.version(),
    (date) => warehouse.metricsAsOf(endOfDay(date)),
  )

  app.get(
    '/metrics/past',
    {
      config: { permission: 'metrics:read' },
      schema: {
        operationId: 'getPastMetrics',
        tags,
        summary: '各项指标在某一天结束时的值，与现在对照',
        querystring: PastQuery,
        response: { 200: PastMetrics },
      },
    },
    async ({ query: { date } }) => {
      assertPast(services, date)
      const values = await valuesAt(date)
      return {
        date,
        items: await present(services, toFigures(values)),
        leftOut: warehouse
          .metricCards()
          .filter((card) => !card.looksBack)
          .map((card) => card.label),
        computedAt: toInstant(services.now()),
      }
    },
  )

  app.get(
    '/snapshots',
    {
      config: { permission: 'metrics:read' },
      schema: { operationId: 'listSnapshots', tags, summary: '会议快照', response: { 200: SnapshotList } },
    },
    async () => {
      const rows = await warehouse.query(historyQueries.snapshots, { snapshot_id: null })
      return { items: rows.map(toSnapshotHead) }
    },
  )

  app.get(
    '/snapshots/:id',
    {
      config: { permission: 'metrics:read' },
      schema: {
        operationId: 'getSnapshot',
        tags,
        summary: '一次会议快照：冻结的值，与现在对照',
        params: Type.Object({ id: Type.String({ maxLength: 60 }) }),
        response: { 200: Snapshot },
      },
    },
    async ({ params }) => {
      const [row] = await warehouse.query(historyQueries.snapshots, { snapshot_id: params.id })
      if (row?.figures === undefined || row.figures === null) throw new ApiError('API_NOT_FOUND')
      return { ...toSnapshotHead(row), items: await present(services, fromFigures(row.figures)) }
    },
  )

  registerTaking(app, services, valuesAt)
}

function registerTaking(
  app: App,
  services: Services,
  valuesAt: (date: string) => Promise<MetricValue[]>,
): void {
  app.post(
    '/snapshots',
    {
      config: { permission: 'snapshots:take' },
      schema: {
        operationId: 'takeSnapshot',
        tags,
        summary: '把某一天的各项指标冻结成会议快照',
        body: SnapshotRequest,
        response: { 201: SnapshotHead },
      },
    },
    async (request, reply) => {
      const { date } = request.body
      const name = request.body.name.trim()
      if (name.length < 2) throw new ApiError('API_REQUEST_INVALID', 'body/name 至少 2 个字')
      assertPast(services, date)
      const figures = toFigures(await valuesAt(date))
      const actor = signedIn(request)
      const snapshot = {
        snapshot_id: randomUUID(),
        name,
        as_of: date,
        figures: JSON.stringify(figures),
        actor: actor.name,
        taken_at: toInstant(services.now()),
      }
      await services.audit({
        actor,
        action: 'take-snapshot',
        object: snapshot.snapshot_id,
        outcome: 'ok',
        reason: date,
      })
      await services.warehouse.execute(historyStatements.addSnapshot, snapshot)
      return reply.status(201).send(toSnapshotHead(snapshot))
    },
  )
}

async function present(services: Services, figures: ReturnType<typeof toFigures>) {
  const values = await Promise.all(figures.map(({ name }) => currentValue(services, name)))
  return withPresent(figures, values)
}

/** Null for a metric that a frozen day still holds and the product no longer has. */
async function currentValue({ warehouse }: Services, name: string): Promise<MetricValue | null> {
  return warehouse.metricCards().some((card) => card.name === name) ? warehouse.metric(name) : null
}

function assertPast(services: Services, date: string): void {
  if (endOfDay(date).getTime() > services.now().getTime() + dayMs)
    throw new ApiError('API_REQUEST_INVALID', 'date 不能晚于今天')
}

const dayMs = 24 * 3_600_000
