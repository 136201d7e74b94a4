import type { LoadChangeResult, LoadSummary } from '#ingest'
import { kindLabel } from '#terms'
import type { WritePreview } from '#warehouse'
import type { JobLoad, LoadChangePreview, LoadChoice } from '../contract/index.ts'

export function toLoadChangePreview(preview: WritePreview<LoadChangeResult>): LoadChangePreview {
  const { value, marts, metrics, warnings } = preview
  return {
    withdrawn: value.withdrawn.map(({ kind, ...load }) => ({ ...load, kindLabel: kindLabel(kind) })),
    loads: value.loads.map((load) => toJobLoad(load, load.loadId)),
    marts: marts.map((mart) => ({ ...mart })),
    metrics: metrics.map((metric) => ({ ...metric })),
    warnings: warnings.map((warning) => `${warning.message}（${warning.offenders} 条）`),
  }
}

/** A load as lists of jobs show it. */
export function toJobLoad(load: Omit<LoadSummary, 'file'>, file: string): JobLoad {
  const { kind, rows, accepted, quarantined, unchanged, loadId, reconciled = null, warnings } = load
  return { file, kind, rows, accepted, quarantined, unchanged, loadId, reconciled, warnings: [...warnings] }
}

export function toLoadChoice(row: {
  load_id: string
  kind: string
  source: string
  file_name: string
  rows_read: number | null
  started_at: string | null
  data_from: string | null
  data_to: string | null
}): LoadChoice {
  return {
    loadId: row.load_id,
    kind: row.kind,
    kindLabel: kindLabel(row.kind),
    source: row.source,
    fileName: row.file_name,
    rows: row.rows_read ?? 0,
    startedAt: row.started_at,
    dataFrom: row.data_from,
    dataTo: row.data_to,
  }
}
