import { Type } from 'typebox'
import { kindLabel } from '#terms'
import { replyQueries } from '#warehouse'
import {
  ReplyList,
  ReplyQuery,
  ReplySummary,
  ReplyTemplateList,
  VoiceReplyScore,
  type ReplyQuery as ReplyQueryType,
} from '../contract/index.ts'
import type { App } from '../fastify-types.ts'
import { toPage, toPageOf } from '../paging.ts'
import type { Services } from '../services.ts'
import { stampOf } from '../stamps.ts'
import { toAssessment, toPartScores, toReplyGroups, toScoredReply } from '../views/reply.ts'

const tags = ['答复质量']
/** Kinds of voices that are answered one by one. */
const answered = ['petitions', 'suggestions']
const Filter = Type.Omit(ReplyQuery, ['show', 'template', 'limit', 'cursor'])
const Paging = Type.Pick(ReplyQuery, ['limit', 'cursor'])

export function registerReplyRoutes(app: App, services: Services): void {
  const { warehouse } = services
  registerSummary(app, services)

  app.get(
    '/replies',
    {
      config: { permission: 'voices:read' },
      schema: {
        operationId: 'listReplies',
        tags,
        summary: '答复列表，得分低的在前',
        querystring: ReplyQuery,
        response: { 200: ReplyList },
      },
    },
    async (request) => {
      const page = toPage(request.query)
      const { show, template } = request.query
      const params = { ...filterOf(request.query), show: show ?? null, template: template ?? null, ...page }
      const rows = await warehouse.query(replyQueries.list, params)
      return { ...toPageOf(rows, page, toScoredReply), ...(await stampOf(services, answered)) }
    },
  )

  app.get(
    '/replies/templates',
    {
      config: { permission: 'voices:read' },
      schema: {
        operationId: 'listReplyTemplates',
        tags,
        summary: '在多件答复中重复使用的文字，用得多的在前',
        querystring: Paging,
        response: { 200: ReplyTemplateList },
      },
    },
    async (request) => {
      const page = toPage(request.query)
      const rows = await warehouse.query(replyQueries.templates, { ...page })
      return toPageOf(rows, page, (row) => ({
        id: row.template_id,
        kind: row.kind,
        text: row.text,
        replies: row.replies,
        share: row.share,
        units: row.units,
        from: row.from_date,
        to: row.to_date,
      }))
    },
  )

  app.get(
    '/voices/:id/reply-score',
    {
      config: { permission: 'voices:read' },
      schema: {
        operationId: 'getReplyScore',
        tags,
        summary: '一件答复的得分、理由和逐项诉求',
        params: Type.Object({ id: Type.String({ maxLength: 300 }) }),
        response: { 200: VoiceReplyScore },
      },
    },
    async (request) => {
      const [row] = await warehouse.query(replyQueries.detail, { voice_id: request.params.id })
      return { assessment: row === undefined ? null : toAssessment(row) }
    },
  )
}

function registerSummary(app: App, services: Services): void {
  const { warehouse } = services
  app.get(
    '/replies/summary',
    {
      config: { permission: 'voices:read' },
      schema: {
        operationId: 'summariseReplies',
        tags,
        summary: '答复质量合计、分布、按单位与地区（名次为区间）、按月',
        querystring: Filter,
        response: { 200: ReplySummary },
      },
    },
    async (request) => {
      const filter = filterOf(request.query)
      const groups = (dimension: string) => warehouse.query(replyQueries.groups, { ...filter, dimension })
      const [[total], bands, units, districts, kinds, months, stamp] = await Promise.all([
        warehouse.query(replyQueries.summary, filter),
        warehouse.query(replyQueries.distribution, filter),
        groups('unit'),
        groups('district'),
        groups('kind'),
        groups('month'),
        stampOf(services, answered),
      ])
      if (total === undefined) throw new TypeError('An aggregate without rows')
      return {
        replies: total.replies,
        ...toPartScores(total),
        medianWorkdays: total.median_workdays,
        acknowledgements: total.acknowledgements,
        unexplained: total.unexplained,
        withOpenAsks: total.with_open_asks,
        late: total.late,
        harsh: total.harsh,
        asks: total.asks,
        openAsks: total.asks_open,
        distribution: Array.from(
          { length: 10 },
          (_, band) => bands.find((row) => row.band === band)?.replies ?? 0,
        ),
        units: toReplyGroups(units),
        districts: toReplyGroups(districts),
        kinds: toReplyGroups(kinds).map((group) => ({ ...group, name: kindLabel(group.name) })),
        months: months.map((row) => ({ month: row.name ?? '', replies: row.replies, mean: row.mean ?? 0 })),
        ...stamp,
      }
    },
  )
}

function filterOf({ kind, unit, district, from, to }: ReplyQueryType) {
  return {
    kind: kind ?? null,
    unit: unit ?? null,
    district: district ?? null,
    from: from ?? null,
    to: to ?? null,
  }
}
