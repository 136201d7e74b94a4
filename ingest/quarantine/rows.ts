import { loadQueries, type SheetLayout, type Warehouse } from '#warehouse'

export interface RowFilter {
  readonly load?: string | undefined
  readonly kind?: string | undefined
  readonly reason?: string | undefined
  readonly column?: string | undefined
  readonly status?: string | undefined
  readonly ids?: readonly string[] | undefined
}

/** A refused row as it came and as people have corrected it so far. */
export interface RefusedRowState {
  readonly id: string
  readonly loadId: string
  readonly kind: string
  readonly fileName: string
  readonly sheet: string | null
  readonly rowNumber: number
  readonly reason: string
  readonly message: string
  /** Header → text as it came, personal data masked. */
  readonly cells: Readonly<Record<string, string>>
  /** Header → corrected text. */
  readonly edits: Readonly<Record<string, string>>
}

const pageRows = 5000

/** Refused rows by filter, page by page, in the order of their files. */
export async function* refusedRows(
  warehouse: Warehouse,
  filter: RowFilter,
): AsyncIterable<RefusedRowState[]> {
  for (let offset = 0; ; offset += pageRows) {
    const rows = await warehouse.query(loadQueries.refusedRows, {
      load: filter.load ?? null,
      kind: filter.kind ?? null,
      reason: filter.reason ?? null,
      column: filter.column ?? null,
      status: filter.status ?? null,
      ids: filter.ids === undefined ? null : [...filter.ids],
      limit: pageRows,
      offset,
    })
    const edits = await editsOf(
      warehouse,
      rows.map((row) => row.quarantine_id),
    )
    yield rows.map((row) => ({
      id: row.quarantine_id,
      loadId: row.load_id,
      kind: row.kind,
      fileName: row.source_file,
      sheet: row.sheet,
      rowNumber: row.row_number,
      reason: row.reason_code,
      message: row.message,
      cells: JSON.parse(row.row_json) as Record<string, string>,
      edits: edits.get(row.quarantine_id) ?? {},
    }))
    if (rows.length < pageRows) return
  }
}

/** Corrections that hold now, by row. */
export async function editsOf(
  warehouse: Warehouse,
  ids: readonly string[],
): Promise<Map<string, Record<string, string>>> {
  const edits = new Map<string, Record<string, string>>()
  for (const row of await warehouse.query(loadQueries.repairsOfRows, { ids: [...ids] }))
    edits.set(row.quarantine_id, { ...edits.get(row.quarantine_id), [row.header]: row.new_text })
  return edits
}

/** Headers of a load's sheet; those only the rows know come last. */
export function headersOf(
  layout: readonly SheetLayout[],
  sheet: string | null,
  rows: readonly Readonly<Record<string, string>>[],
): string[] {
  const known = layout.find((one) => one.sheet === sheet)?.headers ?? []
  return [...new Set([...known, ...rows.flatMap((row) => Object.keys(row))])]
}

/** The layout of a load, empty for loads of earlier versions. */
export async function layoutOfLoad(warehouse: Warehouse, loadId: string): Promise<readonly SheetLayout[]> {
  const [line] = await warehouse.query(loadQueries.line, { load_id: loadId })
  return JSON.parse(line?.layout ?? '[]') as SheetLayout[]
}

/** Ids of the open rows a filter finds. */
export async function openIds(warehouse: Warehouse, filter: RowFilter): Promise<string[]> {
  const ids: string[] = []
  for await (const rows of refusedRows(warehouse, { ...filter, status: 'open' }))
    ids.push(...rows.map((row) => row.id))
  return ids
}
