import { Type } from 'typebox'
import { addWorkdays, isWorkday } from '#calendar'
import {
  offers,
  similarCases,
  stateLabels,
  statisticsOf,
  type Case,
  type CaseState,
  type Likeness,
} from '#casework'
import { apiQueries, caseQueries, findingKinds } from '#warehouse'
import {
  CaseCalendar,
  CaseCalendarQuery,
  CaseDetail,
  CaseList,
  CaseStatistics,
  CasesQuery,
  FindingCase,
  type CaseDetail as CaseDetailType,
  type CaseSummary,
  type CasesQuery as CasesQueryType,
} from '../contract/index.ts'
import { ApiError } from '../errors.ts'
import type { App } from '../fastify-types.ts'
import { sliceOf, toPage } from '../paging.ts'
import { signedIn } from '../plugins/guard.ts'
import type { Services } from '../services.ts'
import { inWorkingOrder, toCaseSummary, toRuleRate, toSimilarCase, type CaseSetting } from '../views/case.ts'
import { toCaseFindings, toCaseLetter, toCaseOutcome, toTimelineEvent } from '../views/case-detail.ts'

export const caseTags = ['案件办理']
export const CaseParams = Type.Object({ id: Type.String({ maxLength: 200 }) })
const longestCalendar = 100

export function registerCaseRoutes(app: App, services: Services): void {
  registerList(app, services)
  registerCalendar(app, services)
  registerOfFinding(app, services)

  app.get(
    '/cases/statistics',
    {
      config: { permission: 'cases:read' },
      schema: {
        operationId: 'getCaseStatistics',
        tags: caseTags,
        summary: '案件统计：销号、按时、各规则属实率、各单位',
        response: { 200: CaseStatistics },
      },
    },
    async () => {
      const { casework } = services
      const today = casework.today()
      const figures = statisticsOf(await casework.cases(), today, await casework.settings())
      return {
        ...figures,
        today,
        states: figures.states.map((one) => ({ ...one, label: stateLabels[one.state] })),
        rules: figures.rules.map((rule) => ({ ...rule })),
        units: figures.units.map((unit) => ({ ...unit })),
      }
    },
  )

  app.get(
    '/cases/:id',
    {
      config: { permission: 'cases:read' },
      schema: {
        operationId: 'getCase',
        tags: caseTags,
        summary: '一个案件：经过、证据、函件、反馈、认定，以及本人此刻可以办的',
        params: CaseParams,
        response: { 200: CaseDetail },
      },
    },
    async (request) => {
      const one = await services.casework.find(request.params.id)
      return toCaseDetail(services, one, await settingOf(services, request))
    },
  )
}

function registerList(app: App, services: Services): void {
  app.get(
    '/cases',
    {
      config: { permission: 'cases:read' },
      schema: {
        operationId: 'listCases',
        tags: caseTags,
        summary: '案件列表：轮到本人的在前，再按期限',
        querystring: CasesQuery,
        response: { 200: CaseList },
      },
    },
    async (request) => {
      const setting = await settingOf(services, request)
      const cases = (await services.casework.cases()).map((one) => toCaseSummary(one, setting))
      const shown = inWorkingOrder(cases.filter((one) => matches(one, request.query)))
      return {
        ...sliceOf(shown, toPage(request.query)),
        byState: (Object.keys(stateLabels) as CaseState[]).map((state) => ({
          state,
          label: stateLabels[state],
          cases: cases.filter((one) => one.state === state).length,
        })),
        mine: cases.filter((one) => one.isMyTurn).length,
        red: cases.filter((one) => one.clock?.colour === 'red').length,
        yellow: cases.filter((one) => one.clock?.colour === 'yellow').length,
        today: setting.today,
      }
    },
  )
}

function matches(one: CaseSummary, { state, open, unit, rule, colour, mine }: CasesQueryType): boolean {
  return [
    state === undefined || one.state === state,
    open === undefined || open === (one.state !== 'closed'),
    unit === undefined || one.agencyCode === unit || one.unit === unit,
    rule === undefined || one.rule === rule,
    colour === undefined || one.clock?.colour === colour,
    mine === undefined || one.isMyTurn === mine,
  ].every(Boolean)
}

function registerCalendar(app: App, services: Services): void {
  app.get(
    '/cases/calendar',
    {
      config: { permission: 'cases:read' },
      schema: {
        operationId: 'getCaseCalendar',
        tags: caseTags,
        summary: '期限日历：每天到期的步骤，已超期的另列',
        querystring: CaseCalendarQuery,
        response: { 200: CaseCalendar },
      },
    },
    async (request) => {
      const setting = await settingOf(services, request)
      const days = daysOf(request.query.from, request.query.to)
      const cases = (await services.casework.cases())
        .map((one) => toCaseSummary(one, setting))
        .filter((one) => one.clock !== null)
      return {
        today: setting.today,
        overdue: inWorkingOrder(cases.filter((one) => one.clock?.colour === 'red')),
        days: days.map((day) => ({
          day,
          isWorkday: isWorkday(day),
          cases: inWorkingOrder(cases.filter((one) => one.clock?.dueOn === day)),
        })),
      }
    },
  )
}

