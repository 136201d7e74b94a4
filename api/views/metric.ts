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

export function toMetricValue(value: Value): MetricValue {
  return { ...value, card: toMetricCard(value.card) }
}
