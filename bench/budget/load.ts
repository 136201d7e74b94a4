import { rawColumns, type Kind, type LoadRequest, type Warehouse, type WriteBatch } from '#warehouse'
import {
  scaleBudget,
  type Planted,
  type ScaleOptions,
  type ScalePart,
} from '../../data-samples/generator/scale/index.ts'

type Records = ScalePart['payments']

const keys: Partial<Record<Kind, string[]>> = {
  payments: ['pay_cert_no'],
  budget_lines: ['bgt_id'],
  budget_adjustments: ['adj_id'],
  procurements: ['contract_no'],
  units: ['agency_code'],
}

/** Loads an invented budget, payments as they are made; gives what was planted in it. */
export async function loadBudget(warehouse: Warehouse, options: ScaleOptions): Promise<Planted[]> {
  const truth: Planted[] = []
  const small = {
    budget_lines: [] as Records[number][],
    budget_adjustments: [] as Records[number][],
    procurements: [] as Records[number][],
    units: [] as Records[number][],
  }
  function* payments(): Generator<Records> {
    for (const part of scaleBudget(options)) {
      truth.push(...part.truth)
      small.budget_lines.push(...part.budget_lines)
      small.budget_adjustments.push(...part.budget_adjustments)
      small.procurements.push(...part.procurements)
      small.units.push(...part.units)
      yield part.payments
    }
  }
  await warehouse.write(async (batch) => {
    await loadRecords(batch, 'payments', options.seed, payments())
    for (const kind of ['budget_lines', 'budget_adjustments', 'procurements', 'units'] as const)
      if (small[kind].length > 0) await loadRecords(batch, kind, options.seed, [small[kind]])
  })
  return truth
}

/** Loads records of one kind as one file, part by part. */
export async function loadRecords(
  batch: WriteBatch,
  kind: Kind,
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
    return { rowsRead: read, controlTotals: null, warnings: [] }
  })
  return report.accepted
}

function requestFor(kind: Kind, name: string): LoadRequest {
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
    key: keys[kind] ?? 'none',
    identity: rawColumns(kind),
    startedAt: new Date(),
  }
}
