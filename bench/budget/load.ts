import { rawColumns, type LoadRequest, type Warehouse, type WriteBatch } from '#warehouse'
import {
  scaleBudget,
  scaleKinds,
  type Planted,
  type ScaleKind,
  type ScaleOptions,
  type ScalePart,
} from '../../data-samples/generator/scale/index.ts'

type Records = ScalePart['payments']

const keys: Record<ScaleKind, string[]> = {
  payments: ['pay_cert_no'],
  budget_lines: ['bgt_id'],
  budget_adjustments: ['adj_id'],
  procurements: ['contract_no'],
  units: ['agency_code'],
  transfers: ['doc_no', 'to_div', 'kind'],
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

/** Loads an invented budget, payments as they are made; gives what was planted in it. */
export async function loadBudget(warehouse: Warehouse, options: ScaleOptions): Promise<Planted[]> {
  const truth: Planted[] = []
  const small = new Map<ScaleKind, Records[number][]>(scaleKinds.map((kind) => [kind, []]))
  function* payments(): Generator<Records> {
    for (const part of scaleBudget(options)) {
      truth.push(...part.truth)
      for (const kind of scaleKinds) if (kind !== 'payments') small.get(kind)?.push(...part[kind])
      yield part.payments
    }
  }
  await warehouse.write(async (batch) => {
    await loadRecords(batch, 'payments', options.seed, payments())
    for (const [kind, records] of small)
      if (records.length > 0) await loadRecords(batch, kind, options.seed, [records])
  })
  return truth
}

/** Loads records of one kind as one file, part by part. */
export async function loadRecords(
  batch: WriteBatch,
  kind: ScaleKind,
  name: string,
  parts: Iterable<Records>,
): Promise<number> {
  const columns = rawColumns(kind)
  const report = await batch.load(requestFor(kind, name), async (sink) => {
    let read = 0
    for (const part of parts) {
      await sink.accept(
        part.map((record, index) => ({
          values: columns.map((column) => record[column] ?? null),
          extra: null,
          sheet: null,
          rowNumber: read + index + 2,
        })),
      )
      read += part.length
    }
    return { rowsRead: read, judge: () => ({ controlTotals: null, warnings: [] }) }
  })
  return report.accepted
}

function requestFor(kind: ScaleKind, name: string): LoadRequest {
  return {
    kind,
    source: 'bench',
    fileName: `${name}-${kind}.csv`,
    fileHash: `${name}/${kind}`,
    fileBytes: 0,
    format: 'csv',
    encoding: 'utf-8',
    sheets: [],
    mapping: null,
    actor: 'bench',
    key: keys[kind],
    identity: rawColumns(kind),
    startedAt: new Date(),
  }
}
