import { loadQueries, loadStatements, type Kind, type Warehouse } from '#warehouse'
import { IngestError } from '../errors.ts'
import { findLine, type LoadLine } from '../loads/line.ts'
import { unbalancedMark } from '../pipeline/control-totals.ts'
import type { By } from '../quarantine/facts.ts'
import { differences, restate, verdict, type ControlSheet, type Reconciled } from './reconcile.ts'
import { checkTotals, type StatedTotals } from './statement.ts'

/** What a reading of a file is held against. */
export interface Standing {
  readonly stated: StatedTotals | null
  /** A person has explained the difference. */
  readonly explained: boolean
}

/** What people last said about a file's totals; else `fallback`. */
export async function standingOf(
  warehouse: Warehouse,
  file: { readonly hash: string; readonly kind: Kind },
  fallback: StatedTotals | null,
): Promise<Standing> {
  const params = { file_hash: file.hash, kind: file.kind }
  const [said] = await warehouse.query(loadQueries.reconciliation, params)
  const stated = statedIn(said?.stated ?? null) ?? fallback
  return { stated, explained: (said?.explanation ?? null) !== null }
}

function statedIn(json: string | null): StatedTotals | null {
  return json === null ? null : (JSON.parse(json) as StatedTotals)
}

/** How a load stands, and what it warns of: a difference that a person has explained is no longer an open one. */
export function judge(
  sheet: ControlSheet,
  explained: boolean,
): { readonly reconciled: Reconciled; readonly warnings: readonly string[] } {
  const outcome = verdict(sheet)
  if (outcome === 'unbalanced' && explained) return { reconciled: 'explained', warnings: [] }
  return { reconciled: outcome, warnings: differences(sheet) }
}

/** What the ledger notes of a load that is judged again: its other warnings stay as they were. */
export function outcomeOf(line: Pick<LoadLine, 'warnings'>, sheet: ControlSheet, explained: boolean) {
  const { reconciled, warnings } = judge(sheet, explained)
  return {
    reconciled,
    controlTotals: { ...sheet },
    warnings: [...line.warnings.filter((warning) => !warning.startsWith(unbalancedMark)), ...warnings],
  }
}

/**
 * A person settles a load: types its totals, which are compared at once, or explains the difference. Errors:
 * IngestError `totals_invalid`, `load_unknown`, `totals_unkept` for a load of an earlier version.
 */
export async function settleLoad(
  warehouse: Warehouse,
  loadId: string,
  answer: { readonly stated?: StatedTotals | undefined; readonly explanation?: string | undefined },
  by: By,
): Promise<Reconciled> {
  const { stated, explanation } = answer
  if (stated !== undefined) checkTotals(stated, loadId)
  const line = await findLine(warehouse, loadId)
  if (line.control === null)
    throw new IngestError(
      'totals_unkept',
      '这一批是旧版本载入的，没有记下各列之和；请先重跑这一批，再核对。',
      loadId,
    )
  await warehouse.execute(loadStatements.addReconciliation, {
    load_id: loadId,
    stated: stated === undefined ? null : JSON.stringify(stated),
    explanation: explanation ?? null,
    actor: by.actor,
    at: by.now().toISOString(),
  })
  const sheet = stated === undefined ? line.control : restate(line.control, stated)
  const outcome = outcomeOf(line, sheet, explanation !== undefined)
  await warehouse.write((batch) => batch.reconcile(loadId, outcome))
  return outcome.reconciled
}
