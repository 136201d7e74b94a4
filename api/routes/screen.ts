import { apiQueries } from '#warehouse'
import { toInstant } from '../clock.ts'
import { ScreenSnapshot, type ScreenSnapshot as Snapshot } from '../contract/index.ts'
import type { App } from '../fastify-types.ts'
import { perPublish } from '../per-publish.ts'
import type { Services } from '../services.ts'
import { budgetSources, stampOf, suggestionSources, voiceSources } from '../stamps.ts'
import { toExecutionMonth } from '../views/budget.ts'
import { readArrivals } from '../views/late-sources.ts'
import { toFreshnessItem } from '../views/ledger.ts'
import { readMetrics, screenMetrics, toLateUnit, toSeverityCount } from '../views/overview.ts'
import { toTrendWeek } from '../views/topic.ts'
import { readExecutionMonths } from './overview.ts'

/** What fits a wall without scrolling (shared limits of the panels). */
const topicsShown = 6
const unitsShown = 6

export function registerScreenRoutes(app: App, services: Services): void {
  const snapshot = perPublish(
    () => services.warehouse.version(),
    () => readSnapshot(services),
  )
  app.get(
    '/screen/snapshot',
    {
      config: { permission: 'screen:read' },
      schema: {
        operationId: 'getScreenSnapshot',
        tags: ['大屏'],
        summary: '大屏一屏所需的全部汇总（无个人信息）',
        response: { 200: ScreenSnapshot },
      },
    },
    async () => ({ ...(await snapshot()), serverTime: toInstant(services.now()) }),
  )
}

async function readSnapshot(services: Services): Promise<Snapshot> {
  const { warehouse } = services
  // Read before the figures: a publish in between makes the next snapshot newer, never this one.
  const sequence = warehouse.version()
  const arrivals = await readArrivals(services.intake)
  const [metrics, voicesTrend, topTopics, suggestions, districts, budget, findings, freshness, stamp] =
    await Promise.all([
      readMetrics(warehouse, screenMetrics, arrivals),
      readTrend(services),
      readTopics(services),
      readSuggestions(services),
      readDistricts(services),
      readBudget(services),
      readFindings(services),
      warehouse.query(apiQueries.ledger.freshness, {}),
      stampOf(services, voiceSources, budgetSources),
    ])
  return {
    sequence,
    serverTime: stamp.computedAt,
    ...stamp,
    metrics,
    voicesTrend,
    topTopics,
    suggestions,
    districts,
    budget,
    findings,
    freshness: freshness.map((row) => toFreshnessItem(row, arrivals)),
  }
}

async function readTrend(services: Services): Promise<Snapshot['voicesTrend']> {
  const [weeks, { dataTime }] = await Promise.all([
    services.warehouse.query(apiQueries.overview.voiceWeeks, {}),
    stampOf(services, voiceSources),
  ])
  return { weeks: weeks.map(toTrendWeek), dataTime }
}

async function readTopics(services: Services): Promise<Snapshot['topTopics']> {
  const all = { from: null, to: null, district: null, category: null, q: null }
  const [topics, { dataTime }] = await Promise.all([
    services.warehouse.query(apiQueries.topics.list, {
      ...all,
      rank_by: 'heat',
      limit: topicsShown,
      offset: 0,
    }),
    stampOf(services, voiceSources),
  ])
  const items = topics.map((topic) => ({
    id: topic.topic_id,
    rank: topic.position,
    title: topic.title,
    district: topic.top_district,
    places: topic.districts,
    voices: topic.voices,
    growth: topic.growth,
    lifecycle: topic.lifecycle,
  }))
  return { items, dataTime }
}

async function readSuggestions(services: Services): Promise<Snapshot['suggestions']> {
  const all = { district: null, from: null, to: null, limit: unitsShown }
  const [stages, units, { dataTime }] = await Promise.all([
    services.warehouse.query(apiQueries.overview.suggestionStages, {}),
    services.warehouse.query(apiQueries.overview.lateUnits, all),
    stampOf(services, suggestionSources),
  ])
  const total = stages.reduce((sum, stage) => sum + stage.suggestions, 0)
  return { total, stages, lateUnits: units.map(toLateUnit), dataTime }
}

async function readDistricts(services: Services): Promise<Snapshot['districts']> {
  const [tiles, { dataTime }] = await Promise.all([
    services.warehouse.query(apiQueries.overview.districtTiles, {}),
    stampOf(services, voiceSources),
  ])
  return {
    from: tiles[0]?.from_date ?? null,
    to: tiles[0]?.to_date ?? null,
    items: tiles.map(({ district, voices, previous }) => ({
      district,
      voices,
      previous,
      change: previous === 0 ? null : voices / previous - 1,
    })),
    dataTime,
  }
}

async function readBudget(services: Services): Promise<Snapshot['budget']> {
  const [{ fiscalYear, asOfMonth, months }, { dataTime }] = await Promise.all([
    readExecutionMonths(services),
    stampOf(services, budgetSources),
  ])
  const accounts =
    fiscalYear === null
      ? []
      : await services.warehouse.query(apiQueries.budget.accounts, { year: fiscalYear })
  return {
    fiscalYear,
    asOfMonth,
    accounts: accounts.map(({ account, adjusted, paid, rate }) => ({
      account,
      adjustedBudget: adjusted,
      paid,
      rate,
    })),
    months: months.map(toExecutionMonth),
    dataTime,
  }
}

async function readFindings(services: Services): Promise<Snapshot['findings']> {
  const [severities, byRule, { dataTime }] = await Promise.all([
    services.warehouse.query(apiQueries.findings.severities, { rule: null, unit: null, year: null }),
    services.warehouse.query(apiQueries.findings.byRule, {}),
    stampOf(services, budgetSources),
  ])
  return { bySeverity: severities.map(toSeverityCount), byRule, dataTime }
}