function daysOf(from: string, to: string): string[] {
  const start = Date.parse(`${from}T00:00:00Z`)
  const count = Math.round((Date.parse(`${to}T00:00:00Z`) - start) / 86_400_000) + 1
  if (count < 1 || count > longestCalendar)
    throw new ApiError('API_REQUEST_INVALID', 'from、to 相隔应在 100 天内')
  return Array.from({ length: count }, (_, index) =>
    new Date(start + index * 86_400_000).toISOString().slice(0, 10),
  )
}

function registerOfFinding(app: App, services: Services): void {
  app.get(
    '/budget/findings/:id/case',
    {
      config: { permission: 'cases:read' },
      schema: {
        operationId: 'getCaseOfFinding',
        tags: caseTags,
        summary: '一条疑点的案件、同类案件的结果、规则的属实率',
        params: CaseParams,
        response: { 200: FindingCase },
      },
    },
    async (request) => {
      const { casework } = services
      const findingId = request.params.id
      const one = await casework.ofFinding(findingId)
      const likeness = await likenessOf(services, findingId, one)
      const setting = await settingOf(services, request)
      const similar = similarCases(await casework.cases(), likeness, one?.id ?? null)
      return {
        case: one === null ? null : toCaseSummary(one, setting),
        similar: similar.map(toSimilarCase),
        ruleRate: await ruleRateOf(services, likeness.rule, setting),
      }
    },
  )
}

/** What the finding is compared by: from the results, or from its case when they no longer hold it. */
async function likenessOf({ warehouse }: Services, findingId: string, one: Case | null): Promise<Likeness> {
  const [finding] = await warehouse.query(apiQueries.findings.detail, { finding_id: findingId })
  if (finding !== undefined) {
    return { rule: finding.rule, agencyCode: finding.agency_code, amount: finding.amount }
  }
  if (one === null) throw new ApiError('API_NOT_FOUND')
  return one.findings[0]
}

/** The whole page of one case, as the role sees it. */
export async function toCaseDetail(
  services: Services,
  one: Case,
  setting: CaseSetting,
): Promise<CaseDetailType> {
  const { casework, warehouse } = services
  const [first] = one.findings
  const [events, evidence, letters, cases, ruleRate, joinable, absences] = await Promise.all([
    casework.events(one.id),
    casework.evidence(one.id),
    casework.letters(one),
    casework.cases(),
    ruleRateOf(services, first.rule, setting),
    joinableTo(services, one),
    warehouse.query(caseQueries.absences, { case_id: one.id, kinds: [...findingKinds] }),
  ])
  const { today, settings } = setting
  return {
    ...toCaseSummary(one, setting),
    ...toCaseOutcome(one),
    timeline: events.map(toTimelineEvent).reverse(),
    evidence: toCaseFindings(one, evidence, absences),
    letters: letters.map(toCaseLetter),
    offers: offers(one, setting.role),
    similar: similarCases(cases, first, one.id).map(toSimilarCase),
    ruleRate,
    joinable,
    defaults: {
      today,
      answerDue: addWorkdays(today, settings.terms.answer),
      rectifyDue: addWorkdays(today, settings.terms.rectify),
      recheckOn: `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`.replace('-02-29', '-02-28'),
    },
  }
}

export async function settingOf(
  services: Services,
  request: Parameters<typeof signedIn>[0],
): Promise<CaseSetting> {
  const { casework } = services
  return { today: casework.today(), settings: await casework.settings(), role: signedIn(request).role }
}

async function ruleRateOf(services: Services, rule: string, { settings }: CaseSetting) {
  const rows = await services.warehouse.query(caseQueries.ruleVerdicts, {})
  const row = rows.find((one) => one.rule === rule)
  return toRuleRate(row && { ...row, falseAlarm: row.false_alarm }, settings)
}

/** Findings of the same unit and year that have no case: the ones a person may join to this one. */
async function joinableTo(services: Services, one: Case): Promise<{ findingId: string; label: string }[]> {
  const [{ agencyCode, fiscalYear }] = one.findings
  if (agencyCode === null || one.state === 'closed') return []
  const rows = await services.warehouse.query(apiQueries.findings.list, {
    rule: null,
    severity: null,
    unit: agencyCode,
    year: fiscalYear,
    prior_strength: 1,
    limit: 50,
    offset: 0,
  })
  const cases = await services.casework.cases()
  const taken = new Set(cases.flatMap(({ findings }) => findings.map(({ findingId }) => findingId)))
  return rows
    .filter((row) => !taken.has(row.finding_id))
    .map((row) => ({
      findingId: row.finding_id,
      label: `${row.rule} ${row.rule_name} · ${row.matter ?? ''}`,
    }))
}
