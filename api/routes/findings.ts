import { Type } from 'typebox'
import { apiQueries, caseQueries } from '#warehouse'
import { FindingDetail, FindingList, FindingsQuery, RuleList } from '../contract/index.ts'
import { ApiError } from '../errors.ts'
import type { App } from '../fastify-types.ts'
import { toPage, toPageOf } from '../paging.ts'
import type { Services } from '../services.ts'
import { findingSources, stampOf } from '../stamps.ts'
import { toRuleRate, toWeight } from '../views/case.ts'
import {
  toFindingDetail,
  toFindingRow,
  toFindingSummary,
  toRuleStatus,
  toSeverity,
} from '../views/finding.ts'

const tags = ['预算疑点']

export function registerFindingRoutes(app: App, services: Services): void {
  const { warehouse } = services

  app.get(
    '/budget/findings',
    {
      config: { permission: 'findings:read' },
      schema: {
        operationId: 'listFindings',
        tags,
        summary: '疑点列表，分量随规则的属实率变化；bySeverity 为除严重程度外同一筛选下的计数',
        querystring: FindingsQuery,
        response: { 200: FindingList },
      },
    },
    async (request) => {
      const page = toPage(request.query)
      const { rule, severity, unit, year } = request.query
      const filter = { rule: rule ?? null, unit: unit ?? null, year: year ?? null }
      const { ranking } = await services.casework.settings()
      const ranked = { ...filter, severity: severity ?? null, prior_strength: ranking.priorStrength }
      const [rows, severities, stamp] = await Promise.all([
        warehouse.query(apiQueries.findings.list, { ...ranked, ...page }),
        warehouse.query(apiQueries.findings.severities, filter),
        stampOf(services, findingSources),
      ])
      return {
        ...toPageOf(rows, page, toFindingSummary),
        bySeverity: severities.map((row) => ({ severity: toSeverity(row.severity), findings: row.findings })),
        ...stamp,
      }
    },
  )

  app.get(
    '/budget/findings/:id',
    {
      config: { permission: 'findings:read' },
      schema: {
        operationId: 'getFinding',
        tags,
        summary: '一条疑点：算式、条款、阈值、可能的正常原因、来源行',
        params: Type.Object({ id: Type.String({ maxLength: 200 }) }),
        response: { 200: FindingDetail },
      },
    },
    async (request) => {
      const params = { finding_id: request.params.id }
      const [[finding], rows, verdicts, { ranking }, stamp] = await Promise.all([
        warehouse.query(apiQueries.findings.detail, params),
        warehouse.query(apiQueries.findings.rows, params),
        warehouse.query(caseQueries.ruleVerdicts, {}),
        services.casework.settings(),
        stampOf(services, findingSources),
      ])
      if (finding === undefined) throw new ApiError('API_NOT_FOUND')
      const counted = verdicts.find(({ rule }) => rule === finding.rule)
      const score = toWeight(finding, counted && { ...counted, falseAlarm: counted.false_alarm }, ranking)
      return toFindingDetail({ ...finding, score }, rows.map(toFindingRow), stamp.quarantined)
    },
  )

  registerRules(app, services)
}

function registerRules(app: App, services: Services): void {
  const { warehouse } = services

  app.get(
    '/budget/rules',
    {
      config: { permission: 'budget:read' },
      schema: {
        operationId: 'listRules',
        tags,
        summary: '规则适用情况：用上没有、为什么；认定后的属实率',
        response: { 200: RuleList },
      },
    },
    async () => {
      const [rules, verdicts, settings, stamp] = await Promise.all([
        warehouse.query(apiQueries.findings.rules, {}),
        warehouse.query(caseQueries.ruleVerdicts, {}),
        services.casework.settings(),
        stampOf(services, findingSources),
      ])
      const counted = new Map(verdicts.map((row) => [row.rule, { ...row, falseAlarm: row.false_alarm }]))
      const rateOf = (rule: string) => toRuleRate(counted.get(rule), settings)
      return { items: rules.map((row) => ({ ...toRuleStatus(row), rate: rateOf(row.rule) })), ...stamp }
    },
  )
}
