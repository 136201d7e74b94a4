import { loadQueries, type Kind, type RefusedPlace, type Warehouse } from '#warehouse'
import type { SourceRow } from '../formats/table.ts'
import { keptNames } from '../pipeline/column-names.ts'
import type { SheetPlan } from '../pipeline/sheet-plan.ts'

/** Cells that people corrected in a file's refused rows: place of the row → header → text. */
export type Repairs = ReadonlyMap<string, ReadonlyMap<string, string>>

/** What stands between a file and its reader. */
export interface RowFilter {
  readonly repairs: Repairs
  /** Read only these rows. */
  readonly only?: ReadonlySet<string> | undefined
}

export function placeKey(sheet: string | null, row: number): string {
  return `${sheet ?? ''}\n${row}`
}

export function placeKeys(rows: readonly RefusedPlace[]): Set<string> {
  return new Set(rows.map((row) => placeKey(row.sheet, row.rowNumber)))
}

/** Repairs of a file's rows as one kind; they hold for every reading of the file. */
export async function findRepairs(warehouse: Warehouse, fileHash: string, kind: Kind): Promise<Repairs> {
  const repairs = new Map<string, Map<string, string>>()
  for (const row of await warehouse.query(loadQueries.repairs, { file_hash: fileHash, kind })) {
    const key = placeKey(row.sheet, row.row_number)
    repairs.set(key, (repairs.get(key) ?? new Map<string, string>()).set(row.header, row.new_text))
  }
  return repairs
}

/** The rows of a planned sheet, corrected and, for a replay, only those asked for. */
export async function* filteredBatches(
  plan: SheetPlan,
  filter: RowFilter | undefined,
): AsyncIterable<SourceRow[]> {
  if (!filter || (filter.repairs.size === 0 && !filter.only)) {
    yield* plan.sheet.batches()
    return
  }
  const { repairs, only } = filter
  for await (const batch of plan.sheet.batches()) {
    // Keyed records may show new columns with every batch.
    const positions = new Map(
      keptNames(plan.sheet.headers ?? plan.headers).map((name, index) => [name, index]),
    )
    yield batch
      .filter((row) => !only || row.line <= plan.headerLine || only.has(placeKey(plan.sheet.name, row.line)))
      .map((row) => repaired(row, repairs.get(placeKey(plan.sheet.name, row.line)), positions))
  }
}

function repaired(
  row: SourceRow,
  edits: ReadonlyMap<string, string> | undefined,
  positions: ReadonlyMap<string, number>,
): SourceRow {
  if (!edits) return row
  const cells = [...row.cells]
  for (const [header, text] of edits) {
    const index = positions.get(header) ?? beyondHeader(header)
    if (index === null) continue
    while (cells.length <= index) cells.push('')
    cells[index] = text
  }
  return { line: row.line, cells }
}

/** 第12列: a cell to the right of the header. */
function beyondHeader(header: string): number | null {
  const number = Number(/^第(\d{1,4})列$/.exec(header)?.[1] ?? 0)
  return number > 0 ? number - 1 : null
}
