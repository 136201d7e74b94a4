import type { FreshnessItem, Load, LoadDetail } from '../contract/index.ts'
import { toCounts, toLabelled, toTexts } from '../json-text.ts'
import { kindLabel } from '../labels.ts'

interface LoadRow {
  load_id: string
  kind: string
  source: string
  file_name: string
  file_hash: string
  file_bytes: number
  format: string
  encoding: string | null
  sheets: string | null
  mapping: string | null
  rows_read: number
  rows_accepted: number
  rows_quarantined: number
  rows_unchanged: number
  control_totals: string | null
  reasons: string | null
  warnings: string | null
  status: string
  started_at: string | null
  finished_at: string | null
  actor: string
  replay_of: string | null
  withdrawn_at: string | null
  withdrawn_by: string | null
  withdrawn_reason: string | null
  rerun_at: string | null
}

export function toLoad(row: LoadRow): Load {
  return {
    loadId: row.load_id,
    kind: row.kind,
    kindLabel: kindLabel(row.kind),
    source: row.source,
    fileName: row.file_name,
    fileBytes: row.file_bytes,
    format: row.format,
    encoding: row.encoding,
    mapping: row.mapping,
    rows: row.rows_read,
    accepted: row.rows_accepted,
    quarantined: row.rows_quarantined,
    unchanged: row.rows_unchanged,
    reasons: toCounts(row.reasons),
    warnings: toTexts(row.warnings),
    status: row.status,
    startedAt: row.started_at ?? '',
    finishedAt: row.finished_at,
    actor: row.actor,
    replayOf: row.replay_of,
    withdrawnAt: row.withdrawn_at,
    withdrawnBy: row.withdrawn_by,
    withdrawnReason: row.withdrawn_reason,
    rerunAt: row.rerun_at,
  }
}

export function toLoadDetail(row: LoadRow, isArchived: boolean): LoadDetail {
  return {
    ...toLoad(row),
    fileHash: row.file_hash,
    sheets: toTexts(row.sheets),
    controlTotals: toLabelled(row.control_totals),
    isArchived,
  }
}

export function toFreshnessItem(row: {
  kind: string
  loads: number
  rows: number
  quarantined_open: number
  last_load_at: string | null
  last_file: string | null
  data_from: string | null
  data_to: string | null
  is_stale: boolean
}): FreshnessItem {
  return {
    kind: row.kind,
    kindLabel: kindLabel(row.kind),
    loads: row.loads,
    rows: row.rows,
    quarantinedOpen: row.quarantined_open,
    lastLoadAt: row.last_load_at,
    lastFile: row.last_file,
    dataFrom: row.data_from,
    dataTo: row.data_to,
    isStale: row.is_stale,
  }
}
