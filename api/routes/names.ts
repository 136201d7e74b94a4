import { randomUUID } from 'node:crypto'
import { sentenceAround, suggestTargets } from '#analysis'
import { entityQueries, nameStatements } from '#warehouse'
import {
  NameDecisionAccepted,
  NameDecisionRequest,
  NameList,
  NamesQuery,
  TargetList,
  TargetsQuery,
} from '../contract/index.ts'
import { ApiError } from '../errors.ts'
import type { App } from '../fastify-types.ts'
import { readNameTargets } from '../name-targets.ts'
import { toPage, toPageOf } from '../paging.ts'
import { signedIn } from '../plugins/guard.ts'
import type { Services } from '../services.ts'
import { stampOf, voiceSources } from '../stamps.ts'
import { toNameGroup, type ExampleText } from '../views/name.ts'

const tags = ['名称对应']
const TARGETS_SHOWN = 20

export function registerNameRoutes(app: App, services: Services): void {
  app.get(
    '/names',
    {
      config: { permission: 'voices:read' },
      schema: {
        operationId: 'listNames',
        tags,
        summary: '对不上主数据的地名、单位和项目，按写法归并',
        querystring: NamesQuery,
        response: { 200: NameList },
      },
    },
    async (request) => {
      const page = toPage(request.query)
      const { type, sort, state, q } = request.query
      const [rows, targets] = await Promise.all([
        services.warehouse.query(entityQueries.review, {
          type: type ?? null,
          sort: sort ?? null,
          q: q ?? null,
          decided: state === 'decided',
          ...page,
        }),
        readNameTargets(services.warehouse),
      ])
      const texts = await readTexts(
        services,
        rows.flatMap((row) => row.examples),
      )
      const view = (row: (typeof rows)[number]) =>
        toNameGroup(row, targets, texts, { suggest: suggestTargets, sentence: sentenceAround })
      return { ...toPageOf(rows, page, view), ...(await stampOf(services, voiceSources)) }
    },
  )

  app.get(
    '/names/targets',
    {
      config: { permission: 'voices:read' },
      schema: {
        operationId: 'findNameTargets',
        tags,
        summary: '按名称查找区划、单位或项目',
        querystring: TargetsQuery,
        response: { 200: TargetList },
      },
    },
    async (request) => {
      const { type, q } = request.query
      const { lists } = await readNameTargets(services.warehouse)
      const exact = lists[type].filter(({ name, code }) => name.includes(q) || code === q)
      return {
        items: (exact.length > 0 ? exact : suggestTargets(q, lists[type], 10)).slice(0, TARGETS_SHOWN),
      }
    },
  )

  registerDecision(app, services)
}

function registerDecision(app: App, services: Services): void {
  app.post(
    '/names/decisions',
    {
      config: { permission: 'names:decide' },
      schema: {
        operationId: 'decideName',
        tags,
        summary: '决定一种写法指谁；当即用于显示，下次分析用于识别',
        body: NameDecisionRequest,
        response: { 201: NameDecisionAccepted },
      },
    },
    async (request, reply) => {
      const { type, text, action, target } = request.body
      const needsTarget = action === 'map' || action === 'alias'
      if (needsTarget && (await readNameTargets(services.warehouse)).find(type, target ?? null) === null)
        throw new ApiError('API_REQUEST_INVALID', 'body/target 不是已有的代码')
      if (action === 'alias' && text.length < 2)
        throw new ApiError('API_REQUEST_INVALID', 'body/text 别名至少 2 个字')
      const actor = signedIn(request)
      const decisionId = randomUUID()
      await services.warehouse.execute(nameStatements.addDecision, {
        decision_id: decisionId,
        type,
        text,
        action,
        target: needsTarget ? (target ?? null) : null,
        actor: actor.displayName,
        decided_at: services.now().toISOString(),
      })
      await services.audit({ actor, action: 'decide-name', object: decisionId, outcome: 'ok' })
      return reply.code(201).send({ decisionId })
    },
  )
}

async function readTexts(
  { warehouse }: Services,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ExampleText>> {
  if (ids.length === 0) return new Map()
  const rows = await warehouse.query(entityQueries.exampleTexts, { ids: [...new Set(ids)].sort() })
  return new Map(rows.map(({ voice_id: id, title, body }) => [id, { title, body }]))
}
