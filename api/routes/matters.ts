import { Type } from 'typebox'
import { apiQueries, matterPageQueries } from '#warehouse'
import { CampaignList, GroupCounts, GroupCountsQuery, VoiceMatter } from '../contract/index.ts'
import { ApiError } from '../errors.ts'
import type { App } from '../fastify-types.ts'
import type { Services } from '../services.ts'
import { stampOf, voiceSources } from '../stamps.ts'
import { toCampaign, toRelated, toVoiceMatter } from '../views/matter.ts'

const tags = ['诉求']
const VoiceParams = Type.Object({ id: Type.String({ maxLength: 300 }) })
/** Voices of one matter shown on a page; the list filtered by the matter has all. */
const MOST_RELATED = 50

export function registerMatterRoutes(app: App, services: Services): void {
  const { warehouse } = services
  app.get(
    '/voices/:id/matter',
    {
      config: { permission: 'voices:read' },
      schema: {
        operationId: 'getVoiceMatter',
        tags,
        summary: '一条诉求的事项：同文、同事项的其他诉求，近似件的差异，各来源件数',
        params: VoiceParams,
        response: { 200: VoiceMatter },
      },
    },
    async (request) => {
      const params = { voice_id: request.params.id }
      const [[voice], [matter], related] = await Promise.all([
        warehouse.query(apiQueries.voices.detail, params),
        warehouse.query(matterPageQueries.voiceMatter, params),
        warehouse.query(matterPageQueries.related, { ...params, limit: MOST_RELATED }),
      ])
      if (voice === undefined) throw new ApiError('API_NOT_FOUND')
      return toVoiceMatter(
        matter,
        related.map((row, position) => toRelated(row, voice.body ?? '', position)),
      )
    },
  )

  app.get(
    '/campaigns',
    {
      config: { permission: 'voices:read' },
      schema: {
        operationId: 'listCampaigns',
        tags,
        summary: '疑似集中提交的事项及依据；只是提示，件数照算',
        response: { 200: CampaignList },
      },
    },
    async () => {
      const rows = await warehouse.query(matterPageQueries.campaigns, {})
      return { items: rows.map(toCampaign), ...(await stampOf(services, voiceSources)) }
    },
  )

  app.get(
    '/voices/counts',
    {
      config: { permission: 'voices:read' },
      schema: {
        operationId: 'countVoices',
        tags,
        summary: '各一级分类、各区县的件数与事项数',
        querystring: GroupCountsQuery,
        response: { 200: GroupCounts },
      },
    },
    async (request) => {
      const { district = null, from = null, to = null } = request.query
      const [categories, districts, stamp] = await Promise.all([
        warehouse.query(matterPageQueries.byCategory, { district, from, to }),
        warehouse.query(matterPageQueries.byDistrict, { district, from, to }),
        stampOf(services, voiceSources),
      ])
      return { categories, districts, ...stamp }
    },
  )
}
