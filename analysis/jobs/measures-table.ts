import type { ResultTable } from '#warehouse'
import type { MeasureRow } from '../measures/index.ts'

/** The figures as a result table that replaces earlier figures of the same methods and sources only. */
export function measuresTable(rows: readonly MeasureRow[]): ResultTable {
  return {
    table: 'method_measures',
    rows,
    merge: { key: 'series', keys: [...new Set(rows.map(({ series }) => series))] },
  }
}
