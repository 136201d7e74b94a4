import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import type { MetricValue } from '#warehouse'
import type { SnapshotHead, Snapshot } from '../contract/index.ts'

const Figure = Type.Object({
  name: Type.String(),
  label: Type.String(),
  unit: Type.String(),
  then: Type.Union([Type.Number(), Type.String(), Type.Null()]),
  thenMissing: Type.Union([Type.String(), Type.Null()]),
})
type Figure = Static<typeof Figure>

/** The last second of a day in China, 'YYYY-MM-DD' → instant. */
export function endOfDay(date: string): Date {
  return new Date(`${date}T15:59:59Z`)
}

/** What a snapshot keeps of the metrics: names and units beside the values, so that it outlives their definitions. */
export function toFigures(values: readonly MetricValue[]): Figure[] {
  return values.map(({ name, label, unit, value, missingReason }) => ({
    name,
    label,
    unit,
    then: value,
    thenMissing: missingReason,
  }))
}

export function fromFigures(json: string): Figure[] {
  return Value.Parse(Type.Array(Figure), JSON.parse(json))
}

/** `values` in the order of the figures, null where the metric is gone. */
export function withPresent(
  figures: readonly Figure[],
  values: readonly (MetricValue | null)[],
): Snapshot['items'] {
  return figures.map((figure, index) => ({ ...figure, now: values[index]?.value ?? null }))
}

export function toSnapshotHead(row: {
  readonly snapshot_id: string
  readonly name: string
  readonly as_of: string
  readonly actor: string
  readonly taken_at: string
}): SnapshotHead {
  return { id: row.snapshot_id, name: row.name, date: row.as_of, actor: row.actor, takenAt: row.taken_at }
}
