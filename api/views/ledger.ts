import { kindLabel } from '#terms'
import type { FreshnessItem, Load, LoadDetail } from '../contract/index.ts'
import { isOverruled, type ControlSheet } from '#ingest'
import { parseJson, toCounts, toTexts } from '../json-text.ts'
import { lateOfKind, type SourceArrivals } from './late-sources.ts'

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
  reconciled: string | null
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
    reconciled: row.reconciled === '' ? null : row.reconciled,
  }
}

interface LoadCircumstances {
  readonly settled: { explanation: string | null; actor: string; decided_at: string } | undefined
  readonly states: readonly { status: string; rows: number }[]
  readonly isArchived: boolean
}

export function toLoadDetail(row: LoadRow, { settled, states, isArchived }: LoadCircumstances): LoadDetail {
  const count = (status: string) => states.find((one) => one.status === status)?.rows ?? 0
  return {
    ...toLoad(row),
    fileHash: row.file_hash,
    sheets: toTexts(row.sheets),
    control: toControl(row.control_totals),
    settled: settled
      ? { explanation: settled.explanation, actor: settled.actor, at: settled.decided_at }
      : null,
    refused: {
      open: count('open'),
      replayed: count('replayed'),
      aside: count('set_aside'),
      repeated: count('repeated'),
    },
    isArchived,
  }
}

function toControl(json: string | null): LoadDetail['control'] {
  const control = parseJson(json ?? 'null') as Partial<ControlSheet> | null
  if (control?.sums === undefined) return null
  const { rows = 0, refusedRows = 0, sums, checks = [], statedChecks = [] } = control
  return {
    rows,
    refusedRows,
    sums: sums.map(({ label, total, refused }) => ({ label, total, refused })),
    checks: [
      ...statedChecks.map(({ column, ...check }) => ({
        ...check,
        origin: 'stated',
        label: column ?? '行数',
        isMoney: column !== null,
        overruled: false,
      })),
      ...checks.map((check) => ({
        origin: 'file',
        label: `${check.sheet === null ? '' : `工作表“${check.sheet}”`}第 ${check.row} 行“${check.label}” ${check.column ?? '行数'}`,
        stated: check.stated,
        computed: check.computed,
        refused: null,
        isMoney: check.column !== null,
        balanced: check.balanced,
        overruled: isOverruled(check, statedChecks),
      })),
    ],
  }
}

export function toFreshnessItem(
  row: {
    kind: string
    loads: number
    rows: number
    quarantined_open: number
    last_load_at: string | null
    last_file: string | null
    data_from: string | null
    data_to: string | null
    is_stale: boolean
  },
  arrivals: SourceArrivals,
): FreshnessItem {
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
    ...lateOfKind(arrivals, row),
  }
}
