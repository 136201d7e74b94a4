import { IngestError } from '../errors.ts'
import type { SourceRow } from '../formats/table.ts'
import { emptyWarnings, headerWarnings, rowWarnings } from '../pipeline/feed.ts'
import { RowReader } from '../pipeline/row-reader.ts'
import type { SheetPlan } from '../pipeline/sheet-plan.ts'
import type { InspectedSheet, RefusalCount } from './types.ts'

export type RowsRead = Pick<
  InspectedSheet,
  'read' | 'accepted' | 'refused' | 'reasons' | 'warnings' | 'problem'
>

/** Reads rows as a load would, and counts what would become of them. */
export function readRows(plan: SheetPlan, rows: readonly SourceRow[]): RowsRead {
  try {
    return countRows(plan, rows)
  } catch (error) {
    if (!(error instanceof IngestError)) throw error
    const problem = { code: error.code, message: error.message }
    return { read: 0, accepted: 0, refused: 0, reasons: [], warnings: [], problem }
  }
}

function countRows(plan: SheetPlan, rows: readonly SourceRow[]): RowsRead {
  const reader = new RowReader(plan)
  const labels = new Map(plan.contract.fields.map((field) => [field.name, field.label]))
  const reasons = new Map<string, RefusalCount>()
  let refused = 0
  for (const row of rows) {
    const read = reader.read(row)
    if (read === null || 'values' in read) continue
    refused++
    const label = read.column === null ? '整行' : (labels.get(read.column) ?? read.column)
    const known = reasons.get(read.message)?.rows ?? 0
    reasons.set(read.message, { label, message: read.message, rows: known + 1 })
  }
  return {
    read: reader.rows,
    accepted: reader.rows - refused,
    refused,
    reasons: [...reasons.values()].sort((left, right) => right.rows - left.rows),
    warnings: [...headerWarnings(plan), ...rowWarnings(reader), ...emptyWarnings([reader])],
    problem: null,
  }
}
