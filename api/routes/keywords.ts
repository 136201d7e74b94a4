import { readingQueries } from '#warehouse'
import { KeywordChanges, KeywordsQuery } from '../contract/index.ts'
import type { App } from '../fastify-types.ts'
import type { Services } from '../services.ts'
import { stampOf, voiceSources } from '../stamps.ts'

/** Without a period: the last four weeks of the data. */
const DEFAULT_DAYS = 28
/** Fewer voices than this are no change worth showing. */
const LEAST = 5
const LIMIT = 60
const DAY_MS = 86_400_000

export function registerKeywordRoutes(app: App, services: Services): void {
  app.get(
    '/keywords',
    {
      config: { permission: 'voices:read' },
      schema: {
        operationId: 'listKeywordChanges',
        tags: ['诉求'],
        summary: '关键词变化：本期比前三个等长时期多出来的词，各带一件例子',
        querystring: KeywordsQuery,
        response: { 200: KeywordChanges },
      },
    },
    async (request) => {
      const { kind, district } = request.query
      const period = await periodOf(services, request.query)
      const rows =
        period === null
          ? []
          : await services.warehouse.query(readingQueries.keywordChanges, {
              ...period,
              kind: kind ?? null,
              district: district ?? null,
              least: LEAST,
              limit: LIMIT,
            })
      return {
        items: rows.map((row) => ({
          word: row.word,
          voices: row.voices,
          expected: row.expected,
          excess: row.excess,
          example: { voiceId: row.example_id, title: row.example_title, text: row.example_text ?? '' },
        })),
        from: period?.from ?? null,
        to: period?.to ?? null,
        ...(await stampOf(services, kind === undefined ? voiceSources : [kind])),
      }
    },
  )
}

/** The period asked for; what is missing of it is filled from the end of the data. Null when there is no data. */
async function periodOf(
  { warehouse, now }: Services,
  asked: { from?: string; to?: string; kind?: string },
): Promise<{ from: string; to: string } | null> {
  const today = now().toISOString().slice(0, 10)
  const [range] = await warehouse.query(readingQueries.lastDay, { today, kind: asked.kind ?? null })
  const to = asked.to ?? range?.last_day ?? null
  if (to === null) return null
  const from = asked.from ?? new Date(Date.parse(to) - (DEFAULT_DAYS - 1) * DAY_MS).toISOString().slice(0, 10)
  return { from, to }
}
