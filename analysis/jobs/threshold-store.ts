import { thresholdQueries, type Warehouse } from '#warehouse'
import type { ChangeOutcome, ThresholdChange, TrialFigures } from '../budget/index.ts'

/** All proposed changes of thresholds with what became of them, the newest first. */
export async function readThresholdChanges(
  warehouse: Pick<Warehouse, 'query'>,
  rule: string | null = null,
): Promise<ThresholdChange[]> {
  const rows = await warehouse.query(thresholdQueries.changes, { rule })
  return rows.map((row) => ({
    id: row.change_id,
    rule: row.rule,
    key: row.threshold,
    valueNow: row.value_now,
    valueProposed: row.value_proposed,
    effectiveOn: row.effective_on,
    reason: row.reason,
    trial: JSON.parse(row.trial) as TrialFigures,
    proposedBy: { name: row.actor, displayName: row.actor_name },
    proposedAt: row.at,
    requestId: row.request_id,
    outcome:
      row.outcome === null
        ? null
        : {
            kind: row.outcome as ChangeOutcome,
            reason: row.outcome_reason ?? '',
            by: { name: row.outcome_actor ?? '', displayName: row.outcome_actor_name ?? '' },
            at: row.outcome_at ?? '',
            requestId: row.outcome_request_id ?? '',
          },
  }))
}
