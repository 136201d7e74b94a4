import { randomUUID } from 'node:crypto'
import { apiStatements, type Warehouse } from '#warehouse'
import { toInstant } from '../clock.ts'
import type { Role } from '../contract/index.ts'

export type AuditAction =
  | 'sign-in'
  | 'sign-out'
  | 'upload'
  | 'open-original'
  | 'read-quarantine'
  | 'handle-risk'
  | 'download-source'
  | 'decide-name'
  | 'confirm-mapping'
  | 'save-mapping'
  | 'remove-mapping'
  | 'load-pending'
  | 'discard-pending'
  | 'register-record'
  | 'save-source'
  | 'remove-source'
  | 'test-source'
  | 'pull-source'
  | 'pause-source'
  | 'resume-source'
  | 'take-snapshot'
  | 'local-command'
  | 'propose-threshold'
  | 'decide-threshold'
  | 'withdraw-threshold'
  | 'case-open'
  | 'case-action'
  | 'case-file'
  | 'letter-download'
  | 'report-download'
  | 'repair-quarantine'
  | 'replay-quarantine'
  | 'export-quarantine'
  | 'change-loads'
  | 'add-wall-map'
  | 'put-up-wall-map'
  | 'take-off-wall-map'
  | 'pair-wall'
  | 'revoke-wall'
  | 'control-wall'
  | 'save-wall-script'
  | 'save-wall-scene'
  | 'remove-wall-scene'
  | 'add-embargo'
  | 'lift-embargo'

export interface AuditEntry {
  readonly actor: { readonly name: string; readonly role: Role | null }
  readonly action: AuditAction
  /** An id or a file name: which record, never what it says. */
  readonly object: string | null
  readonly outcome: 'ok' | 'refused'
  readonly reason?: string
}

export type Audit = (entry: AuditEntry) => Promise<string>

/** Appends to the audit log and answers the entry's id. What must be audited waits for this before it answers. */
export function createAudit(warehouse: Warehouse, now: () => Date): Audit {
  return async (entry) => {
    const id = randomUUID()
    await warehouse.execute(apiStatements.addAudit, {
      audit_id: id,
      at: toInstant(now()),
      actor: entry.actor.name,
      role: entry.actor.role,
      action: entry.action,
      object: entry.object,
      outcome: entry.outcome,
      reason: entry.reason ?? null,
    })
    return id
  }
}
