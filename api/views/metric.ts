import type { MetricCard as Card, MetricValue as Value } from '#warehouse'
import type { MetricCard, MetricValue } from '../contract/index.ts'

export function toMetricCard(card: Card): MetricCard {
  const { name, label, definition, unit, numerator, denominator, grain, owner, legalBasis } = card
  return {
    name,
    label,
    definition,
    unit,
    numerator,
    denominator,
    grain,
    sources: [...card.sources],
    owner,
    legalBasis,
    version: String(card.version),
  }
}

/** `late`: titles of its sources whose data did not come when it was due. */
export function toMetricValue(value: Value, late: readonly string[]): MetricValue {
  return { ...value, lateSources: [...late], card: toMetricCard(value.card) }
}
