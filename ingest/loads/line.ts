import { isKind, loadQueries, type Kind, type Warehouse } from '#warehouse'
import { IngestError } from '../errors.ts'
import type { ControlSheet } from '../reconcile/reconcile.ts'

/** A load as the ledger has it: what is needed to read its file again. */
export interface LoadLine {
  readonly loadId: string
  readonly kind: Kind
  readonly source: string
  readonly fileName: string
  readonly fileHash: string
  readonly fileBytes: number
  readonly sheets: readonly string[]
  readonly mapping: string | null
  readonly policy: string | null
  readonly status: string
  readonly replayOf: string | null
  readonly observedAt: Date
  readonly startedAt: Date
  readonly actor: string
  /** Null for loads of earlier versions and replays. */
  readonly control: ControlSheet | null
  readonly reconciled: string | null
  readonly warnings: readonly string[]
}

/** Errors: IngestError `load_unknown`. */
export async function findLine(warehouse: Warehouse, loadId: string): Promise<LoadLine> {
  const [row] = await warehouse.query(loadQueries.line, { load_id: loadId })
  if (!row || !isKind(row.kind))
    throw new IngestError('load_unknown', `台账里没有“${loadId}”这一批，请刷新后再试。`, loadId)
  return {
    loadId: row.load_id,
    kind: row.kind,
    source: row.source,
    fileName: row.file_name,
    fileHash: row.file_hash,
    fileBytes: row.file_bytes,
    sheets: JSON.parse(row.sheets ?? '[]') as string[],
    mapping: row.mapping,
    policy: row.policy,
    status: row.status,
    replayOf: row.replay_of,
    observedAt: new Date(row.observed_at),
    startedAt: new Date(row.started_at),
    actor: row.actor,
    control: toControl(row.control_totals),
    reconciled: row.reconciled,
    warnings: JSON.parse(row.warnings ?? '[]') as string[],
  }
}

function toControl(json: string | null): ControlSheet | null {
  const control = json === null ? null : (JSON.parse(json) as Partial<ControlSheet>)
  return control?.sums === undefined ? null : (control as ControlSheet)
}
