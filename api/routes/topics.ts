import { Type } from 'typebox'
import { kindLabel } from '#terms'
import { apiQueries, topicQueries } from '#warehouse'
import {
  LikedVoices,
  LikedVoicesQuery,
  TopicChanges,
  TopicDetail,
  TopicList,
  TopicsQuery,
  VoiceList,
  paging,
  periodFilter,
  placeFilter,
  type TopicDetail as TopicDetailType,
} from '../contract/index.ts'
import { ApiError } from '../errors.ts'
import type { App } from '../fastify-types.ts'
import { toPage, toPageOf } from '../paging.ts'
import { sendArrow, wantsArrow } from '../plugins/arrow.ts'
import type { Services } from '../services.ts'
import { stampOf, voiceSources } from '../stamps.ts'
import { toHeatParts, toTopicSummary, toTrendWeek } from '../views/topic.ts'
import { toLikedVoice, toTopicChanges, toTopicLinks } from '../views/topic-relations.ts'
import { toVoiceSummary } from '../views/voice.ts'
import { toVoiceFilter } from '../views/voice-filter.ts'

const tags = ['民意热点']
const TopicParams = Type.Object({ id: Type.String({ maxLength: 120 }) })
const RecordsQuery = Type.Object({
  ...placeFilter,
  ...periodFilter,
  ...paging,
})

export function registerTopicRoutes(app: App, services: Services): void {
  app.get(
    '/topics',
    {
      config: { permission: 'topics:read' },
      schema: {
        operationId: 'listTopics',
        tags,
        summary: '热点排行',
        querystring: TopicsQuery,
        response: { 200: TopicList },
      },
    },
    async (request) => {
      const page = toPage(request.query)
      const { from, to, district, category, q, rank_by: rankBy } = request.query
      const rows = await services.warehouse.query(apiQueries.topics.list, {
        from: from ?? null,
        to: to ?? null,
        district: district ?? null,
        category: category ?? null,
        q: q ?? null,
        rank_by: rankBy ?? 'heat',
        ...page,
      })
      const stamp = await stampOf(services, voiceSources)
      return {
        ...toPageOf(rows, page, toTopicSummary),
        ...stamp,
        computedAt: rows[0]?.computed_at ?? stamp.computedAt,
      }
    },
  )

  app.get(
    '/topics/:id',
    {
      config: { permission: 'topics:read' },
      schema: {
        operationId: 'getTopic',
        tags,
        summary: '一个热点：热度构成、周趋势、地方、人群、典型原文',
        params: TopicParams,
        response: { 200: TopicDetail },
      },
    },
    async (request) => readTopic(services, request.params.id),
  )

  registerBesideTopics(app, services)
  registerTopicRecords(app, services)
}

/** Likes from which a single voice is shown beside the topics. */
const MANY_LIKES = 50
const MOST_LIKED = 20
const MOST_CHANGES = 100

function registerBesideTopics(app: App, services: Services): void {
  app.get(
    '/topics/liked',
    {
      config: { permission: 'voices:read' },
      schema: {
        operationId: 'listLikedVoices',
        tags,
        summary: '单条高赞：点赞很多的单件，不因此成为热点，也不因此看不见',
        querystring: LikedVoicesQuery,
        response: { 200: LikedVoices },
      },
    },
    async (request) => {
      const { from, to, district } = request.query
      const rows = await services.warehouse.query(topicQueries.highlyLiked, {
        least: MANY_LIKES,
        from: from ?? null,
        to: to ?? null,
        district: district ?? null,
        limit: MOST_LIKED,
      })
      return { least: MANY_LIKES, items: rows.map(toLikedVoice) }
    },
  )

  app.get(
    '/topics/changes',
    {
      config: { permission: 'topics:read' },
      schema: {
        operationId: 'listTopicChanges',
        tags,
        summary: '热点变动记录：新出现、改名、并入、分出、结束，近的在前',
        response: { 200: TopicChanges },
      },
    },
    async () => {
      const rows = await services.warehouse.query(apiQueries.topics.events, {
        topic_id: null,
        limit: MOST_CHANGES,
      })
      return { items: toTopicChanges(rows) }
    },
  )
}

function registerTopicRecords(app: App, services: Services): void {
  app.get(
    '/topics/:id/records',
    {
      config: { permission: 'voices:read' },
      schema: {
        operationId: 'listTopicRecords',
        tags,
        summary: '热点下的诉求；Accept 为 application/vnd.apache.arrow.stream 时返回 Arrow',
        params: TopicParams,
        querystring: RecordsQuery,
        response: { 200: VoiceList },
      },
    },
    async (request, reply) => {
      const page = toPage(request.query)
      const { from, to, district } = request.query
      const asked = { topic: request.params.id, from, to, district }
      const params = { ...toVoiceFilter(asked), ...page }
      if (wantsArrow(request))
        return sendArrow(reply, await services.warehouse.arrow(apiQueries.voices.list, params))
      const rows = await services.warehouse.query(apiQueries.voices.list, params)
      return {
        ...toPageOf(rows, page, toVoiceSummary),
        matters: rows[0]?.matters ?? 0,
        ...(await stampOf(services, voiceSources)),
      }
    },
  )
}

async function readTopic(services: Services, id: string): Promise<TopicDetailType> {
  const { warehouse } = services
  const params = { topic_id: id }
  const [[topic], weeks, counts, quotes, links, changes, campaigns, stamp] = await Promise.all([
    warehouse.query(apiQueries.topics.detail, params),
    warehouse.query(apiQueries.topics.weeks, params),
    warehouse.query(apiQueries.topics.counts, params),
    warehouse.query(apiQueries.topics.quotes, params),
    warehouse.query(apiQueries.topics.links, params),
    warehouse.query(apiQueries.topics.events, { ...params, limit: MOST_CHANGES }),
    warehouse.query(apiQueries.topics.campaigns, params),
    stampOf(services, voiceSources),
  ])
  if (topic === undefined) throw new ApiError('API_NOT_FOUND')
  const countsBy = (dimension: string) =>
    counts.filter((row) => row.dimension === dimension).map(({ name, voices }) => ({ name, voices }))
  return {
    ...toTopicSummary(topic),
    heatParts: toHeatParts(topic.heat_parts),
    weeks: weeks.map(toTrendWeek),
    placeCounts: countsBy('place'),
    kindCounts: countsBy('kind').map(({ name, voices }) => ({ name: kindLabel(name), voices })),
    unitCounts: countsBy('unit'),
    quotes: quotes.map((row) => ({
      voiceId: row.voice_id,
      recordId: row.record_id,
      text: row.text ?? '',
      createdDate: row.created_date,
      district: row.district_name,
    })),
    links: toTopicLinks(links),
    changes: toTopicChanges(changes),
    campaigns: campaigns.map(({ label, copies, evidence }) => ({
      label: label ?? '',
      copies,
      evidence: evidence ?? '',
    })),
    ...stamp,
    computedAt: topic.computed_at,
  }
}
