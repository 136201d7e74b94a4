import type { FreshnessItem, Load, LoadDetail, QuarantineRow } from '../contract/index.ts'
import { isRecord, parseJson, toCounts, toLabelled, toTexts } from '../json-text.ts'
import { columnLabel, kindLabel } from '../labels.ts'

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

export function toQuarantineRow(row: {
  quarantine_id: string
  load_id: string
  kind: string
  source_file: string
  sheet: string | null
  row_number: number
  column_name: string | null
  reason_code: string
  message: string
  row_json: string
  status: string
  created_at: string
}): QuarantineRow {
  const cells = parseJson(row.row_json)
  return {
    id: row.quarantine_id,
    loadId: row.load_id,
    kind: row.kind,
    file: row.source_file,
    sheet: row.sheet,
    row: row.row_number,
    column: row.column_name === null ? null : columnLabel(row.kind, row.column_name),
    reason: row.reason_code,
    message: row.message,
    cells: Object.entries(isRecord(cells) ? cells : {}).map(([header, text]) => ({
      header,
      text: typeof text === 'string' ? text : JSON.stringify(text ?? ''),
    })),
    status: row.status,
    createdAt: row.created_at,
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
