import { familyOf } from '#analysis'
import { searchQueries } from '#warehouse'
import { SearchState, SimilarRequest, SimilarResult, type SimilarHit } from '../contract/index.ts'
import { ApiError } from '../errors.ts'
import type { App } from '../fastify-types.ts'
import type { Services } from '../services.ts'
import { stampOf, voiceSources } from '../stamps.ts'
import { toSimilarHit } from '../views/similar.ts'

const tags = ['诉求']
const HITS = 200

export function registerSearchRoutes(app: App, services: Services): void {
  app.get(
    '/search/similar',
    {
      config: { permission: 'voices:read' },
      schema: {
        operationId: 'getSearchState',
        tags,
        summary: '相似检索的索引状态；还没有索引时开始建立',
        response: { 200: SearchState },
      },
    },
    () => {
      services.similar.warm()
      return stateOf(services)
    },
  )

  app.post(
    '/search/similar',
    {
      config: { permission: 'voices:read' },
      schema: {
        operationId: 'searchSimilar',
        tags,
        summary: '由草稿找出历年同类建议、诉求、答复与承诺',
        body: SimilarRequest,
        response: { 200: SimilarResult },
      },
    },
    async (request) => {
      const { draft, kind, year } = request.body
      const start = performance.now()
      const found = await services.similar.search(draft, { kind, year }, HITS)
      if (found === null) throw new ApiError('API_INTERNAL')
      const ids = found.map((hit) => hit.id)
      const rows = await services.warehouse.query(searchQueries.hits, { ids })
      const byId = new Map(rows.map((row) => [row.voice_id, row]))
      const best = found[0]?.likeness ?? 0
      const hits = found.flatMap((hit): SimilarHit[] => {
        const row = byId.get(hit.id)
        return row ? [toSimilarHit(row, hit, best)] : []
      })
      const members = hits.filter((hit) => hit.isFamily)
      const matters = new Set(members.map((hit) => byId.get(hit.voiceId)?.matter_id ?? hit.voiceId)).size
      const family = familyOf(
        members.map(({ voiceId, year: raised, isReplied, promises }) => ({
          id: voiceId,
          year: raised,
          isReplied,
          hasPromise: promises.length > 0,
        })),
      )
      return {
        hits,
        family: { ...family, matters, years: [...family.years] },
        index: stateOf(services),
        milliseconds: Math.round(performance.now() - start),
        ...(await stampOf(services, voiceSources)),
      }
    },
  )
}

function stateOf({ similar }: Services): SearchState {
  const { state, documents, bytes } = similar.state()
  return { state, documents, megabytes: Math.round(bytes / 1e5) / 10 }
}
