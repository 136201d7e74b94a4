import { promisesOf } from '#analysis'
import {
  clockOf,
  letterStatusLabels,
  stateLabels,
  type Case,
  type Casework,
  type CaseworkSettings,
} from '#casework'
import { alertingStates, morningWords, type Intake, type MorningRow } from '#ingest'
import type { EmbargoEntry, PanelContext, WallCase, Walls, WallSource } from '#wall'
import { kindLabel } from '#terms'
import { apiQueries } from '#warehouse'
import { toInstant } from './clock.ts'
import type { ApiDeps } from './deps.ts'
import { caseNumber } from './views/case.ts'
import { readArrivals } from './views/late-sources.ts'
import { toFreshnessItem } from './views/ledger.ts'

/** The parts of the server that what walls show comes from. */
export interface WallParts extends Pick<ApiDeps, 'warehouse' | 'logger' | 'now'> {
  readonly casework: Casework
  readonly intake: Intake
  readonly walls: Walls
}

/** What panels may ask of the product: the warehouse, the time, the embargo, and what other layers hold in memory. */
export function wallContext(services: WallParts, embargo: readonly EmbargoEntry[]): PanelContext {
  const { warehouse, casework, intake, logger } = services
  return {
    warehouse,
    now: services.now(),
    embargo,
    outside: {
      cases: async () => {
        const settings = await casework.settings()
        return (await casework.cases()).map((one) => toWallCase(one, casework.today(), settings))
      },
      mornings: async () => (await intake.morning()).rows.map(toWallSource),
      freshness: async () => {
        const arrivals = await readArrivals(intake)
        const rows = await warehouse.query(apiQueries.ledger.freshness, {})
        return rows.map((row) => toFreshnessItem(row, arrivals))
      },
      promises: (reply) => promisesOf(reply),
      sourceLabel: kindLabel,
      report: (failure) => {
        if (logger !== false) logger.error(failure, 'wall panel not computed')
      },
    },
  }
}

/** A case as far as a wall may know it: the unit only after it was judged 属实. */
function toWallCase(one: Case, today: string, settings: CaseworkSettings): WallCase {
  const clock = clockOf(one, today, settings)
  const [{ unit, ruleName, amount }] = one.findings
  const outcome = one.verdict?.outcome ?? null
  return {
    stage: stateLabels[one.state],
    isClosed: one.state === 'closed',
    clock: clock && { colour: clock.colour, daysLeft: clock.daysLeft },
    letters: one.letters
      .filter(({ status }) => status !== 'void')
      .map(({ status }) => letterStatusLabels[status]),
    outcome,
    confirmed:
      outcome === 'confirmed' ? { number: caseNumber(one) ?? one.id, unit: unit, ruleName, amount } : null,
  }
}

const warned: ReadonlySet<string> = new Set(['unbalanced', 'quarantined', 'late', 'never'])

function toWallSource({ source, state, reason, arrivedAt, kinds, metrics }: MorningRow): WallSource {
  return {
    name: source.name,
    label: source.settings.title,
    kinds,
    affects: metrics.map(({ label }) => label),
    word: morningWords[state],
    reason,
    status: alertingStates.has(state)
      ? 'bad'
      : warned.has(state)
        ? 'warn'
        : state === 'arrived'
          ? 'ok'
          : null,
    arrivedAt: arrivedAt && toInstant(arrivedAt),
  }
}
