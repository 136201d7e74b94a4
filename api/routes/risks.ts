import { randomUUID } from 'node:crypto'
import { Type } from 'typebox'
import { riskQueries, riskStatements } from '#warehouse'
import { toInstant } from '../clock.ts'
import {
  RiskDetail,
  RiskHandlingRequest,
  RiskList,
  RisksQuery,
  type RiskDetail as RiskDetailType,
  type Role,
} from '../contract/index.ts'
import { ApiError } from '../errors.ts'
import type { App } from '../fastify-types.ts'
import { toPage, toPageOf } from '../paging.ts'
import { signedIn } from '../plugins/guard.ts'
import type { Services } from '../services.ts'
import { stampOf, voiceSources } from '../stamps.ts'
import { toLevel, toRiskFields, toRiskItem, toRoleLabel, toStatus } from '../views/risk.ts'

const tags = ['紧急与风险']
const VoiceParams = Type.Object({ id: Type.String({ maxLength: 300 }) })

/**
 * Warnings go to the role that is named for their kind; others with the permission see them once somebody has handled
 * them, and till then only how many there are. The wall has no permission for any of it.
 */
export function registerRiskRoutes(app: App, services: Services): void {
  registerList(app, services)
  registerDetail(app, services)
  registerHandling(app, services)
}

function registerList(app: App, services: Services): void {
  const { warehouse } = services
  app.get(
    '/risks',
    {
      config: { permission: 'risks:read' },
      schema: {
        operationId: 'listRisks',
        tags,
        summary: '紧急与风险：先给指定角色，有人处置后其他有权角色才可见；急的在前',
        querystring: RisksQuery,
        response: { 200: RiskList },
      },
    },
    async (request) => {
      const page = toPage(request.query)
      const { status, level, kind, district } = request.query
      const { role } = signedIn(request)
      const [rows, counts, stamp] = await Promise.all([
        warehouse.query(riskQueries.list, {
          viewer: role,
          status: status ?? null,
          level: level ?? null,
          kind: kind ?? null,
          district: district ?? null,
          ...page,
        }),
        warehouse.query(riskQueries.counts, {}),
        stampOf(services, voiceSources),
      ])
      const isMine = (row: (typeof counts)[number]): boolean => row.role === role || row.status !== '待处理'
      return {
        ...toPageOf(rows, page, toRiskItem),
        counts: counts
          .filter(isMine)
          .map((row) => ({ level: toLevel(row.level), status: toStatus(row.status), voices: row.voices })),
        waitingElsewhere: sumByRole(counts.filter((row) => !isMine(row))),
        ...stamp,
      }
    },
  )
}

function sumByRole(
  rows: readonly { role: string | null; voices: number }[],
): { roleLabel: string; voices: number }[] {
  const sums = new Map<string, number>()
  for (const { role, voices } of rows) {
    const label = toRoleLabel(role)
    sums.set(label, (sums.get(label) ?? 0) + voices)
  }
  return [...sums].map(([roleLabel, voices]) => ({ roleLabel, voices }))
}

function registerDetail(app: App, services: Services): void {
  app.get(
    '/risks/:id',
    {
      config: { permission: 'risks:read' },
      schema: {
        operationId: 'getRisk',
        tags,
        summary: '一件诉求的风险、理由与处置经过；没有或尚未轮到本角色时为空',
        params: VoiceParams,
        response: { 200: RiskDetail },
      },
    },
    async (request) => readRisk(services, request.params.id, signedIn(request).role),
  )
}

function registerHandling(app: App, services: Services): void {
  app.post(
    '/risks/:id/handling',
    {
      config: { permission: 'risks:handle' },
      schema: {
        operationId: 'handleRisk',
        tags,
        summary: '记一次处置；每次记审计',
        params: VoiceParams,
        body: RiskHandlingRequest,
        response: { 200: RiskDetail },
      },
    },
    async (request) => {
      const actor = signedIn(request)
      const id = request.params.id
      const { risk } = await readRisk(services, id, actor.role)
      if (risk === null) throw new ApiError('API_NOT_FOUND')
      const { status } = request.body
      const note = request.body.note?.trim() ?? ''
      await services.audit({ actor, action: 'handle-risk', object: id, outcome: 'ok', reason: status })
      await services.warehouse.execute(riskStatements.addHandling, {
        handling_id: randomUUID(),
        voice_id: id,
        status,
        note: note === '' ? null : note,
        actor: actor.name,
        role: actor.role,
        at: toInstant(services.now()),
      })
      return readRisk(services, id, actor.role)
    },
  )
}

async function readRisk({ warehouse }: Services, id: string, viewer: Role): Promise<RiskDetailType> {
  const params = { voice_id: id }
  const [[row], handlings] = await Promise.all([
    warehouse.query(riskQueries.detail, params),
    warehouse.query(riskQueries.handlings, params),
  ])
  if (row === undefined || (row.role !== viewer && row.handlings === 0)) return { risk: null }
  return {
    risk: {
      ...toRiskFields(row),
      status: toStatus(handlings[0]?.status ?? ''),
      handlings: handlings.map((one) => ({
        status: toStatus(one.status),
        note: one.note,
        actor: one.actor,
        roleLabel: toRoleLabel(one.role),
        at: one.handled_at,
      })),
    },
  }
}
