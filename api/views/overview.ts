import type { LateUnit, MetricValue, SeverityCount } from '../contract/index.ts'
import type { MetricFilter, Warehouse } from '#warehouse'
import { toSeverity } from './finding.ts'
import { lateFor, type SourceArrivals } from './late-sources.ts'
import { toMetricValue } from './metric.ts'

/** In reading order; a metric the warehouse does not have is passed over, so that its book can grow or shrink. */
export const overviewMetrics = [
  'voices_total',
  'matters_total',
  'voices_this_month',
  'matters_this_month',
  'suggestions_total',
  'suggestions_matters',
  'suggestions_on_time_rate',
  'suggestions_late_open',
  'petitions_total',
  'petitions_matters',
  'petitions_on_time_rate',
  'topics_hot',
  'campaigns_found',
  'budget_execution_rate',
  'budget_paid',
  'findings_open',
  'findings_red',
  'quarantined_rows',
] as const

export async function readMetrics(
  warehouse: Warehouse,
  names: readonly string[],
  arrivals: SourceArrivals,
  filter: MetricFilter = {},
): Promise<MetricValue[]> {
  const known = new Set(warehouse.metricCards().map((card) => card.name))
  const values = names.filter((name) => known.has(name)).map((name) => warehouse.metric(name, filter))
  return (await Promise.all(values)).map((value) => toMetricValue(value, lateFor(arrivals, value.name)))
}

export function toLateUnit(row: {
  unit: string
  suggestions: number
  late: number
  unreplied: number
  longest_days: number | null
}): LateUnit {
  const { unit, suggestions, late, unreplied } = row
  return { unit, suggestions, late, unreplied, longestDays: row.longest_days }
}

export function toSeverityCount(row: { severity: string; findings: number; units: number }): SeverityCount {
  return { severity: toSeverity(row.severity), findings: row.findings, units: row.units }
}
