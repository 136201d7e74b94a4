import { loadQueries, type Warehouse } from '#warehouse'
import type { CellEdit } from './facts.ts'
import { refusedRows, type RefusedRowState } from './rows.ts'

/** A correction with the text it replaces, as the clerk saw it; null: whatever stands there. */
export interface SeenEdit extends CellEdit {
  readonly from: string | null
}

/**
 * What speaks against corrections, in the clerk's words: rows that are no longer open, cells that somebody else has
 * changed since they were seen. Empty: nothing does.
 */
export async function contestedEdits(warehouse: Warehouse, edits: readonly SeenEdit[]): Promise<string[]> {
  const open = new Map<string, RefusedRowState>()
  const ids = [...new Set(edits.map(({ id }) => id))]
  for await (const rows of refusedRows(warehouse, { ids, status: 'open' }))
    for (const row of rows) open.set(row.id, row)
  return edits.flatMap(({ id, header, from }) => {
    const row = open.get(id)
    if (!row) return ['这一行已经重放或搁置']
    const text = row.edits[header] ?? row.cells[header] ?? ''
    return from === null || from === text ? [] : [`第 ${row.rowNumber} 行“${header}”现在是“${text}”`]
  })
}

/** How many corrections a load's refused rows have ever had: another number means that somebody has changed one. */
export async function repairCount(warehouse: Warehouse, loadId: string): Promise<number> {
  const [row] = await warehouse.query(loadQueries.repairCount, { load_id: loadId })
  return row?.repairs ?? 0
}
