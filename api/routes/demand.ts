import { demandAgainstMoney, loadSpendingCrosswalk, parseCents, toDecimal } from '#analysis'
import { apiQueries } from '#warehouse'
import { DemandQuery, DemandTable, type DemandTable as DemandTableType } from '../contract/index.ts'
import type { App } from '../fastify-types.ts'
import type { Services } from '../services.ts'
import { executionSources, stampOf } from '../stamps.ts'

/** What people ask for beside what is spent. */
export function registerDemandRoutes(app: App, services: Services): void {
  const crosswalk = loadSpendingCrosswalk()
  const subjectOf = (code: string) => crosswalk.target([code.slice(0, 3), code.slice(3, 5)])
  app.get(
    '/budget/demand',
    {
      config: { permission: 'budget:read' },
      schema: {
        operationId: 'getDemandAndMoney',
        tags: ['预算执行'],
        summary: '各领域诉求占比与预算占比的差',
        querystring: DemandQuery,
        response: { 200: DemandTable },
      },
    },
    async ({ query }) => readDemand(services, query, subjectOf),
  )
}

const asked = ['suggestions', 'petitions'] as const

async function readDemand(
  services: Services,
  query: DemandQuery,
  subjectOf: (code: string) => string | null,
): Promise<DemandTableType> {
  const { warehouse } = services
  const [[asOf], stamp] = await Promise.all([
    warehouse.query(apiQueries.budget.asOf, { year: query.year ?? null }),
    stampOf(services, asked, executionSources),
  ])
  if (asOf === undefined) {
    const unmatched = { adjusted: '0.00', paid: '0.00' }
    return { fiscalYear: null, from: null, to: null, items: [], coverage: null, unmatched, ...stamp }
  }
  const year = asOf.fiscal_year
  const [from, to] = [`${String(year)}-01-01`, `${String(year)}-12-31`]
  const [classes, functions] = await Promise.all([
    warehouse.query(apiQueries.budget.demandClasses, { from, to, district: query.district ?? null }),
    warehouse.query(apiQueries.budget.moneyFunctions, { year }),
  ])
  const cents = (amount: string) => parseCents(amount) ?? 0
  const table = demandAgainstMoney(
    classes.map(({ level_1: subject, open_voices: open, ...counts }) => ({ ...counts, subject, open })),
    functions.map((row) => ({
      code: row.function_code,
      adjusted: cents(row.adjusted),
      paid: cents(row.paid),
      rigid: cents(row.rigid),
      threePublic: cents(row.three_public),
      projects: row.projects,
    })),
    subjectOf,
  )
  return {
    fiscalYear: year,
    from,
    to,
    items: table.rows.map((row) => ({
      ...row,
      adjusted: toDecimal(row.adjusted),
      paid: toDecimal(row.paid),
      rigid: toDecimal(row.rigid),
      threePublic: toDecimal(row.threePublic),
    })),
    coverage: classes.length === 0 || functions.length === 0 ? null : table.coverage,
    unmatched: { adjusted: toDecimal(table.unmatched.adjusted), paid: toDecimal(table.unmatched.paid) },
    ...stamp,
  }
}
