import { Type } from 'typebox'
import { apiQueries } from '#warehouse'
import { toInstant } from '../clock.ts'
import {
  OriginalRequest,
  VoiceDetail,
  VoiceList,
  VoiceOriginal,
  VoicesQuery,
  type VoiceDetail as VoiceDetailType,
} from '../contract/index.ts'
import { ApiError } from '../errors.ts'
import type { App } from '../fastify-types.ts'
import { columnLabel } from '../labels.ts'
import { toPage, toPageOf } from '../paging.ts'
import { signedIn } from '../plugins/guard.ts'
import type { Services } from '../services.ts'
import { stampOf, voiceSources } from '../stamps.ts'
import { toHistory } from '../views/history.ts'
import { toLineage } from '../views/lineage.ts'
import { toClassification, toVoiceSummary } from '../views/voice.ts'
import { toVoiceFilter } from '../views/voice-filter.ts'

const tags = ['诉求']
const VoiceParams = Type.Object({ id: Type.String({ maxLength: 300 }) })

export function registerVoiceRoutes(app: App, services: Services): void {
  app.get(
    '/voices',
    {
      config: { permission: 'voices:read' },
      schema: {
        operationId: 'listVoices',
        tags,
        summary: '诉求列表',
        querystring: VoicesQuery,
        response: { 200: VoiceList },
      },
    },
    async (request) => {
      const page = toPage(request.query)
      const { kind } = request.query
      const rows = await services.warehouse.query(apiQueries.voices.list, {
        ...toVoiceFilter(request.query),
        ...page,
      })
      const sources = kind === undefined ? voiceSources : [kind]
      return {
        ...toPageOf(rows, page, toVoiceSummary),
        matters: rows[0]?.matters ?? 0,
        ...(await stampOf(services, sources)),
      }
    },
  )

  app.get(
    '/voices/:id',
    {
      config: { permission: 'voices:read' },
      schema: {
        operationId: 'getVoice',
        tags,
        summary: '一条诉求：全文（已脱敏）、答复、分类依据、来源',
        params: VoiceParams,
        response: { 200: VoiceDetail },
      },
    },
    async (request) => readVoice(services, request.params.id),
  )

  registerOriginal(app, services)
}

function registerOriginal(app: App, services: Services): void {
  app.post(
    '/voices/:id/original',
    {
      config: { permission: 'sealed:open' },
      schema: {
        operationId: 'openOriginal',
        tags,
        summary: '查看封存原文；须写明事由，每次记审计',
        params: VoiceParams,
        body: OriginalRequest,
        response: { 200: VoiceOriginal },
      },
    },
    async (request) => {
      const id = request.params.id
      const reason = request.body.reason.trim()
      if (reason.length < 4) throw new ApiError('API_REQUEST_INVALID', 'body/reason 至少 4 个字')
      const [voice] = await services.warehouse.query(apiQueries.voices.detail, { voice_id: id })
      if (voice === undefined) throw new ApiError('API_NOT_FOUND')
      // The line in the log comes first: no text leaves without it.
      const actor = signedIn(request)
      const auditId = await services.audit({
        actor,
        action: 'open-original',
        object: id,
        outcome: 'ok',
        reason,
      })
      const rows = await services.warehouse.query(apiQueries.voices.sealedOriginals, { voice_id: id })
      return {
        voiceId: id,
        fields: rows.map((row) => ({ column: columnLabel(voice.kind, row.column_name), text: row.original })),
        openedAt: toInstant(services.now()),
        auditId,
      }
    },
  )
}

async function readVoice(services: Services, id: string): Promise<VoiceDetailType> {
  const { warehouse } = services
  const params = { voice_id: id }
  const [[voice], topics, sealed] = await Promise.all([
    warehouse.query(apiQueries.voices.detail, params),
    warehouse.query(apiQueries.voices.topics, params),
    warehouse.query(apiQueries.voices.sealedColumns, params),
  ])
  if (voice === undefined) throw new ApiError('API_NOT_FOUND')
  const [states, stamp] = await Promise.all([
    warehouse.lineage('voices', id),
    stampOf(services, [voice.kind]),
  ])
  const classification = toClassification(voice)
  const category = classification?.levels[0] ?? voice.category_1
  return {
    ...toVoiceSummary({ ...voice, excerpt: (voice.body ?? '').slice(0, 120), category }),
    body: voice.body ?? '',
    reply: voice.reply,
    repliedAt: voice.replied_at,
    dueDate: voice.due_date,
    rating: voice.rating,
    dislikes: voice.dislikes,
    sourceCategories: [voice.category_1, voice.category_2, voice.category_3].filter(
      (level) => level !== null,
    ),
    classification,
    topics: topics.map((topic) => ({ id: topic.topic_id, title: topic.title })),
    sealedColumns: sealed.map((row) => columnLabel(voice.kind, row.column_name)),
    lineage: toLineage('voices', id, states),
    history: toHistory(states),
    dataTime: stamp.dataTime,
    computedAt: stamp.computedAt,
  }
}
