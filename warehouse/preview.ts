import type { Connection } from './engine/connection.ts'
import { WarehouseError } from './errors.ts'
import type { BuiltModel } from './build/fingerprints.ts'
import type { MetricValue, WritePreview } from './types.ts'

type Preview = WritePreview<unknown>
type Models = ReadonlyMap<string, BuiltModel>

/** Marts with another content after than before, in the order of their names. */
export function changedMarts(before: Models, after: Models): Preview['marts'] {
  const rows = (models: Models, name: string): number => models.get(name)?.rows ?? 0
  return [...after]
    .filter(([name, built]) => built.rows !== null && !isSame(before.get(name), built))
    .map(([name]) => ({
      mart: name.replace('marts.', ''),
      before: rows(before, name),
      after: rows(after, name),
    }))
    .sort((left, right) => (left.mart < right.mart ? -1 : 1))
}

function isSame(before: BuiltModel | undefined, after: BuiltModel): boolean {
  return before?.contentFingerprint === after.contentFingerprint
}

/** Metrics whose value differs; both lists in the same order. */
export function changedMetrics(
  before: readonly MetricValue[],
  after: readonly MetricValue[],
): Preview['metrics'] {
  return after.flatMap(({ name, label, unit, value }, index) => {
    const earlier = before[index]?.value ?? null
    return earlier === value ? [] : [{ name, label, unit, before: earlier, after: value }]
  })
}

/** What a person waits for in front of a dialog, and other writes behind it. */
export const usualPreviewMs = 120_000

/** Runs `work` on a connection and stops it after `limitMs`. Errors: WH_PREVIEW_TIMEOUT. */
export function bounded<T>(connection: Connection, limitMs: number, work: () => Promise<T>): Promise<T> {
  const overdue = (cause: unknown) => new WarehouseError('WH_PREVIEW_TIMEOUT', {}, { cause })
  return connection.bounded(limitMs, overdue, work)
}
