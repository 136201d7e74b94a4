import { contracts, headersOf } from '#ingest'
import { kindLabel } from '#terms'
import { isKind, type SheetLayout } from '#warehouse'
import type { QuarantineGroup, QuarantineRow } from '../contract/index.ts'
import { isRecord, parseJson } from '../json-text.ts'
import { columnLabel } from '../labels.ts'

interface RefusedRow {
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
  resolved_load_id: string | null
  aside_reason: string | null
}

/** A refused row under the headers of its sheet, with the corrections that hold and the cells its reason names. */
export function toQuarantineRow(
  row: RefusedRow,
  edits: Readonly<Record<string, string>>,
  layout: readonly SheetLayout[],
): QuarantineRow {
  const cells = textsOf(row.row_json)
  const faults = faultsOf(row, layout)
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
    cells: headersOf(layout, row.sheet, [cells, edits]).map((header) => ({
      header,
      text: cells[header] ?? '',
      edited: edits[header] ?? null,
      isFault: faults.has(header),
    })),
    status: row.status,
    asideReason: row.status === 'set_aside' ? row.aside_reason : null,
    resolvedLoadId: row.resolved_load_id,
    createdAt: row.created_at,
  }
}

/** Headers of the columns the reason speaks of: its sentence begins each complaint with the field's name. */
function faultsOf(row: RefusedRow, layout: readonly SheetLayout[]): Set<string> {
  const fields = layout.find((one) => one.sheet === row.sheet)?.fields ?? {}
  const known = isKind(row.kind) ? contracts[row.kind].fields : []
  const named = known.filter(
    (field) =>
      field.name === row.column_name ||
      row.message.split('；').some((part) => part.startsWith(`${field.label}：`)),
  )
  return new Set(named.map((field) => fields[field.name] ?? field.label))
}

function textsOf(json: string): Record<string, string> {
  const cells = parseJson(json)
  return Object.fromEntries(
    Object.entries(isRecord(cells) ? cells : {}).map(([header, text]) => [
      header,
      typeof text === 'string' ? text : JSON.stringify(text ?? ''),
    ]),
  )
}

export function toQuarantineGroup(row: {
  load_id: string
  kind: string
  source_file: string
  reason_code: string
  column_name: string | null
  open_rows: number
  repaired_rows: number
  aside_rows: number
  message: string
  last_at: string
}): QuarantineGroup {
  return {
    loadId: row.load_id,
    kind: row.kind,
    kindLabel: kindLabel(row.kind),
    fileName: row.source_file,
    reason: row.reason_code,
    column: row.column_name,
    columnLabel: row.column_name === null ? null : columnLabel(row.kind, row.column_name),
    open: row.open_rows,
    repaired: row.repaired_rows,
    aside: row.aside_rows,
    message: row.message,
    lastAt: row.last_at,
  }
}
