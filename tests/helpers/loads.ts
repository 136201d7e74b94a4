import { createHash } from 'node:crypto'
import {
  rawColumns,
  type FeedTotals,
  type LoadJudgement,
  type Kind,
  type LoadReport,
  type LoadRequest,
  type LoadSink,
  type RefusedRow,
  type Warehouse,
  type WriteBatch,
} from '#warehouse'

export type Row = Record<string, string | null>

/** Business keys as the source contracts name them. */
export const keys: Record<Kind, string[]> = {
  suggestions: ['suggestion_id'],
  petitions: ['petition_id'],
  comments: ['comment_id'],
  budget_lines: ['bgt_id'],
  budget_adjustments: ['adj_id'],
  payments: ['pay_cert_no'],
  transfers: ['doc_no', 'to_div', 'kind'],
  procurements: ['contract_no'],
  regions: ['region_code'],
  units: ['agency_code'],
  proceedings: ['session', 'item_id'],
  livelihood_projects: ['year', 'project_id'],
  receivables: ['receivable_id'],
  bids: ['procurement_no', 'package_no', 'supplier', 'round'],
  disclosures: ['agency_name', 'fiscal_year', 'document_kind'],
  disclosure_lines: ['document', 'page_number', 'line_number'],
  investments: ['pro_code'],
  treasury_months: ['region', 'month_end'],
  debts: ['region', 'fiscal_year', 'debt_kind'],
  expenditures: ['region', 'fiscal_year', 'account', 'subject_code', 'subject_name'],
  revenues: ['region', 'fiscal_year', 'account', 'inc_sub_code', 'inc_sub_name'],
}

const stateColumns = new Set([
  'status',
  'reply',
  'replied_at',
  'rating',
  'likes',
  'dislikes',
  'signed_at',
  'assigned_at',
])

/** A file of rows: its hash comes from name and content, as a real file's would from its bytes. */
export interface TestFile {
  readonly kind: Kind
  readonly fileName: string
  readonly rows: readonly Row[]
  readonly refused?: readonly RefusedRow[]
  readonly observedAt?: Date
}

export function requestFor(file: TestFile): LoadRequest {
  const fileHash = createHash('sha256')
    .update(JSON.stringify({ ...file, observedAt: undefined }))
    .digest('hex')
  return {
    kind: file.kind,
    source: 'test',
    fileName: file.fileName,
    fileHash,
    fileBytes: 1000,
    format: 'csv',
    encoding: 'utf-8',
    sheets: [],
    mapping: null,
    actor: '张示例',
    key: keys[file.kind],
    identity: rawColumns(file.kind).filter((name) => !stateColumns.has(name)),
    startedAt: new Date('2026-03-01T01:00:00Z'),
    ...(file.observedAt && { observedAt: file.observedAt }),
  }
}

/** Loads one file in a write of its own; row numbers start at 2, below a header line. */
export async function loadRows(warehouse: Warehouse, file: TestFile): Promise<LoadReport> {
  const { value } = await warehouse.write((batch) => loadInto(batch, file))
  return value
}

/** Loads one file into an open write. */
export function loadInto(batch: WriteBatch, file: TestFile): Promise<LoadReport> {
  return batch.load(requestFor(file), (sink) => feedRows(file, sink))
}

/** For files that nothing is held against. */
export const unjudged = (): LoadJudgement => ({ controlTotals: null, warnings: [] })

/** The rows of a file, as a reader would hand them over. */
export async function feedRows(file: TestFile, sink: LoadSink): Promise<FeedTotals> {
  const columns = rawColumns(file.kind)
  await sink.accept(
    file.rows.map((row, index) => ({
      values: columns.map((name) => row[name] ?? null),
      extra: row['_extra'] ?? null,
      sheet: null,
      rowNumber: index + 2,
    })),
  )
  if (file.refused) await sink.refuse(file.refused)
  const rowsRead = file.rows.length + (file.refused?.length ?? 0)
  return { rowsRead, judge: unjudged }
}

export function petition(id: string, changes: Row = {}): Row {
  return {
    petition_id: id,
    title: `路灯不亮 ${id}`,
    body: '小区门口的路灯已经三天不亮。',
    created_at: '2025-01-10T02:00:00Z',
    region: '云岭市东川区望江街道',
    unit: '市住建局',
    ...changes,
  }
}

export function payment(id: string, amount: string, changes: Row = {}): Row {
  return {
    pay_cert_no: id,
    bgt_id: 'B1',
    fiscal_year: '2025',
    agency_code: '101',
    agency_name: '市教育局',
    payee_name: '示例公司',
    amount,
    pay_date: '2025-03-05',
    ...changes,
  }
}

export const regionRows: Row[] = [
  { region_code: '9901', region_name: '云岭市', parent_code: null, level: '市' },
  { region_code: '990101', region_name: '东川区', parent_code: '9901', level: '区县' },
  { region_code: '990102', region_name: '西山区', parent_code: '9901', level: '区县' },
  { region_code: '990101001', region_name: '望江街道', parent_code: '990101', level: '街道乡镇' },
  { region_code: '990102001', region_name: '江街道', parent_code: '990102', level: '街道乡镇' },
]
